using IpcApp.Internal.Bridge;
using IpcApp.Internal.Host;
using IpcApp.Internal.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Launch;

/// <summary>Connects to an Electron that the app's launcher brings up, or that has started this process.</summary>
internal sealed class LauncherConnector(
    IpcAppOptions options,
    IIpcHostLauncher launcher,
    Rendezvous rendezvous,
    AppLaunch launch,
    HostCalls calls,
    IConfiguration configuration,
    TimeProvider time,
    ILogger<IIpcMain> logger) : IHostConnector
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(2);

    public Func<CancellationToken, Task> OpenWindows => OpenWindowsAsync;

    public async Task<IHostConnection?> ConnectAsync(CancellationToken cancellationToken)
    {
        LauncherSettings.Refuse(options, configuration, launcher.GetType().Name);
        if (options.Host == IpcHostKind.None)
        {
            return null;
        }

        var isOurs = rendezvous.Directory is null;
        var directory = rendezvous.Directory ?? MeetingDirectory.Create(launch);
        var process = new LaunchedHost(launcher, logger);
        try
        {
            if (isOurs)
            {
                Rendezvous.Announce(directory, options.HandshakeTimeout);
            }

            // Electron may be gone, and a launcher that still waits for it would keep this process for ever.
            await launcher.StartAsync(cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
            process.Bridge = await BridgeConnection
                .ConnectAsync(directory, BridgeHost.TransportOptions(options), time, cancellationToken).ConfigureAwait(false);
            var host = new BridgeHost(process.Bridge, process, directory, options.Limits.MaxMessageBytes, time, isOurs);
            HostLog.Connected(logger, host.Renderer, host.ProcessId);
            return host;
        }
        catch (Exception e)
        {
            using var limit = new CancellationTokenSource(StopLimit, time);
            await process.StopAsync(limit.Token).ConfigureAwait(false);
            if (isOurs)
            {
                BridgeDirectory.Remove(directory);
            }
            else
            {
                BridgeDirectory.RemoveUnused(directory); // whoever starts a program by hand can name any
            }

            throw Explain(e);
        }
        finally
        {
            Rendezvous.Withdraw();
        }
    }

    /// <summary>What the host has to carry out is on its way; windows come by another, and could be faster.</summary>
    private async Task OpenWindowsAsync(CancellationToken cancellationToken)
    {
        await calls.InvokeAsync(HostAction.Settle, _ => { }, cancellationToken).ConfigureAwait(false);
        await launcher.OpenWindowsAsync(cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private static Exception Explain(Exception e) => e switch
    {
        IpcStartupException or OperationCanceledException => e,
        BridgeException => new IpcStartupException(
            $"{e.Message} If it shows nothing, see that its main script attaches ipcapp's plug-in.", ExitCodes.HostNotConnected, e),
        _ => new IpcStartupException($"The host could not be started: {ExceptionText.MessageOf(e)}", ExitCodes.MissingPrerequisite, e),
    };
}
