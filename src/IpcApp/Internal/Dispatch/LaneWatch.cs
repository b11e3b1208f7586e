using System.Collections.Concurrent;
using System.Diagnostics;
using IpcApp.Internal.Ground;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Dispatch;

/// <summary>
/// Names a handler that holds up its frame, once and while it still does. One timer looks at the lanes that are running; a message costs
/// one small object. Thread-safe.
/// </summary>
internal sealed class LaneWatch(TimeProvider time, ILogger<IIpcMain> logger) : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private const int MaxHandlers = 100;
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);

    private readonly TimeProvider _time = time;
    private readonly ConcurrentDictionary<Run, byte> _runs = new();
    private readonly HashSet<string> _named = [];
    private ITimer? _timer;

    public void Start() => _timer ??= _time.CreateTimer(static watch => ((LaneWatch)watch!).Look(), this, Period, Period);

    /// <summary>A lane begins to run the messages that wait. A run of its own, since the next one of a lane can begin before this one has ended.</summary>
    public Run Enter()
    {
        var run = new Run(this);
        _runs[run] = 0;
        return run;
    }

    public void Dispose() => _timer?.Dispose();

    private void Look()
    {
        if (Debugger.IsAttached)
        {
            return; // it may be paused, for as long as a person thinks
        }

        foreach (var (run, _) in _runs)
        {
            if (run.Current is not var (message, startedAt))
            {
                continue;
            }

            var since = _time.GetElapsedTime(startedAt);
            var handler = message.ActiveHandler ?? "a handler";
            if (since >= Patience && TryName($"{handler} {message.Channel}"))
            {
                DispatchLog.HandlerBlocks(logger, LogText.Clean(handler), since.TotalSeconds, LogText.Clean(message.ToString(), 400));
            }
        }
    }

    /// <summary>Timers of some clocks overlap.</summary>
    private bool TryName(string key)
    {
        lock (_named)
        {
            return _named.Count < MaxHandlers && _named.Add(key);
        }
    }

    /// <summary>What a lane does, one message after another.</summary>
    internal sealed class Run(LaneWatch watch) : IDisposable
    {
        private volatile Watched? _current;

        /// <summary>The message whose synchronous part runs; null between two of them.</summary>
        public Watched? Current => _current;

        public void Starting(IncomingMessage message) => _current = new Watched(message, watch._time.GetTimestamp());

        public void Started() => _current = null;

        public void Dispose() => watch._runs.TryRemove(this, out _);
    }

    /// <param name="Message">The message.</param>
    /// <param name="StartedAt">When its synchronous part began, by the clock of the watch.</param>
    internal sealed record Watched(IncomingMessage Message, long StartedAt);
}
