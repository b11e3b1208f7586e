using IpcApp.Internal.Dispatch;
using IpcApp.Internal.Ports;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Scheduling;
using IpcApp.Internal.Tap;
using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Session;

/// <summary>Puts each message of a page into the lane of its document. Used on the connection's reader alone.</summary>
/// <param name="link">Takes the answers.</param>
/// <param name="documents">The documents that send.</param>
/// <param name="ports">Takes the ports that a message brings.</param>
/// <param name="app">What messages need of the app.</param>
internal sealed class MessageIntake(IElectronLink link, DocumentTable documents, PortTable ports, MessageDependencies app)
{
    /// <summary>Sees every message; null for none.</summary>
    public ITrafficTap? Tap { get; set; }

    /// <param name="kind">Invoke, Send, SendSync or PostMessage.</param>
    /// <param name="lane">The number of the document that sends.</param>
    /// <param name="id">The call to answer; 0 for messages without an answer.</param>
    /// <param name="payload">The bytes; valid until <paramref name="owner"/> is disposed.</param>
    /// <param name="owner">Ownership passes to this object.</param>
    /// <exception cref="FormatException">Electron's side broke the protocol.</exception>
    public void Receive(MessageKind kind, uint lane, uint id, ReadOnlyMemory<byte> payload, IDisposable owner)
    {
        var (document, frameLane) = documents.Find(lane);
        if (MessageHead.Read(payload.Span, app.Channels) is not { } head || (document is null && !documents.IsForgotten(lane)))
        {
            owner.Dispose();
            throw new FormatException($"Electron's side sent a {kind} message for frame {lane} that names no known frame or channel.");
        }

        var brought = ReadPorts(kind, payload[head.Length..].Span, document?.Room, out var listLength);
        if (document is null)
        {
            brought?.Dispose();
            owner.Dispose();
            return;
        }

        var record = Record(kind, lane, id, payload.Span, head, listLength);
        record?.Brought = brought;
        var reply = kind is MessageKind.Invoke or MessageKind.SendSync ? new CallReply(link, id, app.Serializer) : null;
        var ticket = app.Pending.BeginMessage(kind, head.Channel, document.Info, (IDisposable?)record ?? brought);
        var values = payload[(head.Length + listLength)..];
        frameLane!.Enqueue(new IncomingMessage(
            kind, head.Channel, document, document.Info, reply, values, owner, frameLane.Room, ticket, brought, record));
    }

    private MessageRecord? Record(MessageKind kind, uint lane, uint id, ReadOnlySpan<byte> payload, MessageHead head, int listLength)
    {
        if (Tap is not { } tap)
        {
            return null;
        }

        var numbers = listLength > 0 ? PortWire.ReadNumbers(payload[head.Length..], out _) : [];
        return tap.Arrived(new ArrivedMessage(kind, head.Channel, lane, id, numbers), payload[(head.Length + listLength)..]);
    }

    private IncomingPorts? ReadPorts(MessageKind kind, ReadOnlySpan<byte> payload, FrameRoom? room, out int length)
    {
        length = 0;
        return kind == MessageKind.PostMessage ? ports.Accept(payload, room, out length) : null;
    }
}
