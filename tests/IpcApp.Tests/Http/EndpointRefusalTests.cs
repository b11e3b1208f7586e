using System.Net;
using IpcApp.TestApp;
using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Http;

/// <summary>Which requests are refused, before any code of the app sees them.</summary>
public sealed class EndpointRefusalTests : EndpointTest
{
    [Fact]
    public async Task A_foreign_iframe()
        => await AssertRefusedAsync(
            Page.AddFrame("https://evil.example/"),
            Request(HttpMethod.Get, "/api/parcels/1"),
            HttpStatusCode.Forbidden,
            "Refused: the app's endpoints answer its own pages (app://local) only, not 'https://evil.example'.");

    [Fact]
    public async Task A_sandboxed_iframe()
        => await AssertRefusedAsync(
            Page.AddFrame("app://local/inner.html", origin: "null"),
            Request(HttpMethod.Post, "/api/parcels"),
            HttpStatusCode.Forbidden,
            "Refused: the app's endpoints answer its own pages (app://local) only, not 'null'.");

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task A_method_that_changes_things_without_the_header(string method)
        => await AssertRefusedAsync(
            Page,
            new HttpRequestMessage(new HttpMethod(method), "/api/parcels"),
            HttpStatusCode.Forbidden,
            $"Refused: a {method} request needs the header 'X-IpcApp: 1', so that no form and no other site can make it. "
                + $"Write fetch(url, {{ method: '{method}', headers: {{ 'X-IpcApp': '1' }} }}).");

    [Fact]
    public async Task A_WebSocket()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/events");
        request.Headers.TryAddWithoutValidation("Upgrade", "websocket");
        await AssertRefusedAsync(
            Page, request, HttpStatusCode.BadRequest,
            "Refused: there are no WebSockets under app://local/. Use window.ipc, or server-sent events.");
    }

    [Fact]
    public async Task An_address_that_is_not_the_apps()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => Page.FetchAsync(new HttpRequestMessage(HttpMethod.Get, "https://example.com/"), Cancellation));
        Assert.StartsWith("'https://example.com/' is not part of the app.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_frame_that_is_gone()
    {
        var child = Page.AddFrame("app://local/inner.html");
        child.Remove();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => child.FetchAsync(Request(HttpMethod.Get, "/api/parcels/1"), Cancellation));
    }

    private async Task AssertRefusedAsync(FakeFrame frame, HttpRequestMessage request, HttpStatusCode status, string text)
    {
        using var response = await frame.FetchAsync(request, Cancellation);
        Assert.Equal((status, text), (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation)));
        Assert.Empty(App.Services.GetRequiredService<CallLog>().Entries);
    }
}
