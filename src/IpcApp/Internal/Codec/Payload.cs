using System.Buffers;
using System.Buffers.Binary;

namespace IpcApp.Internal.Codec;

/// <summary>
/// What crosses the bridge as one value: <c>u32 little-endian length of the stream | stream | bytes of the views</c>. The views' bytes lie
/// outside the stream so that Node can send them without copying them first.
/// </summary>
internal static class Payload
{
    private const int PrefixSize = sizeof(uint);

    /// <summary>Before a value in a message come a channel's name and some numbers; all together must fit an array.</summary>
    private const int RoomBefore = 128 * 1024;

    /// <param name="payload">The bytes.</param>
    /// <param name="count">How many values they are.</param>
    public static IpcValue Read(ReadOnlySpan<byte> payload, out int count)
    {
        if (payload.Length < PrefixSize)
        {
            throw IpcCloneException.Malformed("its length is missing");
        }

        return TrySplit(payload, out var stream, out var blobs)
            ? V8Reader.Read(stream, blobs, out count)
            : throw IpcCloneException.Malformed("it is shorter than its length says");
    }

    public static bool TrySplit(ReadOnlySpan<byte> payload, out ReadOnlySpan<byte> stream, out ReadOnlySpan<byte> blobs)
    {
        stream = blobs = default;
        var length = payload.Length < PrefixSize ? uint.MaxValue : BinaryPrimitives.ReadUInt32LittleEndian(payload);
        if (length > payload.Length - PrefixSize)
        {
            return false;
        }

        stream = payload.Slice(PrefixSize, (int)length);
        blobs = payload[(PrefixSize + (int)length)..];
        return true;
    }

    /// <exception cref="IpcCloneException">The value is nested too deeply.</exception>
    /// <exception cref="MessageTooLargeException">The value has more bytes than it may.</exception>
    public static void Write(IBufferWriter<byte> output, IpcValue value, long maxBytes = long.MaxValue)
    {
        using var writer = new V8Writer(maxBytes);
        writer.Write(value);
        Write(output, in writer);
    }

    /// <exception cref="MessageTooLargeException">The value has more bytes than it may.</exception>
    public static void Write(IBufferWriter<byte> output, in V8Writer writer)
    {
        // Nothing is output before all is known to be writable: failure is atomic (S119). All room is taken at once: an output that
        // doubles on its way to a large value would allocate it several times over.
        var length = PrefixSize + writer.Stream.Length + writer.Blobs.Sum(blob => (long)blob.Length);
        if (length > Math.Min(writer.MaxBytes, Array.MaxLength - RoomBefore))
        {
            throw new MessageTooLargeException();
        }

        var target = output.GetSpan((int)length);
        BinaryPrimitives.WriteUInt32LittleEndian(target, (uint)writer.Stream.Length);
        target = Append(target[PrefixSize..], writer.Stream);
        foreach (var blob in writer.Blobs)
        {
            target = Append(target, blob.Span);
        }

        output.Advance((int)length);
    }

    private static Span<byte> Append(Span<byte> target, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(target);
        return target[bytes.Length..];
    }
}
