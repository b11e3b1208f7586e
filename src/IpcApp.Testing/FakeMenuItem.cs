using System.Text.Json;
using IpcApp.Testing.Internal;

namespace IpcApp.Testing;

/// <summary>An item of a menu that is shown.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class FakeMenuItem
{
    private readonly FakeElectron _host;
    private readonly uint? _command;

    private FakeMenuItem(FakeElectron host, JsonElement item)
    {
        _host = host;
        Id = Text(item, "id");
        Label = Text(item, "label");
        Role = Text(item, "role");
        Accelerator = Text(item, "accelerator");
        Enabled = item.GetProperty("enabled").GetBoolean();
        Visible = item.GetProperty("visible").GetBoolean();
        Checked = item.GetProperty("checked").GetBoolean();
        Submenu = item.TryGetProperty("submenu", out var submenu) ? ReadAll(host, submenu) : [];
        Type = Text(item, "type") is { } type
            ? Enum.Parse<MenuItemType>(type, ignoreCase: true)
            : Submenu.Count > 0 ? MenuItemType.Submenu : MenuItemType.Normal;
        _command = item.TryGetProperty("command", out var command) ? command.GetUInt32() : null;
    }

    /// <summary>The name that the app gave it; null for none.</summary>
    public string? Id { get; }

    /// <summary>Its text; null for that of its role.</summary>
    public string? Label { get; }

    /// <summary>What Electron does on a click; null for nothing.</summary>
    public string? Role { get; }

    /// <summary>Its keys; null for none, or those of its role.</summary>
    public string? Accelerator { get; }

    /// <summary>Its look.</summary>
    public MenuItemType Type { get; }

    /// <summary>Whether it can be clicked.</summary>
    public bool Enabled { get; }

    /// <summary>Whether it is there.</summary>
    public bool Visible { get; }

    /// <summary>Whether it is on, as the last click left it.</summary>
    public bool Checked { get; private set; }

    /// <summary>What it opens; empty for nothing.</summary>
    public IReadOnlyList<FakeMenuItem> Submenu { get; }

    internal IEnumerable<FakeMenuItem> SelfAndSubmenu => Submenu.SelectMany(item => item.SelfAndSubmenu).Prepend(this);

    /// <summary>
    /// Clicks it. The app's handler runs on the thread pool: <see cref="IpcTestApp.WhenIdleAsync"/> waits for its end.
    /// </summary>
    /// <param name="window">The window that has the focus; null for none.</param>
    /// <exception cref="InvalidOperationException">A person could not click it, or the app would not hear of it.</exception>
    public void Click(FakeWindow? window = null)
    {
        var name = $"The menu item '{Label ?? Role ?? Id}'";
        if (!Enabled || !Visible)
        {
            throw new InvalidOperationException($"{name} is {(Enabled ? "not visible" : "disabled")}, so it cannot be clicked.");
        }

        if (Type is MenuItemType.Checkbox or MenuItemType.Radio)
        {
            Checked = !Checked;
        }
        else if (string.Equals(Role, "quit", StringComparison.OrdinalIgnoreCase))
        {
            _host.Lifecycle.Quit();
        }
        else if (string.Equals(Role, "close", StringComparison.OrdinalIgnoreCase))
        {
            window?.Close();
        }
        else if (_command is null)
        {
            throw new InvalidOperationException($"{name} has no Click handler in C#; a fake window does nothing on its click.");
        }

        if (_command is { } command)
        {
            _host.Requests.MenuClicked(command, Checked, window);
        }
    }

    internal static IReadOnlyList<FakeMenuItem> ReadAll(FakeElectron host, JsonElement items)
        => [.. items.EnumerateArray().Select(item => new FakeMenuItem(host, item))];

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;
}
