using IpcApp.Internal.Bridge;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Launch;

/// <summary>The Electron that a launcher has brought up: only the connection is known of it, the rest is the launcher's.</summary>
internal sealed class GuestElectronProcess(IElectronLauncher launcher, ILogger logger) : IElectronProcess
{
    private int _stopped;

    /// <summary>Null until it has connected.</summary>
    public BridgeConnection? Bridge { get; set; }

    public int Id => Bridge is null ? 0 : ParentElectronProcess.ProcessIdOf(Bridge);

    public async Task WaitForEndAsync(CancellationToken cancellationToken)
    {
        await (Bridge?.Completion ?? Task.CompletedTask).WaitAsync(cancellationToken).ConfigureAwait(false);
        await StopAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tells the launcher, once. What fails there can change nothing any more.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _stopped, 1) == 0)
        {
            try
            {
                await launcher.StopAsync(cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                LaunchLog.StopFailed(logger, e, launcher.GetType().Name);
            }
        }
    }

    public Task<int?> ReportedExitCodeAsync(CancellationToken limit) => Task.FromResult<int?>(null);

    /// <summary>Cuts the connection: the plug-in then has Electron quit.</summary>
    public void Kill() => Bridge?.Abort("The .NET main process has waited too long for Electron to end.");

    public void Dispose()
    {
    }
}
