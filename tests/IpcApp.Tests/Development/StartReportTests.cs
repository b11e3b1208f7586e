using IpcApp.Internal.Logging;
using IpcApp.Internal.Wire;
using IpcApp.Testing;
using IpcApp.Testing.Internal;
using IpcApp.Tests.Values;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IpcApp.Tests.Development;

/// <summary>The line that says that the app is up.</summary>
public sealed class StartReportTests : DevelopmentTest
{
    private const string MainLoaded = """{ "type": "dom-ready", "contents": 1, "treeNode": 1 }""";

    [Fact]
    public async Task Names_the_window_its_page_and_the_renderer_once()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        app.Window("main").Reload();
        app.OpenWindow();
        Assert.Equal(["[Information] IpcApp: IpcApp.TestApp is up: window 'main' shows app://local/ on fake renderers."], Lines(app));
    }

    [Fact]
    public async Task Names_all_windows_of_the_settings()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(InDevelopment(
            ("IpcApp:Windows:a:Url", "app://local/a.html"), ("IpcApp:Windows:b:Url", "app://local/b.html")));
        Assert.Equal(
            [
                "[Information] IpcApp: IpcApp.TestApp is up: window 'a' shows app://local/a.html, window 'b' shows app://local/b.html "
                + "on fake renderers.",
            ],
            Lines(app));
    }

    [Fact]
    public async Task Needs_no_window()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(InDevelopment(("IpcApp:DefaultWindow", "false")));
        Assert.Equal(["[Information] IpcApp: IpcApp.TestApp is up without a window, on fake renderers."], Lines(app));
    }

    [Fact]
    public async Task Leaves_out_windows_whose_page_cannot_be_loaded()
    {
        await using var report = await Report.StartAsync("main", "bad", "closed");
        report.Tell(LoadFailed("bad"));
        report.Tell("""{ "type": "window-closed", "windowId": 9, "window": "closed" }""");
        Assert.Empty(report.Lines);
        report.Tell(MainLoaded);
        report.Tell(MainLoaded);
        Assert.Equal(["IpcApp.Tests is up: window 'main' shows app://local/ on bytes of a test."], report.Lines);
    }

    [Fact]
    public async Task Is_left_to_the_failure_where_no_page_can_be_loaded()
    {
        await using var report = await Report.StartAsync("main");
        report.Tell(LoadFailed("main"));
        report.Time.Advance(TimeSpan.FromHours(1));
        report.Tell(MainLoaded);
        Assert.Empty(report.Lines);
    }

    [Fact]
    public async Task Does_not_wait_for_ever()
    {
        await using var report = await Report.StartAsync("main", "slow");
        report.Tell(MainLoaded);
        report.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(["IpcApp.Tests is up on bytes of a test, but no page has loaded in window 'slow' within 10 s."], report.Lines);
    }

    [Fact]
    public async Task Is_not_about_the_iframes_of_a_page()
    {
        await using var report = await Report.StartAsync("main");
        report.Tell("""{ "type": "dom-ready", "contents": 1, "treeNode": 2 }""");
        Assert.Empty(report.Lines);
    }

    [Fact]
    public async Task Says_that_no_window_can_open_without_a_renderer()
    {
        using var log = new LogCapture(null, LogLevel.Information);
        var builder = IpcApplication.CreateBuilder(["--IpcApp:Host=none"]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ILogTap>(log);
        await using var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken);
        Assert.Equal("IpcApp.Tests is up: no window can open, since IpcApp:Host is none.", Assert.Single(log.All, IsOfStart).Message);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> Lines(IpcTestApp app) => app.Logs.Where(IsOfStart).Select(entry => entry.ToString());

    private static bool IsOfStart(FakeLogEntry entry) => entry.Category == "IpcApp";

    private static string LoadFailed(string window)
        => $$"""{ "type": "error", "source": "load-failed", "message": "ERR_FAILED (-2)", "window": "{{window}}" }""";

    /// <summary>An app whose host says what a test makes it say.</summary>
    private sealed class Report : IAsyncDisposable
    {
        private readonly LogCapture _log = new(null, LogLevel.Information);
        private RawApp? _app;

        public FakeTimeProvider Time { get; } = new();

        public IEnumerable<string> Lines => _log.All.Where(IsOfStart).Select(entry => entry.Message);

        public static async Task<Report> StartAsync(params string[] windows)
        {
            var report = new Report();
            string[] settings = [.. windows.Select(name => $"--IpcApp:Windows:{name}:Show=true")];
            report._app = await RawApp.StartAsync(
                services => services.AddSingleton<TimeProvider>(report.Time).AddSingleton<ILogTap>(report._log),
                settings);
            return report;
        }

        public void Tell(string json) => _app!.Host.Tell(MessageKind.Control, 0, json);

        public async ValueTask DisposeAsync()
        {
            await _app!.DisposeAsync();
            _log.Dispose();
        }
    }
}
