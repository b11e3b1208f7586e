using System.IO.Pipes;
using System.Net;
using System.Net.Sockets;
using IpcApp.Internal.Ground;
using Microsoft.AspNetCore.Connections;

namespace IpcApp.Internal.Http;

/// <summary>
/// The only way by which the app's server listens. Settings that open a TCP port are refused at start; this is for code that asks Kestrel
/// itself for one.
/// </summary>
internal sealed class PrivateTransport(IEnumerable<IConnectionListenerFactory> transports) : IConnectionListenerFactory
{
    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        if (endpoint is not (UnixDomainSocketEndPoint or NamedPipeEndPoint { ServerName: "." }))
        {
            throw new IpcStartupException(
                $"The app's code asks Kestrel to listen on '{endpoint}'. An ipcapp opens no TCP port: its endpoints are reached under app://local/. "
                + "Remove the call that configures Kestrel.",
                ExitCodes.InvalidSetting);
        }

        return transports.First(transport => CanBind(transport, endpoint)).BindAsync(endpoint, cancellationToken);
    }

    private static bool CanBind(IConnectionListenerFactory transport, EndPoint endpoint)
        => transport is not IConnectionListenerFactorySelector selector || selector.CanBind(endpoint);
}
