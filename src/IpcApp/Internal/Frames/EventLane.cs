using System.Collections.Concurrent;

namespace IpcApp.Internal.Frames;

/// <summary>
/// Raises the events of one window one after another on the pool, in the order they were reported: the reader, which reports them, must
/// never run user code.
/// </summary>
/// <param name="run">Runs user code, and logs what it throws.</param>
internal sealed class EventLane(Action<string, Action> run) : IThreadPoolWorkItem
{
    private readonly ConcurrentQueue<(string Name, Action Raise)> _queue = new();
    private int _count;

    public void Raise(string name, Action raise)
    {
        _queue.Enqueue((name, raise));
        if (Interlocked.Increment(ref _count) == 1)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        do
        {
            if (_queue.TryDequeue(out var next))
            {
                run($"A subscriber of {next.Name}", next.Raise);
            }
        }
        while (Interlocked.Decrement(ref _count) > 0);
    }
}
