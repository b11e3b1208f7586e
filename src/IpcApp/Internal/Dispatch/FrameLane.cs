using System.Collections.Concurrent;

namespace IpcApp.Internal.Dispatch;

/// <summary>
/// Starts the messages of one frame one after another, each running to its first incomplete await before the next starts
/// (design 5, S107 to S109). Different lanes run in parallel on the thread pool.
/// </summary>
internal sealed class FrameLane(Dispatcher dispatcher) : IThreadPoolWorkItem
{
    private readonly ConcurrentQueue<IncomingMessage> _queue = new();
    private int _count;

    public void Enqueue(IncomingMessage message)
    {
        _queue.Enqueue(message);
        if (Interlocked.Increment(ref _count) == 1)
        {
            // Without the execution context: nothing ambient of the reader reaches a handler.
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        var clean = ExecutionContext.Capture();
        do
        {
            if (_queue.TryDequeue(out var message))
            {
                dispatcher.Start(message);

                // What one handler put into an AsyncLocal must not be seen by the next message's.
                if (clean is not null)
                {
                    ExecutionContext.Restore(clean);
                }
            }
        }
        while (Interlocked.Decrement(ref _count) > 0);
    }
}
