using System.Buffers;
using System.Buffers.Binary;

namespace IpcApp.Values.Internal;

/// <summary>
/// What crosses the bridge as one value: <c>u32 little-endian length of the stream | stream | bytes of the views</c>. The views' bytes lie
/// outside the stream so that Node can send them without copying them first.
/// </summary>
internal static class Payload
{
    private const int PrefixSize = sizeof(uint);

    public static IpcValue Read(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < PrefixSize)
        {
            throw IpcCloneException.Malformed("its length is missing");
        }

        return TrySplit(payload, out var stream, out var blobs)
            ? V8Reader.Read(stream, blobs)
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

    public static void Write(IBufferWriter<byte> output, IpcValue value)
    {
        using var writer = new V8Writer();
        writer.Write(value);
        Write(output, in writer);
    }

    /// <summary>Nothing is output before all is known to be writable: failure is atomic (S119).</summary>
    public static void Write(IBufferWriter<byte> output, in V8Writer writer)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(output.GetSpan(PrefixSize), (uint)writer.Stream.Length);
        output.Advance(PrefixSize);
        output.Write(writer.Stream);
        foreach (var blob in writer.Blobs)
        {
            output.Write(blob.Span);
        }
    }
}
