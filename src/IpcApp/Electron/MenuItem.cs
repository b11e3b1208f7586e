namespace IpcApp;

/// <summary>A menu item as a menu is made of: Electron's options of a <c>MenuItem</c>. It does not change with the menu that is shown.</summary>
/// <example>
/// <code>
/// new MenuItem("Increment", _ => contents.Send("update-counter", 1)) { Accelerator = "CmdOrCtrl+Up" }
/// </code>
/// </example>
public sealed class MenuItem
{
    /// <summary>An item that its properties describe.</summary>
    public MenuItem()
    {
    }

    /// <summary>An item that opens further items.</summary>
    /// <param name="label">Its text.</param>
    /// <param name="submenu">What it opens.</param>
    public MenuItem(string label, IReadOnlyList<MenuItem> submenu)
    {
        Label = label;
        Submenu = submenu;
    }

    /// <summary>An item to click.</summary>
    /// <param name="label">Its text.</param>
    /// <param name="click">What a click does; see <see cref="Click"/>.</param>
    public MenuItem(string label, Func<MenuItemClick, Task> click)
    {
        Label = label;
        Click = click;
    }

    /// <inheritdoc cref="MenuItem(string, Func{MenuItemClick, Task})"/>
    public MenuItem(string label, Action<MenuItemClick> click)
        : this(label, e =>
        {
            click(e);
            return Task.CompletedTask;
        })
        => ArgumentNullException.ThrowIfNull(click);

    /// <summary>A line between items.</summary>
    public static MenuItem Separator => new() { Type = MenuItemType.Separator };

    /// <summary>A name for finding the item; null for none.</summary>
    public string? Id { get; init; }

    /// <summary>The text; null for the role's own.</summary>
    public string? Label { get; init; }

    /// <summary>
    /// What Electron does on a click, such as <c>copy</c>, <c>quit</c> or <c>toggleDevTools</c>: one of Electron's names of roles. A click on
    /// it does not reach <see cref="Click"/>. Null for none.
    /// </summary>
    public string? Role { get; init; }

    /// <summary>The look; null for a submenu if there is one, else a normal item.</summary>
    public MenuItemType? Type { get; init; }

    /// <summary>The keys, such as <c>CmdOrCtrl+O</c>, in Electron's words; null for none, or the role's own.</summary>
    public string? Accelerator { get; init; }

    /// <summary>Whether it can be clicked. True by default.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether it is there. True by default.</summary>
    public bool Visible { get; init; } = true;

    /// <summary>Whether a checkbox or a radio item is on at first.</summary>
    public bool Checked { get; init; }

    /// <summary>The items that it opens; null for none.</summary>
    public IReadOnlyList<MenuItem>? Submenu { get; init; }

    /// <summary>
    /// What a click does. Clicks run on the thread pool in their order, each to its first incomplete await before the next starts, and in order
    /// with the events of windows and the app: one that blocks holds up all of them. A failure is logged. Null for nothing.
    /// </summary>
    public Func<MenuItemClick, Task>? Click { get; init; }
}
