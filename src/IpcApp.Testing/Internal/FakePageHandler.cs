namespace IpcApp.Testing.Internal;

/// <summary>Sends what an <see cref="HttpClient"/> is asked for as the <c>fetch</c> of a page.</summary>
internal sealed class FakePageHandler(FakeFrame frame) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => frame.FetchAsync(request, cancellationToken);
}
