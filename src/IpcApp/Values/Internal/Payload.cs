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

        var length = BinaryPrimitives.ReadUInt32LittleEndian(payload);
        var content = payload[PrefixSize..];
        return length <= content.Length
            ? V8Reader.Read(content[..(int)length], content[(int)length..])
            : throw IpcCloneException.Malformed("it is shorter than its length says");
    }

    public static void Write(IBufferWriter<byte> output, IpcValue value)
    {
        using var writer = new V8Writer();
        writer.Write(value);

        // Nothing is output before all is known to be writable: failure is atomic (S119).
        BinaryPrimitives.WriteUInt32LittleEndian(output.GetSpan(PrefixSize), (uint)writer.Stream.Length);
        output.Advance(PrefixSize);
        output.Write(writer.Stream);
        foreach (var blob in writer.Blobs)
        {
            output.Write(blob.Span);
        }
    }
}
