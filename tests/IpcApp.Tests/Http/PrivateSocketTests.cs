using System.Net;
using IpcApp.Internal.Bridge;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Http;
using IpcApp.Internal.Wire;
using IpcApp.Testing;
using IpcApp.Testing.Internal;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Http;

/// <summary>The second socket: there only when needed, and only for Electron.</summary>
public sealed class PrivateSocketTests
{
    private static readonly string[] WithEndpoints = ["--Endpoints=true"];

    [Fact]
    public async Task An_app_without_endpoints_has_no_second_socket()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        Assert.False(app.Services.GetRequiredService<EndpointServer>().IsNeeded);
        using var response = await app.CreateClient().GetAsync("api/parcels/1", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task A_program_without_the_secret_is_refused(string? secret)
    {
        await using var app = await IpcTestApp.StartAsync<Program>(new() { Args = WithEndpoints });
        using var stranger = new HttpMessageInvoker(EndpointSocket.CreateHandler(AddressOf(app)));
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://local/api/parcels/1");
        request.Headers.TryAddWithoutValidation(PrivateHeaders.Secret, secret);
        using var response = await stranger.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(
            "Refused: only the app's own host may ask here.",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Each_run_has_its_own_secret()
    {
        await using var one = await IpcTestApp.StartAsync<Program>(new() { Args = WithEndpoints });
        await using var other = await IpcTestApp.StartAsync<Program>(new() { Args = WithEndpoints });
        var (first, second) = (one.Services.GetRequiredService<RunSecret>(), other.Services.GetRequiredService<RunSecret>());
        Assert.NotEqual(first.Value, second.Value);
        Assert.False(first.Matches(second.Value));
        Assert.DoesNotContain(first.Value, $"{first}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_this_user_reaches_the_address_and_it_goes_with_the_app()
    {
        string address;
        await using (var app = await IpcTestApp.StartAsync<Program>(new() { Args = WithEndpoints }))
        {
            address = AddressOf(app).Text;
            Assert.True(File.Exists(address));
            if (!OperatingSystem.IsWindows())
            {
                BridgeDirectory.Check(Path.GetDirectoryName(address)!);
            }
        }

        Assert.False(File.Exists(address));
    }

    [Theory]
    [InlineData("--urls=http://localhost:5000", "which opens a TCP port")]
    [InlineData("--http_ports=8080", "which opens a TCP port")]
    [InlineData("--Kestrel:Endpoints:Http:Url=http://localhost:5000", "'Kestrel:Endpoints:Http' opens a TCP port")]
    public async Task A_setting_that_asks_for_a_port_stops_the_app_also_with_endpoints(string setting, string text)
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => IpcTestApp.StartAsync<Program>(new() { Args = [.. WithEndpoints, setting] }));
        Assert.Contains(text, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_that_asks_for_a_port_stops_the_app()
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => IpcTestApp.StartAsync<Program>(
            services => services.Configure<KestrelServerOptions>(kestrel => kestrel.ListenAnyIP(0)), WithEndpoints));
        Assert.Contains("An ipcapp opens no TCP port", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_host_is_told_the_address_and_the_secret()
    {
        var secret = new RunSecret();
        using var payload = ControlMessage.Endpoints(new EndpointAddress("/x/http.sock"), secret).ToPayload();
        var json = System.Text.Json.JsonDocument.Parse(payload.WrittenMemory).RootElement;
        Assert.Equal("endpoints", json.GetProperty("type").GetString());
        Assert.Equal("/x/http.sock", json.GetProperty("address").GetString());
        Assert.Equal(64, secret.Value.Length);
        Assert.Equal(secret.Value, json.GetProperty("secret").GetString());
    }

    private static EndpointAddress AddressOf(IpcTestApp app) => app.Services.GetRequiredService<EndpointServer>().Address!;
}
