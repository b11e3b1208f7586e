using System.Buffers.Binary;
using System.Text;

namespace IpcApp.Internal.Host;

/// <summary>What stands before the values of a page's message.</summary>
/// <param name="Channel">The channel's name.</param>
/// <param name="Length">Where the values begin.</param>
internal readonly record struct MessageHead(string Channel, int Length)
{
    /// <summary>The number of a channel that nobody has bound: its name follows. A window's subscribers hear those, too.</summary>
    private const uint Named = 0;

    /// <returns>Null if the head is cut short or names no channel.</returns>
    public static MessageHead? Read(MessageKind kind, ReadOnlySpan<byte> payload, ChannelTable channels)
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

        if (channels.NameOf(number) is not { } channel)
        {
            return null;
        }

        if (kind != MessageKind.PostMessage)
        {
            return new(channel, 4);
        }

        if (payload.Length < 6)
        {
            return null;
        }

        var length = 6 + (4 * BinaryPrimitives.ReadUInt16LittleEndian(payload[4..]));
        return payload.Length < length ? null : new(channel, length);
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
