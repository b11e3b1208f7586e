using System.Collections.Concurrent;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Scheduling;
using IpcApp.Internal.Session;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace IpcApp.Tests.Values;

/// <summary>A running app on a <see cref="RawHost"/>, whose log is kept.</summary>
internal sealed class RawApp : IAsyncDisposable
{
    private readonly IpcApplication _app;
    private readonly KeptLog _log;
    private readonly QueuedLoggers _loggers;

    private RawApp(IpcApplication app, RawHost host, KeptLog log)
    {
        _app = app;
        _log = log;
        Host = host;
        _loggers = app.Services.GetRequiredService<QueuedLoggers>();
    }

    public RawHost Host { get; }

    public IIpcMain IpcMain => _app.Services.GetRequiredService<IIpcMain>();

    public IServiceProvider Services => _app.Services;

    public WebContents Contents => Assert.Single(_app.Services.GetRequiredService<IWebContentsRegistry>().GetAllWebContents());

    /// <summary>Warnings and errors so far.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            Assert.True(_loggers.Flush(TimeSpan.FromSeconds(30)));
            return [.. _log.Lines];
        }
    }

    /// <param name="settings">As on a command line: <c>--Section:Key=value</c>.</param>
    public static Task<RawApp> StartAsync(params string[] settings) => StartAsync(_ => { }, settings);

    /// <param name="configureServices">Adds the app's services.</param>
    /// <param name="settings">As on a command line: <c>--Section:Key=value</c>.</param>
    public static async Task<RawApp> StartAsync(Action<IServiceCollection> configureServices, params string[] settings)
    {
        var host = new RawHost();
        var log = new KeptLog();
        var builder = IpcApplication.CreateBuilder(["--IpcApp:Host=none", .. settings]);
        builder.Logging.ClearProviders().AddProvider(log);
        configureServices(builder.Services);
        builder.Services.Replace(ServiceDescriptor.Singleton<IElectronConnector>(host));
        var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RawApp(app, host, log);
    }

    public Task WhenIdleAsync() => _app.Services.GetRequiredService<PendingWork>().WhenIdle();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private sealed class KeptLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Lines.Enqueue(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
