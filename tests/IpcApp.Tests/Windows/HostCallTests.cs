using System.Text.Json;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Wire;
using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace IpcApp.Tests.Windows;

/// <summary>What .NET asks of Electron, and what becomes of it when Electron says nothing or goes.</summary>
public sealed class HostCallTests
{
    private readonly SilentHost _host = new();
    private readonly RemoteCalls _calls = new(NullLogger<Subsystem.Windows>.Instance);

    private CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_the_app_is_ready_the_error_says_what_to_wait_for()
    {
        Assert.False(_calls.Ready.IsCompleted);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => _calls.InvokeAsync("x", _ => { }, Cancellation));
        Assert.StartsWith("The app is not ready. Await IBrowserWindows.WhenReadyAsync() first", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_host_the_error_names_the_setting()
    {
        _calls.Connected(null);
        await _calls.Ready;
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => _calls.InvokeAsync("x", _ => { }, Cancellation));
        Assert.Contains("IpcApp:Host is 'none'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_call_gets_its_own_result_in_whatever_order_they_come()
    {
        _calls.Connected(_host);
        var first = _calls.InvokeAsync("first", json => json.WriteNumber("n", 1), Cancellation);
        var second = _calls.InvokeAsync("second", _ => { }, Cancellation);
        Assert.Equal("""{"type":"call","call":1,"action":"first","arguments":{"n":1}}""", _host.Sent[0]);
        Notice("""{"type":"result","call":2,"value":"two"}""");
        Notice("""{"type":"result","call":1,"error":"boom"}""");
        Notice("""{"type":"result","call":1,"value":"again"}""");
        Assert.Equal("two", (await second).GetString());
        Assert.Equal("boom", (await Assert.ThrowsAsync<ElectronException>(() => first)).Message);
    }

    [Fact]
    public async Task A_host_that_goes_away_fails_what_waits_and_what_comes()
    {
        _calls.Connected(_host);
        var waiting = _calls.InvokeAsync("x", _ => { }, Cancellation);
        _calls.Ended();
        Assert.Equal("Electron has gone: the app is ending.", (await Assert.ThrowsAsync<ElectronException>(() => waiting)).Message);
        await Assert.ThrowsAsync<ElectronException>(() => _calls.InvokeAsync("x", _ => { }, Cancellation));
        _calls.Post("x", _ => { });
        Assert.Single(_host.Sent);
    }

    [Fact]
    public async Task A_token_ends_the_waiting_and_a_late_result_is_nobodys()
    {
        using var token = new CancellationTokenSource();
        _calls.Connected(_host);
        var waiting = _calls.InvokeAsync("x", _ => { }, token.Token);
        await token.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Notice("""{"type":"result","call":1}""");
    }

    [Fact]
    public async Task What_the_bridge_refuses_is_an_error()
    {
        _host.Refusal = "Too many messages are waiting for Electron to take them.";
        _calls.Connected(_host);
        var error = await Assert.ThrowsAsync<ElectronException>(() => _calls.InvokeAsync("x", _ => { }, Cancellation));
        Assert.Equal(_host.Refusal, error.Message);
    }

    [Fact]
    public async Task The_end_of_the_app_closes_its_windows()
    {
        var closed = new TaskCompletionSource();
        await using (var app = await IpcTestApp.StartAsync<Program>())
        {
            var window = app.Services.GetRequiredService<IBrowserWindows>().FromName("main")!;
            window.Closed += (_, _) => closed.SetResult();
        }

        await closed.Task;
    }

    [Fact]
    public async Task A_background_service_waits_until_the_app_is_ready()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(services => services.AddHostedService<SecondWindow>());
        var made = await app.Services.GetServices<IHostedService>().OfType<SecondWindow>().Single().Made.Task;
        Assert.Contains(app.Windows, window => window.WindowId == made.Id);
    }

    private void Notice(string json) => _calls.Noticed(ElectronNotice.Parse(System.Text.Encoding.UTF8.GetBytes(json)));

    private sealed class SecondWindow(IBrowserWindows windows) : BackgroundService
    {
        public TaskCompletionSource<BrowserWindow> Made { get; } = new();

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await windows.WhenReadyAsync(stoppingToken);
            Made.SetResult(await windows.CreateAsync(cancellationToken: stoppingToken));
        }
    }

    private sealed class SilentHost : IElectronLink
    {
        public List<string> Sent { get; } = [];

        public string? Refusal { get; set; }

        public string? Send(MessageKind kind, uint lane, uint id, PayloadWriter payload)
        {
            using (payload)
            {
                Sent.Add(JsonElement.Parse(payload.WrittenMemory.Span).GetRawText());
                return Refusal;
            }
        }
    }
}
