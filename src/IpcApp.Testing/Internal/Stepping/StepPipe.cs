namespace IpcApp.Testing.Internal.Stepping;

/// <summary>Things that keep their order, each of them a step. Thread-safe.</summary>
/// <param name="scheduler">Makes the steps.</param>
/// <param name="page">The page they happen in; null if in main.</param>
internal sealed class StepPipe(StepScheduler scheduler, FakeFrame? page) : IThreadPoolWorkItem
{
    private readonly Queue<(string Name, Action Run)> _queue = new();

    public void Add(string name, Action run)
    {
        lock (_queue)
        {
            _queue.Enqueue((name, run));
            if (_queue.Count > 1)
            {
                return;
            }
        }

        scheduler.Queue(this, page);
    }

    public override string ToString()
    {
        lock (_queue)
        {
            return _queue.Peek().Name;
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        Action run;
        lock (_queue)
        {
            run = _queue.Peek().Run;
        }

        try
        {
            run();
        }
        finally
        {
            bool isMore;
            lock (_queue)
            {
                _queue.Dequeue(); // only now, so that the pipe is not queued twice meanwhile
                isMore = _queue.Count > 0;
            }

            if (isMore)
            {
                scheduler.Queue(this, page);
            }
        }
    }
}
