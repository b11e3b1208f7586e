using System.Runtime.InteropServices;

namespace IpcApp.Internal.Bridge;

/// <summary>
/// What waits to be written: small messages already framed, all others by lane, lanes taking turns. Filled by any thread, emptied by one.
/// </summary>
internal sealed class Outbox(SendLimits limits)
{
    private readonly object _gate = new();
    private readonly Dictionary<LaneKey, OutgoingLane> _lanes = [];
    private readonly LaneRing _ring = new();
    private FrameBuffer _filling = new();
    private byte[]? _farewell;
    private bool _isAborted;
    private bool _isEmptierWaiting;
    private long _framed;
    private long _waiting;
    private long _waitingBytes;
    private long _waitingLarge;

    /// <summary>Messages that were accepted and dropped.</summary>
    public long Dropped { get; private set; }

    /// <summary>Takes a message in.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="lane">Its lane.</param>
    /// <param name="id">Its number.</param>
    /// <param name="payload">Its bytes. They are copied before this returns, unless they have an owner.</param>
    /// <param name="owner">Disposed when the bytes are no longer needed, also if the message is refused.</param>
    /// <param name="unlaned">Whether it is ordered against nothing.</param>
    /// <param name="isForCaller">Whether it is small and the caller should write it: no thread has been woken for it.</param>
    public BridgeSendResult Add(
        byte kind, uint lane, uint id, ReadOnlyMemory<byte> payload, IDisposable? owner, bool unlaned, out bool isForCaller)
    {
        var isSmall = payload.Length < FrameBuffer.CopyBelow && payload.Length <= limits.MaxMessageBytes;
        isForCaller = unlaned;
        if (isSmall && TryFrame(kind, lane, id, payload.Span, unlaned))
        {
            owner?.Dispose();
            return BridgeSendResult.Queued;
        }

        isForCaller = false;

        return AddWaiting(kind, lane, id, payload, owner, unlaned);
    }

    /// <summary>Waits until there is something to take.</summary>
    public void Wait()
    {
        lock (_gate)
        {
            while (_filling.Bytes == 0 && _ring.IsEmpty && _farewell is null)
            {
                _isEmptierWaiting = true;
                Monitor.Wait(_gate);
                _isEmptierWaiting = false;
            }
        }
    }

    /// <summary>Wakes the thread that waits.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            WakeEmptier();
        }
    }

    /// <summary>Fills a buffer with the next write, if that is nothing but small messages.</summary>
    /// <param name="buffer">An empty buffer, exchanged for a filled one; it stays empty if another thread has taken everything.</param>
    /// <returns>False if what waits is for the writer thread.</returns>
    public bool TryTakeSmall(ref FrameBuffer buffer)
    {
        lock (_gate)
        {
            if (_farewell is not null || !_ring.IsEmpty)
            {
                return false;
            }

            (buffer, _filling) = (_filling, buffer);
            _framed = 0;
            return true;
        }
    }

    /// <summary>Fills a buffer with the next write.</summary>
    /// <param name="buffer">An empty buffer, exchanged for a filled one; it stays empty if another thread has taken everything.</param>
    /// <returns>Null, or the last frame of all: then nothing comes any more.</returns>
    public byte[]? Take(ref FrameBuffer buffer)
    {
        lock (_gate)
        {
            if (_isAborted)
            {
                Drop();
            }

            if (_filling.Bytes == 0 && _ring.IsEmpty && _farewell is not null)
            {
                return _farewell;
            }

            (buffer, _filling) = (_filling, buffer);
            _framed = 0;
            while (buffer.Bytes < FrameBuffer.Batch && _ring.TryDequeue(out var lane))
            {
                Turn(lane, buffer);
            }

            return null;
        }
    }

    /// <summary>Accepts no more. What waits still goes out, then the farewell.</summary>
    public void Complete(byte[] farewell)
    {
        lock (_gate)
        {
            _farewell ??= farewell;
            WakeEmptier();
        }
    }

    /// <summary>Accepts no more. What waits is dropped by the next <see cref="Take"/>: a part of it may be on its way just now.</summary>
    public void Abort(byte[] farewell)
    {
        lock (_gate)
        {
            _isAborted = true;
            _farewell = farewell;
            WakeEmptier();
        }
    }

    private void Drop()
    {
        Dropped += _framed + _waiting;
        _framed = _waiting = 0;
        _filling.Clear();
        while (_ring.TryDequeue(out var lane))
        {
            while (lane.Head is not null)
            {
                lane.Dequeue().Drop();
            }
        }

        _lanes.Clear();
    }

    private bool TryFrame(byte kind, uint lane, uint id, ReadOnlySpan<byte> payload, bool unlaned)
    {
        var flags = unlaned ? FrameFlags.Complete | FrameFlags.Unlaned : FrameFlags.Complete;
        lock (_gate)
        {
            if (_farewell is not null
                || _ring.HasControl
                || _filling.Bytes + FrameHeader.Size + payload.Length > FrameBuffer.Batch
                || (_lanes.Count > 0 && _lanes.ContainsKey(unlaned ? LaneKey.SmallUnlaned : LaneKey.OfLane(lane))))
            {
                return false;
            }

            _filling.Begin(new FrameHeader(payload.Length, kind, flags, 0, lane, id), null);
            _filling.AddCopy(payload);
            _framed++;
            if (!unlaned)
            {
                WakeEmptier();
            }

            return true;
        }
    }

    private BridgeSendResult AddWaiting(byte kind, uint lane, uint id, ReadOnlyMemory<byte> payload, IDisposable? owner, bool unlaned)
    {
        if (payload.Length > limits.MaxMessageBytes)
        {
            owner?.Dispose();
            return BridgeSendResult.TooLarge;
        }

        if (owner is null || !MemoryMarshal.TryGetArray(payload, out var bytes))
        {
            var copy = BridgePayload.Rent(payload.Length);
            payload.Span.CopyTo(copy.Writable);
            owner?.Dispose();
            owner = copy;
            MemoryMarshal.TryGetArray(copy.Memory, out bytes);
        }

        var message = new OutgoingMessage(kind, lane, id, unlaned, bytes, owner);
        var key = !unlaned ? LaneKey.OfLane(lane) : message.IsLarge ? LaneKey.OfMessage(kind, lane, id) : LaneKey.SmallUnlaned;
        BridgeSendResult result;
        lock (_gate)
        {
            result = Enqueue(message, key);
        }

        if (result != BridgeSendResult.Queued)
        {
            message.Drop();
        }

        return result;
    }

    private BridgeSendResult Enqueue(OutgoingMessage message, LaneKey key)
    {
        if (_farewell is not null)
        {
            return BridgeSendResult.Closed;
        }

        _lanes.TryGetValue(key, out var lane);
        if (!IsNeverRefused(message, key) && (_waitingBytes + message.Cost > limits.MaxQueuedBytes
            || (lane is not null && lane.Bytes + message.Cost > limits.MaxQueuedBytesPerLane)
            || (message.IsLarge && _waitingLarge == limits.MaxLargeMessages)))
        {
            return BridgeSendResult.QueueFull;
        }

        if (lane is null)
        {
            lane = new OutgoingLane(key);
            _lanes.Add(key, lane);
            _ring.Enqueue(lane);
        }

        lane.Enqueue(message);
        Count(message, 1);
        WakeEmptier();
        return BridgeSendResult.Queued;
    }

    /// <summary>
    /// Small control messages and small unlaned ones (answers) are few, and the other side waits for each of them.
    /// </summary>
    private static bool IsNeverRefused(OutgoingMessage message, LaneKey key)
        => message.Total < FrameBuffer.CopyBelow && (key == LaneKey.OfLane(0) || key == LaneKey.SmallUnlaned);

    /// <summary>One lane's turn: a frame, or several small ones up to a quarter of a batch.</summary>
    private void Turn(OutgoingLane lane, FrameBuffer buffer)
    {
        var until = Math.Min(FrameBuffer.Batch, buffer.Bytes + (FrameBuffer.Batch / 4));
        do
        {
            if (lane.Head!.WriteFrame(buffer))
            {
                Count(lane.Dequeue(), -1);
            }
        }
        while (lane.Head is { IsLarge: false } && buffer.Bytes < until);

        if (lane.Head is null)
        {
            _lanes.Remove(lane.Key);
        }
        else
        {
            _ring.Enqueue(lane);
        }
    }

    private void Count(OutgoingMessage message, int change)
    {
        _waiting += change;
        _waitingBytes += change * message.Cost;
        _waitingLarge += message.IsLarge ? change : 0;
    }

    private void WakeEmptier()
    {
        if (_isEmptierWaiting)
        {
            Monitor.Pulse(_gate);
        }
    }
}
