namespace IpcApp;

/// <summary>A click on a menu item.</summary>
/// <param name="Item">The item.</param>
/// <param name="Window">The window that had the focus; null if none had.</param>
/// <param name="Checked">For a checkbox or a radio item: its state after the click.</param>
public sealed record MenuItemClick(MenuItem Item, BrowserWindow? Window, bool Checked);
