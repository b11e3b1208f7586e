namespace IpcApp.Internal.Launch;

/// <summary>The process at the other end of the bridge: one that the app has started, or, of a packaged app, the one that started it.</summary>
internal interface IElectronProcess : IDisposable
{
    int Id { get; }

    /// <summary>Completes when there is nothing more to wait for.</summary>
    Task WaitForEndAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The exit code, if it is one with which Electron has told the reason itself: a second line from here would only hide it.
    /// </summary>
    /// <returns>Null for any other code, and if the process does not end in time.</returns>
    Task<int?> ReportedExitCodeAsync(CancellationToken limit);

    void Kill();
}
