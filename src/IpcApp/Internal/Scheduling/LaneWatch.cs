using System.Collections.Concurrent;
using System.Diagnostics;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Logging;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Scheduling;

/// <summary>
/// Names a handler that holds up its frame, or a subscriber that holds up all events, once and while it still does. One timer looks at the
/// lanes that are running; a message or an event costs one small object. Thread-safe.
/// </summary>
internal sealed class LaneWatch(TimeProvider time, ILogger<Subsystem.Ipc> logger) : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private const int MaxHandlers = 100;
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);

    private readonly TimeProvider _time = time;
    private readonly ConcurrentDictionary<Run, byte> _runs = new();
    private readonly HashSet<string> _named = [];
    private ITimer? _timer;

    public void Start() => _timer ??= _time.CreateTimer(static watch => ((LaneWatch)watch!).Look(), this, Period, Period);

    /// <summary>
    /// A lane begins to run the messages or events that wait. Each time is a run of its own, since the next one of a lane can begin before this
    /// one has ended.
    /// </summary>
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
            if (run.Current is { } watched && _time.GetElapsedTime(watched.StartedAt) is var since
                && since >= Patience && TryName(watched.Key))
            {
                watched.Warn(logger, since.TotalSeconds);
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

    /// <summary>What a lane does, one message or event after another.</summary>
    internal sealed class Run(LaneWatch watch) : IDisposable
    {
        private volatile Watched? _current;

        /// <summary>The message or event whose synchronous part runs; null between two of them.</summary>
        public Watched? Current => _current;

        public void Starting(IWatchedMessage message) => _current = new WatchedMessage(message, watch._time.GetTimestamp());

        /// <param name="what">What is run: a noun.</param>
        public void Starting(string what) => _current = new WatchedEvent(what, watch._time.GetTimestamp());

        public void Started() => _current = null;

        public void Dispose() => watch._runs.TryRemove(this, out _);
    }

    /// <param name="startedAt">When its synchronous part began, by the clock of the watch.</param>
    internal abstract class Watched(long startedAt)
    {
        public long StartedAt => startedAt;

        /// <summary>What is named only once.</summary>
        public abstract string Key { get; }

        public abstract void Warn(ILogger logger, double seconds);
    }

    private sealed class WatchedMessage(IWatchedMessage message, long startedAt) : Watched(startedAt)
    {
        public override string Key => $"{Handler} {message.Channel}";

        private string Handler => message.ActiveHandler ?? "a handler";

        public override void Warn(ILogger logger, double seconds)
            => UserCodeLog.HandlerBlocks(logger, LogText.Clean(Handler), seconds, LogText.Clean(message.ToString() ?? "", 400));
    }

    private sealed class WatchedEvent(string what, long startedAt) : Watched(startedAt)
    {
        public override string Key => what;

        public override void Warn(ILogger logger, double seconds)
            => UserCodeLog.SubscriberBlocks(logger, LogText.Clean(char.ToLowerInvariant(what[0]) + what[1..]), seconds);
    }
}

/// <summary>A message, as a warning names it. Its text says where it came from.</summary>
internal interface IWatchedMessage
{
    string Channel { get; }

    /// <summary>The handler or listener that was called last, as logs name it; null before the first.</summary>
    string? ActiveHandler { get; }
}
