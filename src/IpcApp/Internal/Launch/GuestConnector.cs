using IpcApp.Internal.Bridge;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Session;
using IpcApp.Internal.Wire;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Launch;

/// <summary>Connects to an Electron that the app's launcher brings up, or that has started this process.</summary>
internal sealed class GuestConnector(
    IpcAppOptions options,
    IElectronLauncher launcher,
    Rendezvous rendezvous,
    StartupArguments launch,
    RemoteCalls calls,
    IConfiguration configuration,
    TimeProvider time,
    ILogger<Subsystem.Launch> logger) : IElectronConnector
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(2);

    public Func<CancellationToken, Task> OpenWindows => OpenWindowsAsync;

    public async Task<IElectronConnection?> ConnectAsync(CancellationToken cancellationToken)
    {
        GuestSettings.Refuse(options, configuration, launcher.GetType().Name);
        if (options.Host == IpcHostKind.None)
        {
            return null;
        }

        var directory = rendezvous.Directory ?? MeetingDirectory.Create(launch);
        var process = new GuestElectronProcess(launcher, logger);
        try
        {
            if (rendezvous.Directory is null)
            {
                Rendezvous.Announce(directory, options.HandshakeTimeout);
            }

            // Electron may be gone, and a launcher that still waits for it would keep this process for ever.
            await launcher.StartAsync(cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
            process.Bridge = await BridgeConnection
                .ConnectAsync(directory, BridgeElectronConnection.TransportOptions(options), time, cancellationToken).ConfigureAwait(false);
            var host = new BridgeElectronConnection(process.Bridge, process, directory, options.Limits.MaxMessageBytes, time);
            ElectronLog.Connected(logger, host.Renderer, host.ProcessId);
            return host;
        }
        catch (Exception e)
        {
            using var limit = new CancellationTokenSource(StopLimit, time);
            await process.StopAsync(limit.Token).ConfigureAwait(false);
            BridgeDirectory.Remove(directory);
            throw Explain(e);
        }
        finally
        {
            Rendezvous.Withdraw();
        }
    }

    /// <summary>What Electron has to carry out is on its way; windows come by another, and could be faster.</summary>
    private async Task OpenWindowsAsync(CancellationToken cancellationToken)
    {
        await calls.InvokeAsync(RemoteAction.Settle, _ => { }, cancellationToken).ConfigureAwait(false);
        await launcher.OpenWindowsAsync(cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private static Exception Explain(Exception e) => e switch
    {
        IpcStartupException or OperationCanceledException => e,
        BridgeException => new IpcStartupException(
            $"{e.Message} If it shows nothing, see that its main script attaches ipcapp's plug-in.", ExitCodes.HostNotConnected, e),
        _ => new IpcStartupException($"Electron could not be started: {ExceptionText.MessageOf(e)}", ExitCodes.MissingPrerequisite, e),
    };
}
