using IpcApp.Internal.Codec;
using IpcApp.Internal.Frames;
using IpcApp.Internal.Ports;
using IpcApp.Internal.Scheduling;
using IpcApp.Internal.Tap;
using IpcApp.Internal.Wire;

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
/// <param name="Work">Ends when the message has been handled to its end, and closes the ports that were not taken by then.</param>
/// <param name="Ports">The ports that came with it; null if there are none.</param>
/// <param name="Record">Where to note what becomes of it; null if nothing is recorded, or if the answer tells.</param>
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
    MessageRecord? Record = null) : IExpansionOwner, IWatchedMessage
{
    private RoomShare _share;

    private volatile string? _activeHandler;

    /// <summary>The handler or listener that was called last, as logs name it.</summary>
    public string? ActiveHandler
    {
        get => _activeHandler;
        set => _activeHandler = value;
    }

    /// <inheritdoc cref="RoomShare.ExpandTo"/>
    public void ExpandedTo(long bytes) => _share.ExpandTo(Room, Values.Length, bytes);

    /// <inheritdoc cref="RoomShare.GiveBack"/>
    public void GiveBackRoom() => _share.GiveBack(Room);

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
