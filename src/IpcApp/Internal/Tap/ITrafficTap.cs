using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Tap;

/// <summary>
/// Sees what crosses between the app and its host, at the place where it crosses. What comes is told before it is handled, what goes before it
/// can have an effect, so the order of the calls is one in which it all may have happened. Members are called on hot threads and must not wait.
/// </summary>
internal interface ITrafficTap
{
    /// <summary>A frame's snapshot: of a new frame, or because something of it differs.</summary>
    void Frame(uint number, SenderSnapshot snapshot);

    /// <summary>A control message from Electron.</summary>
    void Noticed(ElectronNotice notice);

    /// <summary>A message of a page.</summary>
    /// <param name="head">What it is.</param>
    /// <param name="values">Its arguments, encoded; valid during the call.</param>
    /// <returns>Where to note what becomes of a message without an answer; null for one that is answered.</returns>
    MessageRecord? Arrived(in ArrivedMessage head, ReadOnlySpan<byte> values);

    /// <summary>The end of a message that takes no answer.</summary>
    void Handled(long number, MessageOutcome outcome);

    /// <summary>A message of a page's port, or the port's end.</summary>
    void PortArrived(MessageKind kind, uint port, ReadOnlySpan<byte> payload);

    /// <summary>A message to Electron.</summary>
    void Sent(MessageKind kind, uint lane, uint call, ReadOnlySpan<byte> payload);

    /// <summary>Electron did not take the message that this thread told of last.</summary>
    void Refused(MessageKind kind, uint lane, string reason);
}

/// <summary>What stands before the arguments of a page's message.</summary>
/// <param name="Kind">Invoke, Send, SendSync or PostMessage.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Frame">The number of its frame.</param>
/// <param name="Call">The call to answer; 0 for one that takes no answer.</param>
/// <param name="Ports">The numbers of the ports it brings.</param>
internal readonly record struct ArrivedMessage(MessageKind Kind, string Channel, uint Frame, uint Call, uint[] Ports);
