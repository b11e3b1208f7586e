using IpcApp.Internal.Ground;
using IpcApp.Internal.Http;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Session;
using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Composition;

/// <summary>Tells Electron what it needs before any window opens: the settings, where the app's endpoints are, and the channels.</summary>
internal sealed class ConnectionSetup(
    ControlSender control, ConfigurationSource configuration, EndpointServer endpoints, RunSecret secret, ChannelTable channels)
{
    /// <summary>Sends it in one ordered stream, so that no page can call before its channels are bound.</summary>
    /// <exception cref="IpcStartupException">The app's endpoints cannot be served.</exception>
    public async Task SendAsync(IElectronConnection connection, CancellationToken cancellationToken)
    {
        control.Link = connection;
        control.Send(ControlMessage.Configure(configuration.Create()));
        if (await endpoints.OpenAsync(() => connection.PrivateDirectory, cancellationToken).ConfigureAwait(false) is { } address)
        {
            control.Send(ControlMessage.Endpoints(address, secret));
        }

        channels.SendTo(control.Send);
    }

    /// <summary>Changes of channels are not sent any more.</summary>
    public void End()
    {
        channels.SendTo(null);
        control.Link = null;
    }
}
