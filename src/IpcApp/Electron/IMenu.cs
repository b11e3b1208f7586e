namespace IpcApp;

/// <summary>The app's menu: Electron's static members of <c>Menu</c>, as a service.</summary>
/// <remarks>Thread-safe.</remarks>
public interface IMenu
{
    /// <summary>
    /// Sets the app's menu: the menu bar of macOS, and on Linux and Windows that of every window without one of its own
    /// (<see cref="BrowserWindow.SetMenuAsync"/>). Without it there is no menu bar on Linux and Windows.
    /// </summary>
    /// <param name="menu">The items of the bar, usually submenus; null for no menu bar.</param>
    /// <param name="cancellationToken">Ends the waiting; the menu is set all the same.</param>
    /// <exception cref="ArgumentException">An item is not possible; the message is Electron's.</exception>
    /// <exception cref="InvalidOperationException">The app is not ready yet, or runs without Electron.</exception>
    /// <exception cref="ElectronException">Electron refuses the menu, or has ended.</exception>
    Task SetApplicationMenuAsync(IReadOnlyList<MenuItem>? menu, CancellationToken cancellationToken = default);
}
