namespace IpcApp.Testing.Internal;

/// <summary>The messages that arrived in one place, and those who wait for the next. Thread-safe.</summary>
internal sealed class MessageQueue
{
    private readonly Lock _gate = new();
    private readonly List<FakeMessage> _all = [];
    private readonly Queue<FakeMessage> _unread = new();
    private readonly Queue<TaskCompletionSource<FakeMessage>> _waiting = new();

    public IReadOnlyList<FakeMessage> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _all];
            }
        }
    }

    public void Deliver(FakeMessage message)
    {
        lock (_gate)
        {
            _all.Add(message);
            while (_waiting.TryDequeue(out var waiter))
            {
                if (waiter.TrySetResult(message))
                {
                    return;
                }
            }

            _unread.Enqueue(message);
        }
    }

    /// <exception cref="TimeoutException">None came; the caller adds what it waited for.</exception>
    public async Task<FakeMessage> NextAsync(TimeSpan timeout)
    {
        var waiter = new TaskCompletionSource<FakeMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_unread.TryDequeue(out var message))
            {
                return message;
            }

            _waiting.Enqueue(waiter);
        }

        // Not WaitAsync, which goes on elsewhere before it goes on here: in an app that is stepped, nothing would wait for that.
        await using var limit = new Timer(
            static state => ((TaskCompletionSource<FakeMessage>)state!).TrySetException(new TimeoutException()),
            waiter,
            timeout,
            Timeout.InfiniteTimeSpan);
        return await waiter.Task;
    }
}
