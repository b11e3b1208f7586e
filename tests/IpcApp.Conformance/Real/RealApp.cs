using System.Net;
using System.Net.Sockets;
using IpcApp.Conformance.DevTools;
using IpcApp.Internal.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpcApp.Conformance.Real;

/// <summary>
/// The app on Chromium or Electron. Its first window stays open and unused, so that the app lives while scenarios close theirs.
/// </summary>
internal sealed class RealApp : ConformanceApp
{
    /// <summary>The first window says by it that the browser runs, and its port for developer tools is open.</summary>
    private const string RunningChannel = "conformance:running";

    /// <summary>A page asks by it which WebContents it is.</summary>
    private const string HelloChannel = "conformance:hello";

    private readonly IpcApplication _app;
    private readonly DevToolsBrowser _browser;
    private readonly HostWindows _windows;
    private int _lastPage;

    private RealApp(IpcApplication app, DevToolsBrowser browser, LogCapture logs)
        : base(logs)
    {
        _app = app;
        _browser = browser;
        _windows = new HostWindows(app.Services);
        logs.Queue = app.Services.GetRequiredService<QueuedLoggers>();
        IpcMain.Handle(HelloChannel, e => e.Sender.Id);
    }

    public override IServiceProvider Services => _app.Services;

    /// <param name="host">The setting <c>IpcApp:Host</c>.</param>
    /// <param name="settings">Of the section <c>IpcApp</c>.</param>
    public static Task<RealApp> StartAsync(string host, IReadOnlyDictionary<string, string> settings)
        => StartAsync(host, configure: null, [.. settings.Select(setting => $"--IpcApp:{setting.Key}={setting.Value}")]);

    /// <param name="host">The setting <c>IpcApp:Host</c>.</param>
    /// <param name="configure">More services; may be null.</param>
    /// <param name="settings">More settings. Windows among them come beside <c>main</c>, which must be there and show <c>index.html</c>.</param>
    public static async Task<RealApp> StartAsync(string host, Action<IServiceCollection>? configure = null, params string[] settings)
    {
        await ForeignSite.StartAsync();
        var port = FreePort();
        var logs = new LogCapture();
        var builder = IpcApplication.CreateBuilder(
        [
            "--environment=Development", $"--IpcApp:Host={host}", "--IpcApp:Headless=true", $"--IpcApp:RemoteDebuggingPort={port}",
            "--IpcApp:HandshakeTimeout=00:01:00", .. settings,
        ]);
        builder.Logging.ClearProviders().AddProvider(logs);
        AddServices(builder.Services);
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        try
        {
            var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            app.IpcMain.Once(RunningChannel, e => running.SetResult());
            await app.StartAsync();
            await running.Task.WaitAsync(Patience.Limit);
            await logs.WaitForAsync(" is up"); // its line is not one of a scenario
            return new RealApp(app, await DevToolsBrowser.ConnectAsync(port), logs);
        }
        catch (Exception e)
        {
            await app.DisposeAsync();
            throw new InvalidOperationException($"The app did not start ({e.Message}). Its log:\n{string.Join('\n', logs.Entries)}", e);
        }
    }

    public override async Task<Page> OpenPageAsync(PageOptions options)
    {
        var name = $"page-{Interlocked.Increment(ref _lastPage)}";
        var window = new IpcWindowOptions
        {
            Url = $"app://local/page.html?{name}",
            Preload = "preload/expose-ipc-renderer.js",
            SubFrames = options.SubFrames,
            AllowedOrigins = { ForeignOrigin },
        };
        _windows.Open(name, window);
        return await AttachAsync(name, $"/page.html?{name}", options.Route);
    }

    /// <summary>A window that is open, by its name in the settings, once its page has loaded.</summary>
    /// <param name="name">The name.</param>
    /// <param name="addressEnding">How the address of its page ends.</param>
    /// <param name="route">Which object of the page carries out the steps.</param>
    public async Task<Page> AttachAsync(string name, string addressEnding, PageRoute route)
    {
        var page = await _browser.AttachAsync(addressEnding);
        var frame = new RealFrame(page, page.MainFrame, route, _windows, parent: null);
        await frame.LoadedAsync();
        var hello = await frame.InvokeAsync(HelloChannel);
        var contents = WebContents.FromId((hello.Value ?? throw new InvalidOperationException($"The page's hello: {hello}")).AsInt32());
        return new RealPage(page, frame, contents!, close: () => _windows.Close(name));
    }

    public override async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _browser.DisposeAsync();
        await _app.DisposeAsync();
    }

    /// <summary>Another program may take it in between; Chromium says so, and the class is run again.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
