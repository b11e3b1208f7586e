using System.Globalization;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Logging;

/// <summary>
/// The lines on their way to the app's loggers, which are code of others: a thread of its own hands them over, one after another, in the
/// order in which they were logged. So a logger that throws, hangs or is slow harms no message and never the bridge's reader. Thread-safe.
/// </summary>
internal sealed class LogQueue : IDisposable
{
    private const int Capacity = 4_096;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CrashLimit = TimeSpan.FromSeconds(2);

    [ThreadStatic]
    private static bool _isWriting;

    private readonly object _gate = new();
    private readonly Queue<Entry> _lines = new();
    private readonly LoggerFailures _failures = new();
    private readonly QueuedLogger _own;
    private long _added;
    private long _written;
    private long _dropped;
    private bool _hasWorker;
    private bool _isTellingOfDropped;
    private volatile bool _isClosed;

    public LogQueue(ILoggerFactory factory)
    {
        Factory = factory;
        _own = new QueuedLogger("IpcApp", this, null, null);
        AppDomain.CurrentDomain.UnhandledException += FlushBeforeCrash;
        AppDomain.CurrentDomain.ProcessExit += FlushBeforeExit;
    }

    /// <summary>Whether this thread is handing over a line of the queue.</summary>
    public static bool IsWriting => _isWriting;

    /// <summary>Where the app's loggers come from.</summary>
    public ILoggerFactory Factory { get; }

    /// <summary>
    /// Queues a line; never waits for a logger. A line that a logger causes while it takes another one is left out: it would cause the next.
    /// </summary>
    public void Add(QueuedLogger logger, LogLine line)
    {
        lock (_gate)
        {
            if (_isWriting || (_lines.Count >= Capacity && !_isClosed))
            {
                // What a logger causes by the line about lines that were left out is not counted: it would cause that line again, for ever.
                _dropped += _isWriting && _isTellingOfDropped ? 0 : 1;
                return;
            }

            if (!_isClosed)
            {
                _lines.Enqueue(new Entry(logger, line, ExecutionContext.Capture()));
                _added++;
                Monitor.PulseAll(_gate);
                StartWorker();
                return;
            }
        }

        Write(new Entry(logger, line, null)); // the app has ended, and nothing is left that it could hold up
    }

    /// <summary>Waits until the loggers have every line that was added before.</summary>
    /// <param name="limit">The longest time to wait.</param>
    /// <returns>False if they did not have it by then.</returns>
    public bool Flush(TimeSpan limit)
    {
        if (_isWriting)
        {
            return false; // a logger asks, and would wait for itself
        }

        var end = DateTime.UtcNow + limit;
        lock (_gate)
        {
            var last = _added;
            while (_written < last)
            {
                var left = end - DateTime.UtcNow;
                if (left <= TimeSpan.Zero || !Monitor.Wait(_gate, left))
                {
                    return _written >= last;
                }
            }

            return true;
        }
    }

    /// <summary>Hands over what waits, for at most five seconds.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.UnhandledException -= FlushBeforeCrash;
        AppDomain.CurrentDomain.ProcessExit -= FlushBeforeExit;
        var isDone = Flush(CloseLimit);
        lock (_gate)
        {
            _isClosed = true;
            Monitor.PulseAll(_gate);
            if (!isDone)
            {
                LoggerFailures.Write($"{_added - _written} lines of the log were not written: a logger did not take them within 5 seconds.");
                _lines.Clear();
            }
        }
    }

    private void FlushBeforeCrash(object sender, UnhandledExceptionEventArgs e) => Flush(CrashLimit);

    private void FlushBeforeExit(object? sender, EventArgs e) => Flush(CrashLimit);

    /// <summary>The thread ends when there has been nothing to do for a while, and is started again.</summary>
    private void StartWorker()
    {
        if (!_hasWorker)
        {
            _hasWorker = true;
            new Thread(Run) { Name = "IpcApp log", IsBackground = true }.UnsafeStart();
        }
    }

    private void Run()
    {
        while (TakeNext() is { } entry)
        {
            Write(entry);
            lock (_gate)
            {
                _written++;
                Monitor.PulseAll(_gate);
            }
        }
    }

    private Entry? TakeNext()
    {
        lock (_gate)
        {
            while (true)
            {
                if (_lines.TryDequeue(out var entry))
                {
                    return entry;
                }

                if (_dropped > 0)
                {
                    _added++;
                    return new Entry(_own, TakeDropped(), null);
                }

                if (_isClosed || !Monitor.Wait(_gate, Idle))
                {
                    if (_lines.Count == 0)
                    {
                        _hasWorker = false;
                        return null;
                    }
                }
            }
        }
    }

    private LogLine TakeDropped()
    {
        var count = _dropped.ToString("N0", CultureInfo.InvariantCulture);
        _dropped = 0;
        return LogLine.Create(
            LogLevel.Warning, new EventId(7001, "LinesDropped"),
            $"{count} lines of the log were left out: the loggers did not take them fast enough, or caused them themselves.", null,
            static (text, _) => text);
    }

    private void Write(Entry entry)
    {
        _isWriting = true;
        _isTellingOfDropped = entry.Logger == _own;
        try
        {
            if (entry.Context is { } context)
            {
                ExecutionContext.Run(context, static state => ((Entry)state!).HandOver(), entry); // scopes and activities are the caller's
            }
            else
            {
                entry.HandOver();
            }
        }
        catch (ObjectDisposedException) when (_isClosed)
        {
            // The app has ended, and its loggers with it.
        }
        catch (Exception e)
        {
            _failures.Report(e);
        }
        finally
        {
            _isWriting = false;
        }
    }

    private sealed record Entry(QueuedLogger Logger, LogLine Line, ExecutionContext? Context)
    {
        public void HandOver() => Logger.Write(Line);
    }
}
