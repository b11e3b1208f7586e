using IpcApp.Internal.Ground;
using IpcApp.Internal.Ports;
using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Frames;

/// <summary>Posting to frames. Unlike sending it throws, and it can hand ports over (S80).</summary>
internal sealed partial class FrameSender
{
    private volatile PortTable? _ports;

    /// <summary>The channels to Electron's ports; null while Electron has been not connected.</summary>
    public PortTable? Ports
    {
        get => _ports;
        set => _ports = value;
    }

    /// <summary>
    /// The order of the checks is Electron's: the channel, cloning, the ports, and only then, with the ports gone, the frame (S130).
    /// </summary>
    public void PostMessage(WebFrameMain frame, string channel, object? message, IReadOnlyList<MessagePortMain> transfer)
    {
        if (channel is null)
        {
            throw new ArgumentNullException(nameof(channel), "Error processing argument at index 0, conversion failure from null");
        }

        var (values, head) = (new PayloadWriter(), new PayloadWriter());
        try
        {
            serializer.Write(values, message);
            var isThere = WriteAddress(head, frame, channel);
            lock (PortGate.Lock)
            {
                var claim = PortClaim.ForFrame(transfer);
                var posted = new PortMessage(values.WrittenMemory, values, claim.Endpoints);
                if (_ports is not { } ports || !isThere)
                {
                    posted.Discard();
                    throw new InvalidOperationException(ElectronText.FrameDisposed);
                }

                if (ports.Send(MessageKind.Post, (uint)frame.FrameTreeNodeId, head, posted, frame.Document?.Room) is { } refusal)
                {
                    claim.Restore();
                    throw new InvalidOperationException(refusal);
                }
            }
        }
        catch
        {
            values.Dispose();
            head.Dispose();
            throw;
        }
    }

    /// <returns>False if the frame is disposed.</returns>
    private static bool WriteAddress(PayloadWriter head, WebFrameMain frame, string channel)
    {
        if (frame is { IsUnloading: false, IsDisposed: false } && ReferenceEquals(frame.WebContents.MainFrameOrNull, frame))
        {
            head.WriteByte((byte)EmitTarget.MainFrame).WriteUInt32((uint)frame.WebContents.Id);
        }
        else if (frame is { IsDisposed: false, Document: { } document })
        {
            head.WriteByte((byte)EmitTarget.Frame).WriteUInt32(document.Number);
        }
        else
        {
            return false;
        }

        head.WriteShortText(channel);
        return true;
    }
}
