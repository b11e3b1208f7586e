using IpcApp.EmptyApp;
using IpcApp.Internal.Logging;
using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpcApp.Conformance.Fake;

/// <summary>The app on the fake renderers of the test package.</summary>
internal sealed class FakeApp : ConformanceApp
{
    private readonly IpcTestApp _app;

    private FakeApp(IpcTestApp app, LogCapture logs)
        : base(logs)
    {
        _app = app;
        logs.Queue = app.Services.GetRequiredService<QueuedLoggers>();
    }

    public override IServiceProvider Services => _app.Services;

    /// <param name="version">The version of V8's format in the header of what pages send.</param>
    /// <param name="settings">Of the section <c>IpcApp</c>.</param>
    public static async Task<FakeApp> StartAsync(byte version, IReadOnlyDictionary<string, string> settings)
    {
        var logs = new LogCapture();
        var options = new IpcTestAppOptions { ConfigureServices = Configure, Settings = { ["environment"] = "Development" } };
        foreach (var (name, value) in settings)
        {
            options.Settings[$"IpcApp:{name}"] = value;
        }

        var app = await IpcTestApp.StartAsync<EmptyMain>(options);
        await logs.WaitForAsync(" is up"); // its line is not one of a scenario
        app.ValueWritten = bytes => WireMarks.Apply(bytes, version);
        return new FakeApp(app, logs);

        void Configure(IServiceCollection services)
        {
            services.AddLogging(logging => logging.ClearProviders().AddProvider(logs));
            AddServices(services);
        }
    }

    public override Task<Page> OpenPageAsync(PageOptions options)
    {
        var window = _app.OpenWindow("app://local/page.html", options.SubFrames);
        return Task.FromResult<Page>(
            new FakePageDriver(_app, window, new FakeFrameDriver(window.MainFrame), WebContents.FromId(window.Id)!));
    }

    public override ValueTask DisposeAsync() => _app.DisposeAsync();
}
