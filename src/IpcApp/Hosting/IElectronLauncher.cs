namespace IpcApp;

/// <summary>
/// Brings up Electron in the app's stead, for frameworks that start it themselves and own its windows, such as Electron.NET. Register it with
/// <see cref="ElectronLauncherExtensions.AddElectronLauncher{TLauncher}"/>.
/// </summary>
/// <remarks>
/// The JavaScript of this package has to be attached in that Electron's main process, before it is ready: <c>plug-in/index.js</c> of the
/// host's files, as <c>docs/guide/electron-net.md</c> says. It finds the app by an environment variable, which is there while
/// <see cref="StartAsync"/> runs. Also for an app that Electron has started.
/// </remarks>
public interface IElectronLauncher
{
    /// <summary>Starts Electron, or gets in touch with the one that has started this process. Completes when it is ready.</summary>
    /// <param name="cancellationToken">The app is told to end before it has started.</param>
    /// <remarks>An exception ends the app, with its message.</remarks>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Opens the app's first windows. Every handler is bound by now, so that their pages can call at once. Not called in tests, nor with
    /// <c>IpcApp:Host</c> set to <c>none</c>; the same goes for the other two.
    /// </summary>
    /// <param name="cancellationToken">The app is told to end before it has started.</param>
    /// <remarks>An exception ends the app, with its message.</remarks>
    Task OpenWindowsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Called once, in the end: Electron has been asked to quit, or has ended, or <see cref="StartAsync"/> has failed. Whatever is left of it
    /// is to be ended here.
    /// </summary>
    /// <param name="cancellationToken">Fires when the app waits no longer.</param>
    Task StopAsync(CancellationToken cancellationToken);
}
