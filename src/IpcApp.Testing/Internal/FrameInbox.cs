namespace IpcApp.Testing.Internal;

/// <summary>The messages from main to one frame, by channel.</summary>
internal sealed class FrameInbox(FakeFrame frame)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Channel> _channels = [];

    public void Deliver(string channel, IReadOnlyList<IpcValue> arguments)
    {
        lock (_gate)
        {
            Get(channel).Deliver(arguments);
        }
    }

    public async Task<IReadOnlyList<IpcValue>> NextAsync(string channel, TimeSpan timeout)
    {
        Task<IReadOnlyList<IpcValue>> next;
        lock (_gate)
        {
            next = Get(channel).Next();
        }

        try
        {
            return await next.WaitAsync(timeout).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException(
                $"No message on '{channel}' reached the frame {frame.Url} within {timeout.TotalSeconds:0.#} s. It received: {Summary()}.");
        }
    }

    public IReadOnlyList<IReadOnlyList<IpcValue>> Received(string channel)
    {
        lock (_gate)
        {
            return [.. Get(channel).All];
        }
    }

    private string Summary()
    {
        lock (_gate)
        {
            var counts = _channels
                .Where(entry => entry.Value.All.Count > 0)
                .Select(entry => $"'{entry.Key}' ({entry.Value.All.Count})")
                .ToList();
            return counts.Count == 0 ? "nothing" : string.Join(", ", counts);
        }
    }

    private Channel Get(string name) => _channels.TryGetValue(name, out var channel) ? channel : _channels[name] = new Channel();

    private sealed class Channel
    {
        private readonly Queue<IReadOnlyList<IpcValue>> _unread = new();
        private readonly Queue<TaskCompletionSource<IReadOnlyList<IpcValue>>> _waiting = new();

        public List<IReadOnlyList<IpcValue>> All { get; } = [];

        public void Deliver(IReadOnlyList<IpcValue> arguments)
        {
            All.Add(arguments);
            if (!_waiting.TryDequeue(out var waiter))
            {
                _unread.Enqueue(arguments);
            }
            else
            {
                waiter.SetResult(arguments);
            }
        }

        public Task<IReadOnlyList<IpcValue>> Next()
        {
            if (_unread.TryDequeue(out var arguments))
            {
                return Task.FromResult(arguments);
            }

            var waiter = new TaskCompletionSource<IReadOnlyList<IpcValue>>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(waiter);
            return waiter.Task;
        }
    }
}
