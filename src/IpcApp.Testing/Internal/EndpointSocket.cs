using System.IO.Pipes;
using System.Net.Sockets;
using IpcApp.Internal.Wire;

namespace IpcApp.Testing.Internal;

internal static class EndpointSocket
{
    /// <summary>
    /// Speaks HTTP over the private socket as Electron does: a connection for each request, no cookies, no redirects followed. A response
    /// that is dropped half read closes its connection at once, as a page that goes away does.
    /// </summary>
    public static SocketsHttpHandler CreateHandler(EndpointAddress address) => new()
    {
        ConnectCallback = async (_, cancellationToken) => await ConnectAsync(address, cancellationToken).ConfigureAwait(false),
        PooledConnectionLifetime = TimeSpan.Zero,
        MaxResponseDrainSize = 0,
        UseCookies = false,
        UseProxy = false,
        AllowAutoRedirect = false,
    };

    private static async Task<Stream> ConnectAsync(EndpointAddress address, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            var pipe = new NamedPipeClientStream(".", address.PipeName, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
            await pipe.ConnectAsync(cancellationToken).ConfigureAwait(false);
            return pipe;
        }

        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(address.Text), cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
