using System.Diagnostics.CodeAnalysis;
using IpcApp.Internal.Composition;
using IpcApp.Internal.Diagnosis;
using IpcApp.Internal.Scheduling;
using IpcApp.Internal.Session;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IpcApp;

/// <summary>A desktop app whose main process is this program.</summary>
/// <example>
/// <code>
/// var builder = IpcApplication.CreateBuilder(args);
/// builder.Services.AddIpcHandlers();
/// await builder.Build().RunAsync();
/// </code>
/// </example>
public sealed partial class IpcApplication : IHost, IAsyncDisposable
{
    private readonly WebApplication _app;

    internal IpcApplication(WebApplication app) => _app = app;

    /// <summary>
    /// Raised on a thread of the pool, one after another, when a listener of <c>send</c>, <c>sendSync</c> or <c>postMessage</c> has failed, a
    /// subscriber of an event of this library, or a callback of a message's token, also after an <c>await</c> of an <c>async void</c> method:
    /// there is no caller to tell. It has been logged, and the app goes on, where Electron would show its error dialog. What a
    /// subscriber of this event throws is only logged.
    /// </summary>
    public event EventHandler<ListenerFailedEventArgs>? ListenerFailed
    {
        add => Services.GetRequiredService<ListenerFailures>().Failed += value;
        remove => Services.GetRequiredService<ListenerFailures>().Failed -= value;
    }

    /// <summary>The app's services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>The app's configuration.</summary>
    public IConfiguration Configuration => _app.Configuration;

    /// <summary>Where the app runs; development is what the launch profiles set.</summary>
    public IHostEnvironment Environment => _app.Environment;

    /// <summary>Notifies of start and end.</summary>
    public IHostApplicationLifetime Lifetime => _app.Lifetime;

    /// <summary>The app's logger.</summary>
    public ILogger Logger => _app.Logger;

    /// <summary>The global emitter, for handlers that are only known at run time.</summary>
    public IIpcMain IpcMain => Services.GetRequiredService<IIpcMain>();

    /// <summary>The contents of the app's windows.</summary>
    public IWebContentsRegistry WebContents => Services.GetRequiredService<IWebContentsRegistry>();

    /// <summary>The app's windows, and how to make more.</summary>
    public IBrowserWindows Windows => Services.GetRequiredService<IBrowserWindows>();

    /// <summary>
    /// Starts building an app. If the command line begins with <c>doctor</c> or <c>verify</c>, and the app is not a packaged one, that command
    /// runs instead, and ends the process: nothing of the app is started.
    /// </summary>
    /// <param name="args">The command line. <c>--IpcApp:Host chromium</c> and the like override settings.</param>
    public static IpcApplicationBuilder CreateBuilder(string[] args)
    {
        DeveloperCommands.RunInstead(args);
        return new(args);
    }

    /// <summary>
    /// Runs the app until its user quits it or closes the last window, it is told to stop, or Electron has ended. Failures are logged and set the exit code
    /// (<see cref="System.Environment.ExitCode"/>) instead of being thrown: a failure to start in one line, the failure of a background
    /// service and of <c>StopAsync</c> with the exception.
    /// </summary>
    /// <remarks>
    /// SIGINT, SIGQUIT, SIGTERM and SIGHUP stop the app in order. If the services have not been stopped and disposed 5 seconds after
    /// the <see cref="HostOptions.ShutdownTimeout"/>, the process is ended, unless a debugger is attached.
    /// </remarks>
    /// <param name="cancellationToken">Ends the app.</param>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever kept the app from starting, a person at a terminal gets one line.")]
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        // Both last until the services have been disposed: that, too, may hang.
        using var signals = StopSignals.Watch(Services);
        using var limit = ShutdownLimit.Watch(Services);
        await using (this.ConfigureAwait(false))
        {
            try
            {
                await StartAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (StartFailure.Report(Services, e, IsToldToEnd(cancellationToken)))
            {
                ServiceFailure.ReportStopped(Services);
                limit.Begin();
                return;
            }

            try
            {
                await _app.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (ServiceFailure.ReportStopping(Services, e))
            {
                // Reported.
            }

            ServiceFailure.ReportStopped(Services);
        }
    }

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        DecideOnEndpoints();
        await ConnectFirstAsync(cancellationToken).ConfigureAwait(false);
        await _app.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken = default) => _app.StopAsync(cancellationToken);

    /// <summary>
    /// In development Electron knows whether another instance runs: it answers before the services of the app are created, so that those of a
    /// second instance never run.
    /// </summary>
    private async Task ConnectFirstAsync(CancellationToken cancellationToken)
    {
        var host = Services.GetRequiredService<ElectronStart>();
        if (host.ComesFirst)
        {
            using var signals = StopSignals.WatchAll(Services);
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Lifetime.ApplicationStopping);
            await host.ConnectAsync(ended.Token).ConfigureAwait(false);
        }
    }

    private bool IsToldToEnd(CancellationToken cancellationToken)
        => cancellationToken.IsCancellationRequested || Lifetime.ApplicationStopping.IsCancellationRequested;

    /// <inheritdoc/>
    public void Dispose() => ((IDisposable)_app).Dispose();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
