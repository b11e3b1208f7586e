using IpcApp.Internal.Ground;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Session;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Composition;

/// <summary>Stops the app when its connection to Electron ends, and reports the reason if that was not the ordinary end.</summary>
internal sealed class ConnectionWatch(
    ConnectionObservers observers, IHostApplicationLifetime lifetime, EndReport endReport, ILogger<Subsystem.Bridge> logger)
{
    /// <summary>Completes, never faulted, after the connection has ended.</summary>
    public async Task WatchAsync(IElectronConnection connection, ElectronSession session)
    {
        var problem = await connection.Completion.ConfigureAwait(false);
        session.End();
        observers.Ended();
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return;
        }

        if (problem is null)
        {
            ElectronLog.HostEnded(logger);
        }
        else if (await connection.ReportedExitCodeAsync().ConfigureAwait(false) is { } reported)
        {
            Environment.ExitCode = reported;
        }
        else
        {
            ElectronLog.ConnectionFailed(logger, problem);
            endReport.Fail(
                $"The connection to Electron has failed, and the app shuts down. {problem}", ExitCodes.Failure, Subsystem.CategoryOf<Subsystem.Bridge>());
        }

        lifetime.StopApplication();
    }
}
