using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpcApp.TestApp;

/// <summary>Code of an app that fails where it has no caller: loggers, subscribers, callbacks and exceptions that fail themselves.</summary>
public static class Isolation
{
    /// <param name="services">The app's.</param>
    /// <param name="loggers">"throwing" for one that fails in all that it is asked for, "hanging" for one that takes no error until it is released.</param>
    public static void Add(IServiceCollection services, string? loggers)
    {
        services.AddSingleton<FailureList>();
        services.AddScoped<UnreadableAtItsEnd>();
        if (loggers is not null)
        {
            services.AddSingleton<ILoggerProvider>(new FailingLoggers(loggers == "hanging"));
        }
    }

    /// <summary>Subscribes as only a careless app would.</summary>
    public static void Subscribe(IpcApplication app)
    {
        var failures = app.Services.GetRequiredService<FailureList>();
        app.ListenerFailed += (_, e) =>
        {
            failures.Add($"{e.Channel}|{e.Listener}|{e.Exception.GetType().Name}");
            FailLater();
        };
        app.IpcMain.On("isolation:void", LateListener);
        app.IpcMain.On("isolation:event", e => e.Sender.IpcMessage += LateListener);
        app.IpcMain.On("isolation:window", e =>
        {
            e.Sender.DidFrameNavigate += (_, _) => FailLater();
            e.Sender.DidFrameNavigate += (_, _) => throw new UnreadableException();
        });
        app.IpcMain.On("isolation:port", e =>
        {
            e.Ports[0].Message += (_, _) => FailLater();
            e.Ports[0].Message += (_, message) => e.Ports[0].PostMessage(message.Data);
            e.Ports[0].Start();
        });
        app.IpcMain.On("isolation:token", e =>
        {
            e.Aborted.Register(FailLater);
            e.Aborted.Register(() => throw new UnreadableException());
        });
        app.Lifetime.ApplicationStopping.Register(() => throw new UnreadableException());
    }

    private static void LateListener(IpcMainEvent e, IpcArguments arguments) => FailLater();

    /// <summary>Without a context of its own this ends the process.</summary>
    private static async void FailLater()
    {
        await Task.Yield();
        throw new UnreadableException();
    }

    public sealed class FailingLoggers(bool isHanging) : ILoggerProvider, ILogger
    {
        private readonly ManualResetEventSlim _gate = new(!isHanging);

        /// <summary>From now on a hanging logger takes what comes.</summary>
        public void Release() => _gate.Set();

        public ILogger CreateLogger(string categoryName) => this;

        /// <summary>What .NET's own host logs while it starts is at most information.</summary>
        public bool IsEnabled(LogLevel logLevel) => isHanging || (logLevel > LogLevel.Information ? throw new UnreadableException() : false);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => isHanging ? null : throw new UnreadableException();

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!isHanging)
            {
                throw new UnreadableException();
            }

            if (logLevel >= LogLevel.Error)
            {
                _gate.Wait();
            }
        }

        public void Dispose() => _gate.Dispose();
    }
}

/// <summary>None of its texts can be read.</summary>
public sealed class UnreadableException : Exception
{
    public override string Message => throw new InvalidOperationException("no message");

    public override string? StackTrace => throw new InvalidOperationException("no stack");

    public override string ToString() => throw new InvalidOperationException("no text");
}

/// <summary>A scoped service that fails when the call is over.</summary>
public sealed class UnreadableAtItsEnd : IAsyncDisposable
{
    public ValueTask DisposeAsync() => throw new UnreadableException();
}

/// <summary>What <see cref="IpcApplication.ListenerFailed"/> has told.</summary>
public sealed class FailureList
{
    private readonly Lock _gate = new();
    private readonly List<string> _all = [];

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _all];
            }
        }
    }

    public void Add(string failure)
    {
        lock (_gate)
        {
            _all.Add(failure);
        }
    }
}
