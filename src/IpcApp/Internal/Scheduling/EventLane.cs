namespace IpcApp.Internal.Scheduling;

/// <summary>
/// Raises events one after another on the pool, in the order in which they were reported: the reader, which reports them, must never run
/// user code.
/// </summary>
/// <param name="run">Runs the code of an event, which it gets with a noun for it, and throws nothing.</param>
/// <param name="work">Where it runs.</param>
/// <param name="pending">Counts the events until they have been raised.</param>
/// <param name="watch">Looks for code that holds up the lane; null for nothing.</param>
internal sealed class EventLane(Action<string, Action> run, WorkScheduler work, PendingWork pending, LaneWatch? watch) : IThreadPoolWorkItem
{
    // Not a ConcurrentQueue, which keeps what was looked at: an event refers to its window.
    private readonly Queue<(string Name, string What, Action Raise, PendingWork.Ticket Ticket)> _queue = new();
    private bool _isQueued;

    /// <param name="name">The event, as steps call it.</param>
    /// <param name="raise">Runs the subscribers.</param>
    /// <param name="what">What is run, for the log: a noun. Null for a subscriber of the event.</param>
    public void Raise(string name, Action raise, string? what = null)
    {
        var ticket = pending.Begin();
        lock (_queue)
        {
            _queue.Enqueue((name, what ?? $"A subscriber of {name}", raise, ticket));
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
        using var watched = watch?.Enter();
        while (TakeNext() is var (_, what, raise, ticket))
        {
            using (ticket)
            {
                watched?.Starting(what);
                run(what, raise);
                watched?.Started();
            }

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
    private (string Name, string What, Action Raise, PendingWork.Ticket Ticket)? TakeNext()
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
