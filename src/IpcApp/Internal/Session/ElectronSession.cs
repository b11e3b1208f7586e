using IpcApp.Internal.Frames;
using IpcApp.Internal.Ports;
using IpcApp.Internal.Tap;
using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Session;

/// <summary>
/// Takes what one connection to Electron brings, in order, on the connection's reader. Nothing here waits for a handler or runs user code.
/// </summary>
internal sealed class ElectronSession(
    FrameTree frames, DocumentTable documents, PortTable ports, MessageIntake messages, SessionNotices notices)
{
    /// <summary>Sees every message that arrives; null for none.</summary>
    public ITrafficTap? Tap
    {
        get => messages.Tap;
        set => messages.Tap = value;
    }

    /// <summary>Takes one message.</summary>
    /// <param name="kind">The kind, as sent.</param>
    /// <param name="lane">The frame's number for messages of pages.</param>
    /// <param name="id">The call to answer.</param>
    /// <param name="payload">The bytes; valid until <paramref name="owner"/> is disposed.</param>
    /// <param name="owner">Ownership passes to the session.</param>
    /// <exception cref="FormatException">Electron's side broke the protocol; the connection must end.</exception>
    public void Receive(MessageKind kind, uint lane, uint id, ReadOnlyMemory<byte> payload, IDisposable owner)
    {
        switch (kind)
        {
            case MessageKind.Invoke or MessageKind.Send or MessageKind.SendSync or MessageKind.PostMessage:
                messages.Receive(kind, lane, id, payload, owner);
                return;
            case MessageKind.PortMessage or MessageKind.PortClose:
                Tap?.PortArrived(kind, lane, payload.Span);
                ports.Receive(kind, lane, payload, owner);
                return;
            case MessageKind.Frame:
                using (owner)
                {
                    var snapshot = SenderSnapshot.Parse(payload.Span);
                    Tap?.Frame(lane, snapshot);
                    documents.Update(lane, snapshot);
                }

                return;
            case MessageKind.Control:
                using (owner)
                {
                    var notice = ElectronNotice.Parse(payload.Span);
                    Tap?.Noticed(notice);
                    notices.Apply(notice, documents);
                }

                return;
            default:
                owner.Dispose();
                throw new FormatException($"Electron's side sent a message of unknown kind 0x{(byte)kind:x2}.");
        }
    }

    /// <inheritdoc cref="DocumentTable.ForgetGone"/>
    public void ForgetGone() => documents.ForgetGone();

    /// <summary>The connection has ended: no frame is reachable any more.</summary>
    public void End()
    {
        documents.End();
        foreach (var contents in frames.GetAllWebContents())
        {
            frames.RemoveContents(contents.Id);
        }

        ports.End();
    }
}
