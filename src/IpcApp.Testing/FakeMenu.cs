using System.Text.Json;
using IpcApp.Testing.Internal;

namespace IpcApp.Testing;

/// <summary>A menu as a person sees it: the app's, or that of a window.</summary>
/// <remarks>Thread-safe. An item is that of the menu that was shown when it was found.</remarks>
public sealed class FakeMenu
{
    private readonly FakeElectron _host;
    private volatile IReadOnlyList<FakeMenuItem> _items = [];

    internal FakeMenu(FakeElectron host) => _host = host;

    /// <summary>The items of the bar; empty if the app has set no menu.</summary>
    public IReadOnlyList<FakeMenuItem> Items => _items;

    /// <summary>Finds an item by the texts on the way to it.</summary>
    /// <param name="labels">The label of each item from the bar on, such as <c>"Counter", "Increment"</c>.</param>
    /// <exception cref="ArgumentException">There is none; the message lists what is there.</exception>
    public FakeMenuItem Find(params string[] labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        FakeMenuItem? found = null;
        var items = _items;
        foreach (var label in labels)
        {
            found = items.FirstOrDefault(item => item.Label == label) ?? throw new ArgumentException(
                $"No menu item is labelled '{label}' in '{string.Join(" > ", labels)}'. There are: "
                + (items.Count > 0 ? $"{string.Join(", ", items.Select(item => $"'{item.Label ?? item.Role}'"))}." : "none."),
                nameof(labels));
            items = found.Submenu;
        }

        return found ?? throw new ArgumentException("Name the label of at least one item.", nameof(labels));
    }

    /// <summary>Finds an item by its <see cref="MenuItem.Id"/>, at any depth.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public FakeMenuItem FindById(string id)
        => _items.SelectMany(item => item.SelfAndSubmenu).FirstOrDefault(item => item.Id == id)
            ?? throw new ArgumentException($"No menu item has the id '{id}'.", nameof(id));

    internal void Set(JsonElement arguments)
        => _items = arguments.TryGetProperty("items", out var items) ? FakeMenuItem.ReadAll(_host, items) : [];
}
