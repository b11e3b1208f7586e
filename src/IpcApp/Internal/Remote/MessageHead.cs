using System.Buffers.Binary;
using System.Text;

namespace IpcApp.Internal.Remote;

/// <summary>What stands before the values of a page's message.</summary>
/// <param name="Channel">The channel's name.</param>
/// <param name="Length">Where the values begin, or for a PostMessage the list of its ports.</param>
internal readonly record struct MessageHead(string Channel, int Length)
{
    /// <summary>The number of a channel without a binding: its name follows. A window's subscribers hear those, too.</summary>
    private const uint Named = 0;

    /// <returns>Null if the head is cut short or names no channel.</returns>
    public static MessageHead? Read(ReadOnlySpan<byte> payload, ChannelTable channels)
    {
        if (payload.Length < 4)
        {
            return null;
        }

        var number = BinaryPrimitives.ReadUInt32LittleEndian(payload);
        if (number == Named)
        {
            return ReadName(payload);
        }

        return channels.NameOf(number) is { } channel ? new(channel, 4) : null;
    }

    private static MessageHead? ReadName(ReadOnlySpan<byte> payload)
    {
        const int Start = 6;
        if (payload.Length < Start)
        {
            return null;
        }

        var end = Start + BinaryPrimitives.ReadUInt16LittleEndian(payload[4..]);
        return payload.Length < end ? null : new(Encoding.UTF8.GetString(payload[Start..end]), end);
    }
}
