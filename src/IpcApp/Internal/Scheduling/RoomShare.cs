namespace IpcApp.Internal.Scheduling;

/// <summary>
/// What one message takes of its frame's room while it is handled. A field of the message, never copied; thread-safe.
/// </summary>
internal struct RoomShare
{
    /// <summary>Less than this does not count: it is what most messages are.</summary>
    private const int FreeExpansion = 4096;

    /// <summary>What a byte of a message becomes: text of one byte for each character becomes UTF-16.</summary>
    private const int BytesPerByte = 2;

    private const long Ended = long.MinValue;

    private long _taken;

    /// <summary>Takes room for what the message has expanded to so far, with its text. The largest number counts.</summary>
    /// <param name="room">The frame's room.</param>
    /// <param name="length">The number of the message's bytes.</param>
    /// <param name="bytes">What it has expanded to.</param>
    /// <exception cref="OverloadException">There is none left.</exception>
    public void ExpandTo(FrameRoom room, int length, long bytes)
    {
        var all = bytes + ((long)length * BytesPerByte);
        var taken = Interlocked.Read(ref _taken);
        while (taken != Ended && all > Math.Max(taken, FreeExpansion))
        {
            if (!room.TryTake(all - taken, all))
            {
                throw new OverloadException(room.IsFirstRefusal());
            }

            var seen = Interlocked.CompareExchange(ref _taken, all, taken);
            if (seen == taken)
            {
                return;
            }

            room.GiveBack(all - taken);
            taken = seen;
        }
    }

    /// <summary>
    /// Gives back the room, as the handling has ended. What is bound later, by code that has kept the arguments, does not count. Further
    /// calls have no effect.
    /// </summary>
    public void GiveBack(FrameRoom room)
    {
        var taken = Interlocked.Exchange(ref _taken, Ended);
        if (taken > 0)
        {
            room.GiveBack(taken);
        }
    }
}
