using System.Buffers.Binary;
using System.Text;

namespace IpcApp.Testing.Internal;

/// <summary>A message from main to a frame, as <c>docs/internals/protocol.md</c> lays it out.</summary>
internal static class EmittedMessage
{
    private const int HeadLength = 7;

    public static (FakeFrame? Frame, string Channel, ReadOnlyMemory<byte> Values) Parse(byte[] payload, Func<bool, uint, FakeFrame?> find)
    {
        var span = payload.AsSpan();
        var channelLength = BinaryPrimitives.ReadUInt16LittleEndian(span[5..]);
        return (
            find(span[0] == 0, BinaryPrimitives.ReadUInt32LittleEndian(span[1..])),
            Encoding.UTF8.GetString(span.Slice(HeadLength, channelLength)),
            payload.AsMemory(HeadLength + channelLength));
    }
}
