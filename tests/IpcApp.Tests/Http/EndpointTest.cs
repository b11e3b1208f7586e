using IpcApp.Testing;

namespace IpcApp.Tests.Http;

/// <summary>A fresh app with endpoints and one window for each test.</summary>
public abstract class EndpointTest : IAsyncLifetime
{
    protected IpcTestApp App { get; private set; } = null!;

    protected FakeFrame Page { get; private set; } = null!;

    protected HttpClient Client { get; private set; } = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        App = await IpcTestApp.StartAsync<Program>(new() { Args = ["--Endpoints=true"] });
        Page = App.Window("main").MainFrame;
        Client = App.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A request with the header that pages must add.</summary>
    protected static HttpRequestMessage Request(HttpMethod method, string address, HttpContent? content = null)
    {
        var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Add("X-IpcApp", "1");
        return request;
    }
}
