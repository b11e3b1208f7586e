namespace IpcApp;

/// <summary>
/// What a person, or the system for them, wants of the app as a whole: the command line, a second start, files and links to open. Electron's
/// <c>app</c> and <c>process.argv</c>, as a service.
/// </summary>
/// <remarks>
/// Thread-safe. Subscribe before the app runs, or in a hosted service's constructor or start: nothing is raised before the app is ready, and
/// what nobody has subscribed to is lost. All of it comes from outside, whether packaged or not: treat it as you treat what a page sends.
/// </remarks>
public interface IElectronApp
{
    /// <summary>
    /// What the app was started with, as given: without the program, with switches of Chromium. Packaged, the app's <c>args</c> are empty, so
    /// that nobody can set its settings by a link; these are only data. In development they are its <c>args</c>.
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
}
