using System.Collections.Concurrent;
using IpcApp.Internal.Scheduling;

namespace IpcApp.Internal.Dispatch;

/// <summary>
/// Starts the messages of one frame one after another, each running to its first incomplete await before the next starts
/// (design 5, S107 to S109). Different lanes run in parallel on the thread pool.
/// </summary>
internal sealed class FrameLane(Dispatcher dispatcher, WorkScheduler work, long maxWaitingBytes, LaneWatch? watch) : IThreadPoolWorkItem
{
    private readonly ConcurrentQueue<IncomingMessage> _queue = new();
    private int _count;

    /// <summary>What its messages may take while they wait and while they are handled.</summary>
    public FrameRoom Room { get; } = new(maxWaitingBytes);

    /// <summary>Gives a message its place, or refuses it if too much waits already. Called by one thread at a time.</summary>
    public void Enqueue(IncomingMessage message)
    {
        if (!Room.TryWait(message.Values.Length))
        {
            dispatcher.Overloaded(message);
            return;
        }

        _queue.Enqueue(message);
        if (Interlocked.Increment(ref _count) == 1)
        {
            work.Queue(this); // without the execution context: nothing ambient of the reader reaches a handler
        }
    }

    /// <summary>The message whose turn is next.</summary>
    public override string ToString() => _queue.TryPeek(out var next) ? next.ToString() : nameof(FrameLane);

    void IThreadPoolWorkItem.Execute()
    {
        using var watched = watch?.Enter();
        var clean = ExecutionContext.Capture();
        while (true)
        {
            if (_queue.TryDequeue(out var message))
            {
                Room.EndWait(message.Values.Length);
                watched?.Starting(message);
                dispatcher.Start(message);
                watched?.Started();

                // What one handler put into an AsyncLocal must not be seen by the next message's.
                if (clean is not null)
                {
                    ExecutionContext.Restore(clean);
                }
            }

            if (Interlocked.Decrement(ref _count) == 0)
            {
                return;
            }

            if (work.IsStepwise)
            {
                work.Queue(this);
                return;
            }
        }
    }
}
