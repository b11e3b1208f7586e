using IpcApp.Internal.Ground;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Session;

/// <summary>A live connection to whatever shows the pages.</summary>
internal interface IElectronConnection : IElectronLink, IAsyncDisposable
{
    /// <summary>Completes, never faulted, when the connection has ended, with the reason if it was not the ordinary end.</summary>
    Task<string?> Completion { get; }

    /// <summary>
    /// For after the end: whether Electron has said itself, in one line, why it could not go on, and with which exit code. Null if not.
    /// </summary>
    Task<int?> ReportedExitCodeAsync();

    /// <summary>What shows the pages.</summary>
    RendererName Renderer { get; }

    /// <summary>The directory that only this user can enter, for what else must be out of others' reach.</summary>
    string PrivateDirectory { get; }

    /// <summary>From now on the session gets what arrives.</summary>
    void Start(ElectronSession session);

    /// <summary>Removes that directory. For a process that ends without disposing this.</summary>
    void RemoveDirectory()
    {
        // Electron in this process has none.
    }

    /// <summary>Asks Electron to end and waits until it has, at most until the token fires; then ends it.</summary>
    Task QuitAsync(int exitCode, CancellationToken cancellationToken);
}

/// <summary>Brings up Electron and connects to it.</summary>
internal interface IElectronConnector
{
    /// <summary>Opens the windows, where it is not the settings that say which; null where they do.</summary>
    Func<CancellationToken, Task>? OpenWindows => null;

    /// <summary>
    /// Whether nothing of the app may start before Electron has connected: in development Electron knows whether another instance runs.
    /// </summary>
    /// <exception cref="IpcStartupException">The files of the app's build are not there.</exception>
    bool ComesFirst => false;

    /// <returns>The connection, or null if the app runs without Electron.</returns>
    /// <exception cref="IpcStartupException">There is no Electron, or it did not connect.</exception>
    Task<IElectronConnection?> ConnectAsync(CancellationToken cancellationToken);
}
