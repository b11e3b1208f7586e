using IpcApp.Internal.Ground;
using IpcApp.Internal.Logging;
using Microsoft.Extensions.Logging;

namespace IpcApp.Testing.Internal;

/// <summary>
/// Keeps the app's log, and knows which of its errors the test has seen. What the runtime logs it gets at once, so that a line precedes its
/// effects, as in <see cref="FailureOf"/>, and has the same place in each run of a seed; other loggers get it later. Thread-safe.
/// </summary>
/// <param name="output">Gets each line; may be null.</param>
/// <param name="minimumLevel">The least level of the runtime's lines.</param>
internal sealed class LogCapture(Action<string>? output, LogLevel minimumLevel) : ILoggerProvider, ILogTap
{
    private readonly Lock _gate = new();
    private readonly List<FakeLogEntry> _all = [];
    private readonly List<FakeLogEntry> _unseen = [];
    private readonly List<(FakeLogEntry Entry, string Channel, string Text)> _failures = [];

    public IReadOnlyList<FakeLogEntry> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _all];
            }
        }
    }

    /// <summary>The errors that the test has not seen.</summary>
    public IReadOnlyList<FakeLogEntry> Unseen
    {
        get
        {
            lock (_gate)
            {
                return [.. _unseen];
            }
        }
    }

    public IReadOnlyList<FakeLogEntry> TakeErrors()
    {
        lock (_gate)
        {
            FakeLogEntry[] taken = [.. _unseen];
            _unseen.Clear();
            _failures.Clear();
            return taken;
        }
    }

    /// <summary>
    /// The line that tells of a failed <c>invoke</c>, which is written before the failure is sent to the page. It goes with one call only;
    /// a handler that fails after its answer has a line that goes with none.
    /// </summary>
    /// <returns>Null if there is none: a refusal, for one, is no error.</returns>
    public FakeLogEntry? FailureOf(string channel, string text)
    {
        lock (_gate)
        {
            var (shownChannel, shownText) = (LogText.Clean(channel), LogText.Clean(text, LogText.SentenceLength));
            var found = _failures.FindLastIndex(failure => failure.Channel == shownChannel && failure.Text == shownText);
            if (found < 0)
            {
                return null;
            }

            var entry = _failures[found].Entry;
            _failures.RemoveAt(found);
            return entry;
        }
    }

    /// <summary>The same for the error that was logged last with a text.</summary>
    public void MarkSeen(string message)
    {
        lock (_gate)
        {
            if (_unseen.FindLastIndex(entry => entry.Message.EndsWith(message, StringComparison.Ordinal)) is >= 0 and var found)
            {
                _unseen.RemoveAt(found);
            }
        }
    }

    /// <summary>The rejection that an error became has reached the test.</summary>
    public void MarkSeen(FakeLogEntry? entry)
    {
        if (entry is not null)
        {
            lock (_gate)
            {
                _unseen.Remove(entry);
            }
        }
    }

    void ILogTap.Logged(string category, LogLine line)
    {
        if (line.Level >= minimumLevel)
        {
            Add(category, line.Level, line.Id, line.Text, line, line.Exception);
        }
    }

    public ILogger CreateLogger(string categoryName) => new CategoryLogger(this, categoryName);

    public void Dispose()
    {
    }

    private void Add(
        string category, LogLevel level, EventId id, string text, IReadOnlyList<KeyValuePair<string, object?>>? values, Exception? exception)
    {
        var entry = new FakeLogEntry(level, category, text, exception);
        var failure = category == InvokeFailure.Category ? InvokeFailure.Of(id, values) : null;
        lock (_gate)
        {
            _all.Add(entry);
            if (entry.Level >= LogLevel.Error)
            {
                _unseen.Add(entry);
                if (failure is var (channel, reason))
                {
                    _failures.Add((entry, channel, reason));
                }
            }
        }

        output?.Invoke(entry.ToString());
    }

    private sealed class CategoryLogger(LogCapture capture, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None; // the filter has decided

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!LogQueue.IsWriting) // those are here already
            {
                capture.Add(
                    category, logLevel, eventId, formatter(state, exception), state as IReadOnlyList<KeyValuePair<string, object?>>, exception);
            }
        }
    }
}

/// <summary>What the runtime's lines about failed invokes say (S54).</summary>
internal static class InvokeFailure
{
    private const int HandlerFailed = 1001;
    private const int NoHandler = 1002;

    public static readonly string Category = Subsystem.CategoryOf<Subsystem.Ipc>();

    public static (string Channel, string Text)? Of(EventId id, IReadOnlyList<KeyValuePair<string, object?>>? values) => id.Id switch
    {
        HandlerFailed or NoHandler => (Value(values, "Channel"), Value(values, "Text")),
        _ => null,
    };

    private static string Value(IReadOnlyList<KeyValuePair<string, object?>>? values, string name)
        => values?.FirstOrDefault(pair => pair.Key == name).Value as string ?? "";
}
