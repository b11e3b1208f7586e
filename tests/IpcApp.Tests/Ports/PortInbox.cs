using System.Threading.Channels;

namespace IpcApp.Tests.Ports;

/// <summary>What one port of .NET's raises.</summary>
internal sealed class PortInbox
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Channel<PortMessageEventArgs> _messages = Channel.CreateUnbounded<PortMessageEventArgs>();
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _closedCount;

    public PortInbox(MessagePortMain port)
    {
        port.Message += (_, e) => _messages.Writer.TryWrite(e);
        port.Closed += (_, _) =>
        {
            Interlocked.Increment(ref _closedCount);
            _closed.TrySetResult();
        };
    }

    public int ClosedCount => Volatile.Read(ref _closedCount);

    public bool IsEmpty => !_messages.Reader.TryPeek(out _);

    /// <summary>Subscribes, and starts the port.</summary>
    public static PortInbox Start(MessagePortMain port)
    {
        var inbox = new PortInbox(port);
        port.Start();
        return inbox;
    }

    public async Task<PortMessageEventArgs> NextAsync() => await _messages.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    public async Task<T?> NextAsync<T>() => (await NextAsync()).GetData<T>();

    public Task WhenClosedAsync() => _closed.Task.WaitAsync(Patience);
}
