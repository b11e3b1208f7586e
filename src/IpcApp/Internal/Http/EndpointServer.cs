using IpcApp.Internal.Ground;
using IpcApp.Internal.Wire;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IpcApp.Internal.Http;

/// <summary>
/// Stands in Kestrel's place. It listens only when there is something to serve, and Electron to serve it to: then Kestrel itself does, on a
/// private socket. No TCP port is ever opened.
/// </summary>
internal sealed class EndpointServer(
    IOptions<KestrelServerOptions> options, IEnumerable<IConnectionListenerFactory> transports, ILoggerFactory loggers) : IServer
{
    /// <summary>How long requests may go on when the app ends. A stream of events ends only by being cut off.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private Func<KestrelServer, CancellationToken, Task>? _start;
    private KestrelServer? _kestrel;

    /// <summary>Whether the app has endpoints or middleware; set before the app starts.</summary>
    public bool IsNeeded { get; set; }

    /// <summary>Where it listens; null while it does not.</summary>
    public EndpointAddress? Address { get; private set; }

    /// <summary>Empty: no other program should see an address.</summary>
    public IFeatureCollection Features { get; } = new FeatureCollection();

    /// <summary>Only remembers the app's pipeline: where to listen is known once there is Electron.</summary>
    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        _start = (kestrel, cancellation) => kestrel.StartAsync(application, cancellation);
        return Task.CompletedTask;
    }

    /// <summary>Begins to listen, if the app has anything to serve.</summary>
    /// <param name="directory">Gives the private directory; called only if one is needed.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The address, or null if nothing listens.</returns>
    /// <exception cref="IpcStartupException">It cannot listen there, or the app's code asks for a TCP port.</exception>
    public async Task<EndpointAddress?> OpenAsync(Func<string> directory, CancellationToken cancellationToken)
    {
        if (!IsNeeded || _start is not { } start)
        {
            return null;
        }

        var address = EndpointAddress.In(directory());
        Listen(options.Value, address);
        _kestrel = new KestrelServer(options, new PrivateTransport(transports), loggers);
        try
        {
            await start(_kestrel, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw new IpcStartupException(
                $"The app's endpoints cannot be served on '{address.Text}': {e.Message}", ExitCodes.HostNotConnected, e);
        }

        return Address = address;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_kestrel is { } kestrel)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Grace);
            await kestrel.StopAsync(limit.Token).ConfigureAwait(false);
        }
    }

    public void Dispose() => _kestrel?.Dispose();

    private static void Listen(KestrelServerOptions kestrel, EndpointAddress address)
    {
        if (OperatingSystem.IsWindows())
        {
            kestrel.ListenNamedPipe(address.PipeName, listen => listen.Protocols = HttpProtocols.Http1);
        }
        else
        {
            kestrel.ListenUnixSocket(address.Text, listen => listen.Protocols = HttpProtocols.Http1);
        }
    }
}
