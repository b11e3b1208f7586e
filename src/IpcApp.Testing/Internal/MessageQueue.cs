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

    /// <exception cref="TimeoutException">None came; whoever asks knows more to say.</exception>
    public async Task<FakeMessage> NextAsync(TimeSpan timeout)
    {
        TaskCompletionSource<FakeMessage> waiter;
        lock (_gate)
        {
            if (_unread.TryDequeue(out var message))
            {
                return message;
            }

            waiter = new TaskCompletionSource<FakeMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(waiter);
        }

        try
        {
            return await waiter.Task.WaitAsync(timeout).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!waiter.TrySetCanceled()) // a message came at the last moment, and would be lost
        {
            return await waiter.Task.ConfigureAwait(false);
        }
    }
}
