using IpcApp.Internal.Logging;
using Microsoft.Extensions.Logging;

namespace IpcApp.Conformance.Driver;

/// <summary>What the app under test logged since the scenario began; the texts that Electron writes to stderr are there.</summary>
public sealed class LogCapture : ILoggerProvider
{
    private readonly Lock _gate = new();
    private readonly List<LogEntry> _entries = [];
    private readonly List<(Func<LogEntry, bool> Wanted, TaskCompletionSource<LogEntry> Seen)> _waiting = [];

    /// <summary>The queue through which the runtime's lines come; null until the app has been built.</summary>
    internal QueuedLoggers? Queue { get; set; }

    public IReadOnlyList<LogEntry> Entries
    {
        get
        {
            Queue?.Flush(Patience.Limit);
            lock (_gate)
            {
                return [.. _entries];
            }
        }
    }

    /// <summary>The entries with a text in them.</summary>
    public IReadOnlyList<LogEntry> Containing(string text)
        => [.. Entries.Where(entry => entry.Message.Contains(text, StringComparison.Ordinal))];

    /// <summary>Waits for an entry with a text in it, which may be there already.</summary>
    public async Task<LogEntry> WaitForAsync(string text)
    {
        Task<LogEntry> seen;
        lock (_gate)
        {
            if (_entries.Find(Wanted) is { } entry)
            {
                return entry;
            }

            var waiter = new TaskCompletionSource<LogEntry>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((Wanted, waiter));
            seen = waiter.Task;
        }

        try
        {
            return await seen.WaitAsync(Patience.Limit);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"'{text}' was not logged. The log:\n{string.Join('\n', Entries)}");
        }

        bool Wanted(LogEntry entry) => entry.Message.Contains(text, StringComparison.Ordinal);
    }

    public void Clear()
    {
        Queue?.Flush(Patience.Limit);
        lock (_gate)
        {
            _entries.Clear();
        }
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => new CategoryLogger(this, categoryName);

    void IDisposable.Dispose()
    {
    }

    private void Add(LogEntry entry)
    {
        lock (_gate)
        {
            _entries.Add(entry);
            _waiting.RemoveAll(waiter => waiter.Wanted(entry) && waiter.Seen.TrySetResult(entry));
        }
    }

    private sealed class CategoryLogger(LogCapture capture, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => capture.Add(new LogEntry(logLevel, category, formatter(state, exception), exception));
    }
}
