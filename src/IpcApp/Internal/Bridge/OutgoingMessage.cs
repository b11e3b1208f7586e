namespace IpcApp.Internal.Bridge;

/// <summary>A message that waits, or of which some chunks have gone.</summary>
internal sealed class OutgoingMessage(byte kind, uint lane, uint id, bool unlaned, ArraySegment<byte> payload, IDisposable owner)
{
    private int _sent;

    public int Total => payload.Count;

    /// <summary>Whether it needs more than one frame.</summary>
    public bool IsLarge => NeedsChunks(Total);

    /// <summary>What a waiting message costs beside its bytes.</summary>
    public long Cost => Total + 64L;

    /// <summary>The next message of the lane.</summary>
    public OutgoingMessage? Next { get; set; }

    public static bool NeedsChunks(int length) => length > FrameHeader.MaxChunk;

    /// <summary>Writes the next frame. Returns whether it was the last one, which leaves the owner of the bytes with the buffer.</summary>
    public bool WriteFrame(FrameBuffer buffer)
    {
        var first = _sent == 0;
        var announced = first && IsLarge;
        var length = Math.Min(Total - _sent, FrameHeader.MaxChunk - (announced ? FrameHeader.TotalSize : 0));
        var last = _sent + length == Total;
        var flags = (first ? FrameFlags.First : 0) | (last ? FrameFlags.Last : 0) | (unlaned ? FrameFlags.Unlaned : 0);
        buffer.Begin(new FrameHeader(length, kind, flags, 0, lane, id), announced ? Total : null);
        buffer.Add(payload.Slice(_sent, length));
        _sent += length;
        if (last)
        {
            buffer.ReleaseLater(owner);
        }

        return last;
    }

    /// <summary>Gives the bytes back without sending them.</summary>
    public void Drop() => owner.Dispose();
}
