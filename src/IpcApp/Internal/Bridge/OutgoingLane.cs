namespace IpcApp.Internal.Bridge;

/// <summary>The messages that wait in one lane, oldest first.</summary>
internal sealed class OutgoingLane(LaneKey key)
{
    private OutgoingMessage? _tail;

    public LaneKey Key => key;

    public OutgoingMessage? Head { get; private set; }

    public long Bytes { get; private set; }

    public void Enqueue(OutgoingMessage message)
    {
        Bytes += message.Cost;
        if (_tail is null)
        {
            Head = message;
        }
        else
        {
            _tail.Next = message;
        }

        _tail = message;
    }

    public OutgoingMessage Dequeue()
    {
        var message = Head!;
        Bytes -= message.Cost;
        Head = message.Next;
        _tail = Head is null ? null : _tail;
        return message;
    }
}
