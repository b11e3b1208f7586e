using IpcApp.Internal.Frames;
using IpcApp.Internal.Host;
using IpcApp.Internal.Ports;
using IpcApp.Internal.Recording;
using IpcApp.Values.Internal;

namespace IpcApp.Internal.Dispatch;

/// <summary>A page's message between the reader and its turn in its frame's lane.</summary>
/// <param name="Kind">Invoke, Send, SendSync or PostMessage.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Document">The frame it came from.</param>
/// <param name="Sender">The snapshot that was newest when it was read.</param>
/// <param name="Reply">The answer to give, for Invoke and SendSync.</param>
/// <param name="Values">The arguments, encoded; valid until <paramref name="Owner"/> is disposed.</param>
/// <param name="Owner">Gives the bytes back to the pool.</param>
/// <param name="Room">What the frame's messages may expand to while they are handled.</param>
/// <param name="Work">Ends when the message has been handled to its end, and closes the ports that nobody has taken by then.</param>
/// <param name="Ports">The ports that came with it; null if there are none.</param>
/// <param name="Record">Where to note what becomes of it; null if nobody wants to know, or the answer tells.</param>
internal sealed record IncomingMessage(
    MessageKind Kind,
    string Channel,
    FrameDocument Document,
    IpcSenderInfo Sender,
    CallReply? Reply,
    ReadOnlyMemory<byte> Values,
    IDisposable Owner,
    FrameRoom Room,
    PendingWork.Ticket Work,
    IncomingPorts? Ports = null,
    MessageRecord? Record = null) : IExpansionOwner
{
    /// <summary>Less than this does not count: it is what most messages are.</summary>
    private const int FreeExpansion = 4096;

    /// <summary>What a byte of a message becomes: text of one byte for each character becomes UTF-16.</summary>
    private const int BytesPerByte = 2;

    private const long Ended = long.MinValue;

    /// <summary>What of the room it has taken.</summary>
    private long _taken;

    private volatile string? _activeHandler;

    /// <summary>The handler or listener that was called last, as logs name it.</summary>
    public string? ActiveHandler
    {
        get => _activeHandler;
        set => _activeHandler = value;
    }

    /// <summary>Takes room for what the message has expanded to so far, with its text. The largest number counts.</summary>
    /// <exception cref="OverloadException">There is none left.</exception>
    public void ExpandedTo(long bytes)
    {
        var all = bytes + ((long)Values.Length * BytesPerByte);
        var taken = Interlocked.Read(ref _taken);
        while (taken != Ended && all > Math.Max(taken, FreeExpansion))
        {
            if (!Room.TryTake(all - taken, all))
            {
                throw new OverloadException(Room.IsFirstRefusal());
            }

            var seen = Interlocked.CompareExchange(ref _taken, all, taken);
            if (seen == taken)
            {
                return;
            }

            Room.GiveBack(all - taken);
            taken = seen;
        }
    }

    /// <summary>
    /// Gives back the room, as the call has ended. What is bound later, by code that has kept the arguments, does not count. Further calls
    /// have no effect.
    /// </summary>
    public void GiveBackRoom()
    {
        var taken = Interlocked.Exchange(ref _taken, Ended);
        if (taken > 0)
        {
            Room.GiveBack(taken);
        }
    }

    /// <summary>The message has been handled to its end.</summary>
    public void End()
    {
        GiveBackRoom();
        Work.Dispose();
    }

    /// <summary>What people call it: <c>invoke 'notes:add' of app://local/</c>.</summary>
    public override string ToString() => Describe(Kind, Channel, Sender);

    public static string Describe(MessageKind kind, string channel, IpcSenderInfo sender)
        => $"{char.ToLowerInvariant(kind.ToString()[0])}{kind.ToString()[1..]} '{channel}' of {sender.Url}";
}
