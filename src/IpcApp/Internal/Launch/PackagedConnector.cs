using IpcApp.Internal.Bridge;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Session;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Launch;

/// <summary>Connects to the Electron that has started this process. There is nothing to choose and nothing to fall back on.</summary>
/// <param name="options">The settings.</param>
/// <param name="rendezvous">Where to meet, as Electron has told; null if it was not Electron that started this process.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">For the one line that says who has connected.</param>
internal sealed class PackagedConnector(
    IpcAppOptions options, Rendezvous rendezvous, TimeProvider time, ILogger<Subsystem.Launch> logger) : IElectronConnector
{
    public async Task<IElectronConnection?> ConnectAsync(CancellationToken cancellationToken)
    {
        var directory = rendezvous.Directory ?? throw new IpcStartupException(
            "This is the main process of a packaged app, which is started by the app itself. Start the app instead.",
            ExitCodes.InvalidSetting);
        try
        {
            var bridge = await BridgeConnection
                .ConnectAsync(directory, BridgeElectronConnection.TransportOptions(options), time, cancellationToken).ConfigureAwait(false);
            var host = new BridgeElectronConnection(bridge, new ParentElectronProcess(bridge), directory, options.Limits.MaxMessageBytes, time);
            ElectronLog.Connected(logger, host.Renderer, host.ProcessId);
            return host;
        }
        catch (Exception e)
        {
            BridgeDirectory.Remove(directory); // the app that made it may be gone
            if (e is BridgeException)
            {
                throw new IpcStartupException(e.Message, ExitCodes.HostNotConnected, e);
            }

            throw;
        }
    }
}
