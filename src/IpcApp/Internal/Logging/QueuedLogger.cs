using IpcApp.Internal.Ground;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Logging;

/// <summary>A logger of the runtime: it never throws, never waits, and calls no code of others on the caller's thread.</summary>
internal class QueuedLogger(string category, LogQueue queue, LogLimiter? limiter, ILogTap? tap) : ILogger
{
    private ILogger? _target;

    /// <summary>The loggers decide later, as asking them would run their code here.</summary>
    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        var made = LogLine.Create(logLevel, eventId, state, exception, formatter);
        if ((limiter is null ? made : limiter.Admit(category, made)) is { } line)
        {
            tap?.Logged(category, line);
            queue.Add(this, line);
        }
    }

    /// <summary>Hands a line to the app's loggers, on the queue's thread. Throws what they throw.</summary>
    public void Write(LogLine line)
    {
        _target ??= queue.Factory.CreateLogger(category);
        if (_target.IsEnabled(line.Level))
        {
            var exception = ExceptionText.ForLog(line.Exception);
            _target.Log(line.Level, line.Id, line, exception, static (line, _) => line.Text);
        }
    }
}

/// <inheritdoc cref="QueuedLogger"/>
internal sealed class QueuedLogger<T>(string category, LogQueue queue, LogLimiter? limiter, ILogTap? tap)
    : QueuedLogger(category, queue, limiter, tap), ILogger<T>;

/// <summary>Sees the lines of the runtime when they are logged, before any logger does: for the log of a test.</summary>
internal interface ILogTap
{
    void Logged(string category, LogLine line);
}
