using System.Threading.Channels;
using IpcApp.Internal.Bridge;

namespace IpcApp.Tests.Bridge;

internal sealed record Received(byte Kind, uint Lane, uint Id, byte[] Bytes);

/// <summary>Keeps what comes, in the order in which it comes.</summary>
internal sealed class Inbox : IBridgeReceiver
{
    private readonly Channel<Received> _messages = Channel.CreateUnbounded<Received>();
    private int _closed;

    public int ClosedCount => Volatile.Read(ref _closed);

    public void OnMessage(byte kind, uint lane, uint id, BridgePayload payload)
    {
        using (payload)
        {
            _messages.Writer.TryWrite(new Received(kind, lane, id, payload.Span.ToArray()));
        }
    }

    public void OnClosed(BridgeCloseReason reason)
    {
        Interlocked.Increment(ref _closed);
        _messages.Writer.TryComplete();
    }

    public Task<Received> NextAsync() => _messages.Reader.ReadAsync().AsTask().OrFail();
}
