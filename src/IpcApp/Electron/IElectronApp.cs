namespace IpcApp;

/// <summary>
/// What a person, or the system for them, wants of the app as a whole: the command line, a second start, files and links to open. Electron's
/// <c>app</c> and <c>process.argv</c>, as a service.
/// </summary>
/// <remarks>
/// Thread-safe. Subscribe before the app runs, or in a hosted service's constructor or start: nothing is raised before the app is ready, and
/// events without a subscriber are lost. Events are raised one after another, in order with those of all windows and menus, on a thread of the
/// pool: a subscriber that blocks before its first incomplete <c>await</c> holds up all of them; in development, one that has been running for a
/// second is logged. All of it comes from outside, whether packaged or not: treat it as you treat what a page sends.
/// </remarks>
public interface IElectronApp
{
    /// <summary>
    /// What the app was started with, as given: without the program, with switches of Chromium. Packaged, the app's <c>args</c> are empty, so
    /// that a link cannot set its settings; these are only data. In development they are its <c>args</c>.
    /// </summary>
    IReadOnlyList<string> Arguments { get; }

    /// <summary>Where the app was started: what relative paths in <see cref="Arguments"/> are relative to.</summary>
    string WorkingDirectory { get; }

    /// <summary>
    /// Raised when a single-instance app (<c>IpcAppSingleInstance</c>) is started again: Electron's <c>second-instance</c>. The first window
    /// has been brought to the front already.
    /// </summary>
    event EventHandler<SecondInstanceEventArgs>? SecondInstance;

    /// <summary>
    /// Raised on macOS when the app is to open a file: Electron's <c>open-file</c>, also for the one with which it was started. Elsewhere
    /// files are <see cref="Arguments"/>.
    /// </summary>
    event EventHandler<OpenFileEventArgs>? OpenFile;

    /// <summary>
    /// Raised on macOS when the app is to open an address of a scheme of its own: Electron's <c>open-url</c>, also for the one with which it
    /// was started. Elsewhere addresses are <see cref="Arguments"/>.
    /// </summary>
    event EventHandler<OpenUrlEventArgs>? OpenUrl;

    /// <summary>
    /// Raised when the last window has been closed, except while the app quits: Electron's <c>window-all-closed</c>. While it has a
    /// subscriber, the app does not quit by itself, whatever <see cref="IpcAppOptions.QuitWhenAllWindowsClosed"/> says: the subscriber decides,
    /// for instance by <see cref="QuitAsync"/>. A listener in <c>electron/main.cjs</c> has the same effect.
    /// </summary>
    event EventHandler? WindowAllClosed;

    /// <summary>
    /// Raised on macOS when the app is activated, as by a click on its icon in the Dock: Electron's <c>activate</c>, also if it came before the
    /// app had started. Without a subscriber, and without a listener in <c>electron/main.cjs</c>, the windows of the settings are opened if no
    /// window is open.
    /// </summary>
    event EventHandler<ActivateEventArgs>? Activate;

    /// <summary>
    /// Quits the app as its user does: Electron's <c>app.quit</c>. Every window and its page are asked. A page that prevents <c>beforeunload</c>,
    /// a window that cannot be closed, or a listener in <c>electron/main.cjs</c> that prevents <c>before-quit</c>, <c>close</c> or
    /// <c>will-quit</c> cancels; windows that did not object have been closed by then, and the next attempt asks again. If nothing cancels, the
    /// app's services are stopped, and the app ends. Call <see cref="Microsoft.Extensions.Hosting.IHostApplicationLifetime.StopApplication"/>
    /// to end it without asking.
    /// </summary>
    /// <param name="cancellationToken">Stops waiting for the result; the attempt itself continues.</param>
    /// <returns>
    /// Whether the app is ending; <see langword="false"/> if the attempt was canceled. It completes when that is certain, so it may wait for a
    /// page, and for a person who answers whether a page that does not respond is to be closed. Do not await it where the app's end waits for
    /// your code. If several attempts run at once, all have the same result.
    /// </returns>
    /// <exception cref="InvalidOperationException">The app has not started yet.</exception>
    Task<bool> QuitAsync(CancellationToken cancellationToken = default);
}
