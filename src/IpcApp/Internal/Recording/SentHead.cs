using System.Buffers.Binary;
using System.Text;
using IpcApp.Internal.Frames;

namespace IpcApp.Internal.Recording;

/// <summary>What stands before the values, or the ports, of a message to a page.</summary>
/// <param name="IsMainFrame">Whether it goes to the main frame of a window, whatever document that has.</param>
/// <param name="Id">The number of the window's contents, or else of the frame.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Length">How many bytes it has.</param>
internal readonly record struct SentHead(bool IsMainFrame, uint Id, string Channel, int Length)
{
    private const int BeforeChannel = 7;

    public static SentHead Read(ReadOnlySpan<byte> payload)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(payload[5..]);
        return new(
            payload[0] == (byte)EmitTarget.MainFrame,
            BinaryPrimitives.ReadUInt32LittleEndian(payload[1..]),
            Encoding.UTF8.GetString(payload.Slice(BeforeChannel, length)),
            BeforeChannel + length);
    }
}
