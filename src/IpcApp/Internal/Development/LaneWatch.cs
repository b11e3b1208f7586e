using System.Collections.Concurrent;
using System.Diagnostics;
using IpcApp.Internal.Dispatch;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Development;

/// <summary>
/// Names a handler that holds up its frame, once and while it still does. One timer looks at the lanes that are running; a message costs
/// two writes. Thread-safe.
/// </summary>
internal sealed class LaneWatch(TimeProvider time, ILogger<IIpcMain> logger) : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private const int MaxHandlers = 100;
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<FrameLane, byte> _running = new();
    private readonly HashSet<string> _named = [];
    private ITimer? _timer;

    public void Start() => _timer ??= time.CreateTimer(static watch => ((LaneWatch)watch!).Look(), this, Period, Period);

    /// <summary>A lane begins to run messages.</summary>
    public void Entered(FrameLane lane) => _running[lane] = 0;

    /// <summary>It has run all that waited.</summary>
    public void Left(FrameLane lane) => _running.TryRemove(lane, out _);

    public long Now() => time.GetTimestamp();

    public void Dispose() => _timer?.Dispose();

    private void Look()
    {
        if (Debugger.IsAttached)
        {
            return; // it may be paused, for as long as a person thinks
        }

        foreach (var (lane, _) in _running)
        {
            if (lane.Current is not { } message)
            {
                continue;
            }

            var since = time.GetElapsedTime(message.StartedAt);
            var handler = message.ActiveHandler ?? "A handler";
            if (since >= Patience && TryName($"{handler} {message.Channel}"))
            {
                DevelopmentLog.HandlerBlocks(logger, PlainText.Of(handler), since.TotalSeconds, PlainText.Of(message.ToString(), 400));
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
}
