using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using IpcApp.TestApp;
using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Http;

/// <summary>What pages get from endpoints, asked for by fake frames over the real server.</summary>
public sealed class EndpointTests : EndpointTest
{
    [Fact]
    public async Task A_page_gets_json()
        => Assert.Equal(new Parcel("Ada", 7), await Client.GetFromJsonAsync<Parcel>("api/parcels/7", Cancellation));

    [Fact]
    public async Task A_page_posts_json()
    {
        using var request = Request(HttpMethod.Post, "app://local/api/parcels", JsonContent.Create(new Parcel("Bob", 1)));
        using var response = await Page.FetchAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("/api/parcels/1", response.Headers.Location?.ToString());
        Assert.Equal(new Parcel("Bob", 2), await response.Content.ReadFromJsonAsync<Parcel>(Cancellation));
    }

    /// <summary>Electron adds it; <c>src/electron-main/test/unit/endpoints.test.js</c> has the same for it.</summary>
    [Theory]
    [InlineData(null, "default-src 'self'; img-src 'self' data: blob:; ")]
    [InlineData("default-src 'none'", "default-src 'none'")]
    [InlineData("", null)]
    public async Task A_page_of_an_endpoint_has_the_content_security_policy_of_the_settings(string? setting, string? expected)
    {
        var options = new IpcTestAppOptions { Args = ["--Endpoints=true"], ConfigureServices = Configure };
        await using var app = await IpcTestApp.StartAsync<Program>(options);
        using var client = app.CreateClient();
        using var page = await client.GetAsync("api/page", Cancellation);
        Assert.Equal(expected is not null, page.Headers.TryGetValues("Content-Security-Policy", out var values));
        Assert.StartsWith(expected ?? "", values?.Single() ?? "", StringComparison.Ordinal);
        using var json = await client.GetAsync("api/parcels/7", Cancellation);
        Assert.False(json.Headers.Contains("Content-Security-Policy"));

        void Configure(IServiceCollection services) => services.Configure<IpcAppOptions>(settings => settings.ContentSecurityPolicy = setting);
    }

    [Fact]
    public async Task A_204_has_no_body()
    {
        using var response = await Page.FetchAsync(Request(HttpMethod.Delete, "/api/parcels/1"), Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task The_app_sees_a_request_to_its_own_address_and_nothing_private()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/request");
        request.Headers.Add("Cookie", "a=1");
        request.Headers.Add("X-IpcApp-Secret", "guess");
        using var response = await Page.FetchAsync(request, Cancellation);
        var seen = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal("app", seen.GetProperty("scheme").GetString());
        Assert.Equal("local", seen.GetProperty("host").GetString());
        var headers = seen.GetProperty("headers").EnumerateArray().Select(name => name.GetString()!).ToList();
        Assert.DoesNotContain(headers, name => name.StartsWith("X-IpcApp", StringComparison.OrdinalIgnoreCase) || name == "Cookie");
    }

    [Fact]
    public async Task There_are_no_cookies()
    {
        using var response = await Client.GetAsync("api/cookie", Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_range_is_answered_with_a_part()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/film") { Headers = { Range = new RangeHeaderValue(2, 4) } };
        using var response = await Page.FetchAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal("234", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Large_bodies_stream_both_ways()
    {
        const long size = 64L << 20; // more than Kestrel takes by default
        await using var zeros = await Client.GetStreamAsync($"api/zeros/{size}", Cancellation);
        using var response = await Page.FetchAsync(Request(HttpMethod.Post, "/api/count", new StreamContent(zeros)), Cancellation);
        Assert.Equal(size, await response.Content.ReadFromJsonAsync<long>(Cancellation));
    }

    [Fact]
    public async Task A_page_that_goes_away_aborts_its_requests()
    {
        using var response = await Page.FetchAsync(new HttpRequestMessage(HttpMethod.Get, "/api/events"), Cancellation);
        await using var events = await response.Content.ReadAsStreamAsync(Cancellation);
        var first = new byte[13];
        await events.ReadExactlyAsync(first, Cancellation);
        Assert.Equal("data: first\n\n"u8, first);
        Page.Navigate("app://local/other.html");
        await App.Services.GetRequiredService<CallLog>().WaitForAsync("events aborted");
    }

    [Fact]
    public async Task A_response_that_is_dropped_aborts_its_request()
    {
        var response = await Page.FetchAsync(new HttpRequestMessage(HttpMethod.Get, "/api/events"), Cancellation);
        response.Dispose();
        await App.Services.GetRequiredService<CallLog>().WaitForAsync("events aborted");
    }

    [Fact]
    public async Task A_stream_that_goes_on_does_not_hold_up_the_end_of_the_app()
    {
        using var response = await Page.FetchAsync(new HttpRequestMessage(HttpMethod.Get, "/api/events"), Cancellation);
        var log = App.Services.GetRequiredService<CallLog>();
        await App.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
        await log.WaitForAsync("events aborted");
    }

    [Fact]
    public async Task A_fallback_names_the_file_that_the_host_sends()
    {
        using var response = await Client.GetAsync("settings/colours", Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["/index.html"], response.Headers.GetValues("X-IpcApp-File"));
        using var file = await Client.GetAsync("settings/missing.js", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
    }
}
