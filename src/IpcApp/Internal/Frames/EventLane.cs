using IpcApp.Internal.Dispatch;

namespace IpcApp.Internal.Frames;

/// <summary>
/// Raises the events of one window one after another on the pool, in the order they were reported: the reader, which reports them, must
/// never run user code.
/// </summary>
/// <param name="run">Runs user code, and logs what it throws.</param>
/// <param name="work">Where it runs.</param>
internal sealed class EventLane(Action<string, Action> run, WorkScheduler work) : IThreadPoolWorkItem
{
    // Not a ConcurrentQueue, which keeps what was looked at: an event refers to its window.
    private readonly Queue<(string Name, Action Raise)> _queue = new();
    private bool _isQueued;

    public void Raise(string name, Action raise)
    {
        lock (_queue)
        {
            _queue.Enqueue((name, raise));
            if (_isQueued)
            {
                return;
            }

            _isQueued = true;
        }

        work.Queue(this);
    }

    public override string ToString()
    {
        lock (_queue)
        {
            return _queue.TryPeek(out var next) ? $"event: {next.Name}" : nameof(EventLane);
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        while (TakeNext() is var (name, raise))
        {
            run($"A subscriber of {name}", raise);
            if (work.IsStepwise)
            {
                if (HasMore())
                {
                    work.Queue(this);
                }

                return;
            }
        }
    }

    /// <summary>Null when there is none, and others may queue the lane again.</summary>
    private (string Name, Action Raise)? TakeNext()
    {
        lock (_queue)
        {
            _isQueued = _queue.TryDequeue(out var next);
            return _isQueued ? next : null;
        }
    }

    /// <summary>Whether the lane is to be queued again, or may be by others.</summary>
    private bool HasMore()
    {
        lock (_queue)
        {
            return _isQueued = _queue.Count > 0;
        }
    }
}
