namespace IpcApp;

/// <summary>
/// The app's windows, and how to make more: Electron's <c>new BrowserWindow(options)</c>, which cannot be awaited, and its static members,
/// as a service.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public interface IBrowserWindows
{
    /// <summary>
    /// Completes when windows, dialogs and menus can be used: Electron's <c>app.whenReady()</c>. Await it in a <c>BackgroundService</c>; the
    /// app's start waits for <c>IHostedService.StartAsync</c>, so awaiting it there never ends.
    /// </summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task WhenReadyAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes a window. It has the same preload, sessions and policies as the windows of the settings; its page is loaded by
    /// <see cref="BrowserWindow.LoadUrlAsync"/>. When this completes, the window's contents and main frame are known.
    /// </summary>
    /// <param name="options">What it is like; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the waiting; the window is made all the same.</param>
    /// <exception cref="ArgumentException">An option is out of range; the message names it and what is possible.</exception>
    /// <exception cref="InvalidOperationException">The app is not ready yet, or runs without Electron.</exception>
    /// <exception cref="ElectronException">The window could not be made, or Electron has ended.</exception>
    Task<BrowserWindow> CreateAsync(BrowserWindowOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>The windows that are open, in the order they were made. A copy: it does not change later.</summary>
    IReadOnlyList<BrowserWindow> GetAllWindows();

    /// <summary>The open window with an id; null if there is none.</summary>
    /// <param name="id">Electron's id of the window, which is not that of its contents.</param>
    BrowserWindow? FromId(int id);

    /// <summary>
    /// The same for a window that something else has just made, such as Electron.NET, and whose announcement may be on its way still.
    /// </summary>
    /// <param name="id">Electron's id of the window, in Electron.NET <c>BrowserWindow.Id</c>; not that of its contents.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="InvalidOperationException">The app is not ready yet, or runs without Electron.</exception>
    /// <exception cref="ElectronException">Electron has ended.</exception>
    Task<BrowserWindow?> FindAsync(int id, CancellationToken cancellationToken = default);

    /// <summary>The open window with a name in the settings; null if there is none.</summary>
    /// <param name="name">The key under <c>IpcApp:Windows</c>.</param>
    BrowserWindow? FromName(string name);

    /// <summary>The open window that shows some contents; null if they are in none.</summary>
    /// <param name="contents">The contents, such as an event's sender.</param>
    BrowserWindow? FromWebContents(WebContents contents);
}
