using System.Buffers.Binary;
using System.Text;

namespace IpcApp.Internal.Bridge;

/// <summary>The head of a frame, as <c>docs/internals/protocol.md</c> describes it. Electron's own is <c>lib/bridge/wire.js</c>.</summary>
/// <param name="Length">Bytes after the header.</param>
/// <param name="Kind">What the message is.</param>
/// <param name="Flags">Where the frame stands in its message.</param>
/// <param name="Reserved">Must be 0.</param>
/// <param name="Lane">What the message is ordered by.</param>
/// <param name="Id">The number its sender gave the message.</param>
internal readonly record struct FrameHeader(int Length, byte Kind, FrameFlags Flags, ushort Reserved, uint Lane, uint Id)
{
    /// <summary>Bytes of a header, its length field included.</summary>
    public const int Size = 16;

    /// <summary>The largest frame, header included: what a small message can have to wait behind.</summary>
    public const int MaxFrame = 256 * 1024;

    public const int MaxChunk = MaxFrame - Size;

    /// <summary>Bytes before the first chunk of a message in several chunks: its total size.</summary>
    public const int TotalSize = 4;

    /// <summary>The length field does not count itself.</summary>
    private const int LengthField = 4;

    private const int MaxReason = 1024;

    /// <summary>Whether the message is complete in this frame.</summary>
    public bool IsComplete => (Flags & FrameFlags.Complete) == FrameFlags.Complete;

    public bool IsFirst => (Flags & FrameFlags.First) != 0;

    public bool IsLast => (Flags & FrameFlags.Last) != 0;

    public bool IsUnlaned => (Flags & FrameFlags.Unlaned) != 0;

    public static FrameHeader Read(ReadOnlySpan<byte> bytes) => new(
        unchecked((int)BinaryPrimitives.ReadUInt32LittleEndian(bytes) - (Size - LengthField)),
        bytes[4],
        (FrameFlags)bytes[5],
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]));

    public void Write(Span<byte> target)
    {
        BinaryPrimitives.WriteInt32LittleEndian(target, Length + Size - LengthField);
        target[4] = Kind;
        target[5] = (byte)Flags;
        BinaryPrimitives.WriteUInt16LittleEndian(target[6..], Reserved);
        BinaryPrimitives.WriteUInt32LittleEndian(target[8..], Lane);
        BinaryPrimitives.WriteUInt32LittleEndian(target[12..], Id);
    }

    /// <summary>A frame of the bridge's own, complete in itself.</summary>
    public static byte[] OwnFrame(byte kind, ReadOnlySpan<byte> payload = default)
    {
        var frame = new byte[Size + payload.Length];
        new FrameHeader(payload.Length, kind, FrameFlags.Complete, 0, 0, 0).Write(frame);
        payload.CopyTo(frame.AsSpan(Size));
        return frame;
    }

    public static byte[] AbortFrame(string reason)
    {
        var text = Encoding.UTF8.GetBytes(reason);
        return OwnFrame(FrameKind.Abort, text.AsSpan(0, Math.Min(text.Length, MaxReason)));
    }
}

/// <summary>Where a frame stands in its message.</summary>
[Flags]
internal enum FrameFlags : byte
{
    None = 0,
    First = 1,
    Last = 2,
    Complete = First | Last,

    /// <summary>The message is ordered against nothing.</summary>
    Unlaned = 4,
    All = Complete | Unlaned,
}

/// <summary>The kinds that belong to the bridge itself and never reach a receiver.</summary>
internal static class FrameKind
{
    public const byte FirstOwn = 0xF0;
    public const byte Hello = 0xF0;
    public const byte Proof = 0xF1;
    public const byte Welcome = 0xF2;
    public const byte Goodbye = 0xFE;
    public const byte Abort = 0xFF;
}
