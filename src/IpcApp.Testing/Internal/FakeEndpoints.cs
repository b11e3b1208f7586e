using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using IpcApp.Internal.Bridge;
using IpcApp.Internal.Http;
using IpcApp.Internal.Wire;

namespace IpcApp.Testing.Internal;

/// <summary>
/// Plays Electron's part for requests of pages: the same request as a host would send, to the very socket that a host would be told of.
/// </summary>
internal sealed class FakeEndpoints : IDisposable
{
    private const string PolicyHeader = "Content-Security-Policy";

    private static readonly Uri Root = new("app://local/");
    private static readonly Uri SocketRoot = new("http://local/");
    private static readonly string[] NotSent = ["Cookie", "Accept-Encoding", "Host", PrivateHeaders.Secret, PrivateHeaders.Origin];

    private readonly Lazy<string> _directory = new(BridgeDirectory.Create);
    private readonly ConcurrentDictionary<uint, CancellationTokenSource> _documents = new();
    private readonly Func<IEnumerable<string>> _framedOrigins;
    private (HttpMessageInvoker Socket, string Secret)? _server;

    /// <param name="framedOrigins">The origins that pages may frame, beside their own.</param>
    public FakeEndpoints(Func<IEnumerable<string>> framedOrigins) => _framedOrigins = framedOrigins;

    /// <summary>The setting <c>IpcApp:ContentSecurityPolicy</c>: null for the default one, empty for none.</summary>
    public string? Policy { get; set; }

    /// <summary>Made when the app asks for it, which it does only if it maps endpoints.</summary>
    public string Directory => _directory.Value;

    public void Use(JsonElement command)
    {
        var address = new EndpointAddress(command.GetProperty("address").GetString()!);
        _server = (new HttpMessageInvoker(EndpointSocket.CreateHandler(address)), command.GetProperty("secret").GetString()!);
    }

    /// <summary>Ends the requests of a document, as leaving a page does.</summary>
    public void DocumentGone(uint frameNumber)
    {
        if (_documents.TryRemove(frameNumber, out var document))
        {
            document.Cancel();
        }
    }

    public async Task<HttpResponseMessage> SendAsync(FakeFrame frame, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(frame.IsRemoved || frame.Number == 0, frame); // crashed frames have no document
        var target = AddressOf(request);
        if (_server is not var (socket, secret))
        {
            return new HttpResponseMessage(HttpStatusCode.NotFound)
            {
                Content = new StringContent("The app maps no endpoints."),
                RequestMessage = request,
            };
        }

        var document = _documents.GetOrAdd(frame.Number, _ => new CancellationTokenSource());
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, document.Token);
        var response = await socket.SendAsync(Forwarded(request, target, frame, secret), either.Token).ConfigureAwait(false);
        document.Token.Register(response.Dispose);
        response.RequestMessage = request;
        response.Headers.Remove("Set-Cookie");
        AddPolicy(response);
        return response;
    }

    public void Dispose()
    {
        _server?.Socket.Dispose();
        if (_directory.IsValueCreated)
        {
            BridgeDirectory.Remove(_directory.Value);
        }
    }

    /// <summary>Pages get the app's policy; one that an endpoint sets itself stays.</summary>
    private void AddPolicy(HttpResponseMessage response)
    {
        var policy = Policy ?? ElectronSideTexts.ContentSecurityPolicy([.. _framedOrigins()]);
        if (policy.Length > 0 && response.Content.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml"
            && !response.Headers.Contains(PolicyHeader))
        {
            response.Headers.Add(PolicyHeader, policy);
        }
    }

    private static Uri AddressOf(HttpRequestMessage request)
    {
        var address = new Uri(Root, request.RequestUri ?? Root);
        return address.Scheme == Root.Scheme && address.Host == Root.Host
            ? address
            : throw new ArgumentException($"'{address}' is not part of the app. Its endpoints are under {Root}.", nameof(request));
    }

    private static HttpRequestMessage Forwarded(HttpRequestMessage request, Uri target, FakeFrame frame, string secret)
    {
        var forwarded = new HttpRequestMessage(request.Method, new Uri(SocketRoot, target.PathAndQuery)) { Content = request.Content };
        foreach (var (name, values) in request.Headers.NonValidated.Where(header => !NotSent.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            forwarded.Headers.TryAddWithoutValidation(name, values);
        }

        forwarded.Headers.Add(PrivateHeaders.Secret, secret);
        forwarded.Headers.Add(PrivateHeaders.Origin, frame.Origin);
        return forwarded;
    }
}
