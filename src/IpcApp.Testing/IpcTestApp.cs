using System.Runtime.CompilerServices;
using IpcApp.Testing.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IpcApp.Testing;

/// <summary>
/// The app under test: the user's own <c>Program</c>, services and handlers, with fake windows in the place of Electron. Messages go
/// through the real codec, sender policy and dispatcher.
/// </summary>
/// <remarks>Thread-safe. Several can run at once; each has its own services and windows.</remarks>
/// <example>
/// <code>
/// await using var app = await IpcTestApp.StartAsync&lt;Program&gt;();
/// var page = app.OpenWindow().MainFrame;
/// var note = await page.InvokeAsync&lt;Note&gt;("notes:add", new NewNote("Milk"));
/// </code>
/// </example>
public sealed partial class IpcTestApp : IAsyncDisposable
{
    private readonly ProgramRun _run;
    private readonly FakeElectron _host;
    private bool _isDisposed;

    private IpcTestApp(ProgramRun run, FakeElectron host)
    {
        _run = run;
        _host = host;
    }

    /// <summary>The app's services: singletons are the very objects its handlers use.</summary>
    public IServiceProvider Services => _run.Host.Services;

    /// <summary>The windows that are open: those of the app's settings first.</summary>
    public IReadOnlyList<FakeWindow> Windows => _host.Windows;

    /// <summary>The person in front of the app's dialogs.</summary>
    public FakeDialog Dialog => _host.Requests.Dialog;

    /// <summary>The app's menu.</summary>
    public FakeMenu Menu => _host.Requests.Menu;

    /// <summary>Starts the app, by its own <c>Main</c>, and waits until it runs.</summary>
    /// <typeparam name="TProgram">A type of the app's assembly, usually <c>Program</c>.</typeparam>
    /// <param name="options">Null for an app as it is.</param>
    /// <exception cref="Exception">
    /// What <c>Main</c>, a service's start or a background service threw before the app ran is thrown here, as it is. What they throw later
    /// is thrown by <see cref="DisposeAsync"/>.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// <c>Main</c> ended without having started an app, or <typeparamref name="TProgram"/> is of an assembly without a <c>Main</c>.
    /// </exception>
    /// <exception cref="OperationCanceledException"><see cref="IpcTestAppOptions.CancellationToken"/> fired first.</exception>
    [OverloadResolutionPriority(1)]
    public static async Task<IpcTestApp> StartAsync<TProgram>(IpcTestAppOptions? options = null)
    {
        var host = new FakeElectron(options);
        var run = await ProgramRun.StartAsync(typeof(TProgram).Assembly, host).ConfigureAwait(false);
        await (host.Steps?.BeginAsync() ?? Task.CompletedTask).ConfigureAwait(false);
        return new IpcTestApp(run, host);
    }

    /// <summary>The same, for a test that replaces services and nothing else.</summary>
    /// <param name="configureServices"><see cref="IpcTestAppOptions.ConfigureServices"/>.</param>
    /// <param name="args"><see cref="IpcTestAppOptions.Args"/>.</param>
    /// <inheritdoc cref="StartAsync{TProgram}(IpcTestAppOptions?)"/>
    public static Task<IpcTestApp> StartAsync<TProgram>(Action<IServiceCollection> configureServices, params string[] args)
        => StartAsync<TProgram>(new IpcTestAppOptions { ConfigureServices = configureServices, Args = args });

    /// <summary>Opens a window beside those of the app's settings.</summary>
    /// <param name="url">The page in it. The app's own, by default.</param>
    /// <param name="subFrames">Whether its iframes can send: <see cref="BrowserWindowOptions.SubFrames"/>.</param>
    /// <param name="origin">The page's origin, where it is not that of its address; <c>null</c>, the string, for an opaque one.</param>
    /// <param name="processId">The page's renderer process, where it is not that of its origin.</param>
    public FakeWindow OpenWindow(string url = "app://local/", bool subFrames = false, string? origin = null, int? processId = null)
        => _host.OpenWindow(new FakeWindowOptions { Url = url, SubFrames = subFrames, Origin = origin, ProcessId = processId });

    /// <summary>From now on a page cannot be loaded: <see cref="BrowserWindow.LoadUrlAsync"/> fails with Electron's text.</summary>
    /// <param name="url">The page's address, exactly as the app writes it.</param>
    /// <param name="error">What Chromium says, with its number.</param>
    public void FailLoad(string url, string error = "ERR_CONNECTION_REFUSED (-102)") => _host.Requests.FailLoad(url, error);

    /// <summary>The window with a name in the app's settings.</summary>
    /// <param name="name">The key under <c>IpcApp:Windows</c>; without windows in the settings there is one named <c>main</c>.</param>
    /// <exception cref="ArgumentException">There is none, or it is closed.</exception>
    public FakeWindow Window(string name)
        => Windows.FirstOrDefault(window => window.Name == name)
            ?? throw new ArgumentException(
                $"No open window is named '{name}'. "
                + $"Open are: {string.Join(", ", Windows.Select(window => window.Name ?? "(unnamed)"))}.",
                nameof(name));

    /// <summary>A client whose requests are those of a page's script: <see cref="FakeFrame.FetchAsync"/>.</summary>
    /// <param name="frame">The frame that asks; null for the main frame of the first window.</param>
    public HttpClient CreateClient(FakeFrame? frame = null)
        => new(new FakePageHandler(frame ?? Windows[0].MainFrame)) { BaseAddress = new Uri("app://local/") };

    /// <summary>
    /// Completes when every message sent so far has been handled to its end, what it sent has arrived, subscribers of events and
    /// <c>async void</c> listeners have ended, and the app's loggers have every line that the runtime has logged. With
    /// <see cref="IpcTestAppOptions.Seed"/> it makes the steps for that, and also waits for handlers that wait for something outside.
    /// </summary>
    /// <param name="timeout">How long, in real time; <see cref="IpcTestAppOptions.Timeout"/> by default.</param>
    /// <exception cref="TimeoutException">A handler still runs, or a logger hangs; the message names it.</exception>
    /// <exception cref="Exception">What a listener of a page has thrown (<see cref="FakeFrame.On(string, Action{FakeMessage})"/>).</exception>
    public Task WhenIdleAsync(TimeSpan? timeout = null) => _host.WhenIdleAsync(timeout ?? _host.Options.Timeout);

    /// <summary>
    /// Ends the app as closing its last window would, and waits for it. Handlers that still run get two seconds of real time, as in a real
    /// app. Disposing it again does nothing.
    /// </summary>
    /// <exception cref="Exception">
    /// What the app's <c>Main</c> or a background service threw since it started, or a listener of a page and no call before has told.
    /// </exception>
    /// <exception cref="IpcTestException"><see cref="IpcTestAppOptions.AssertQuietOnDispose"/> is set, and the app is not quiet.</exception>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        try
        {
            await (_host.Options.AssertQuietOnDispose ? AssertQuietAsync() : Task.CompletedTask).ConfigureAwait(false);
        }
        finally
        {
            _host.Steps?.End();
            await _run.DisposeAsync().ConfigureAwait(false);
        }

        _host.PageErrors.ThrowNext();
    }
}
