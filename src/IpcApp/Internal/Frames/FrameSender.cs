using IpcApp.Internal.Codec;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Wire;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Frames;

/// <summary>Sends to Electron: messages to frames, and what concerns windows.</summary>
internal sealed partial class FrameSender(IpcSerializer serializer, ILogger<Subsystem.Ipc> logger)
{
    private volatile IElectronLink? _link;

    /// <summary>Where messages go; null while Electron is not connected.</summary>
    public IElectronLink? Link
    {
        get => _link;
        set => _link = value;
    }

    public void Control(ControlMessage message) => _link?.Send(MessageKind.Control, 0, 0, message.ToPayload());

    /// <summary>As <c>frame.send</c>: what fails is logged (S79). Serialization is tried first, as in Electron.</summary>
    public void SendToFrame(WebFrameMain frame, string channel, object?[] arguments)
    {
        if (frame is { IsUnloading: false, IsDisposed: false } && ReferenceEquals(frame.WebContents.MainFrameOrNull, frame))
        {
            // By the window's id: the main frame can be sent to before Electron has reported its document.
            Emit(EmitTarget.MainFrame, (uint)frame.WebContents.Id, frame.FrameTreeNodeId, channel, arguments);
        }
        else if (frame is { IsDisposed: false, Document: { } document })
        {
            SendToDocument(document, channel, arguments);
        }
        else if (Encode(new PayloadWriter(), channel, arguments) is { } payload)
        {
            payload.Dispose();
            FrameLog.SendFailed(logger, channel, ElectronText.FrameDisposed, null);
        }
    }

    public void SendToDocument(FrameDocument document, string channel, object?[] arguments)
        => Emit(EmitTarget.Frame, document.Number, document.Node.FrameTreeNodeId, channel, arguments);

    private void Emit(EmitTarget target, uint id, int lane, string channel, object?[] arguments)
    {
        if (_link is not { } link)
        {
            return;
        }

        if (Encode(new PayloadWriter().WriteByte((byte)target).WriteUInt32(id), channel, arguments) is { } payload
            && link.Send(MessageKind.Emit, (uint)lane, 0, payload) is { } refusal)
        {
            FrameLog.SendFailed(logger, channel, refusal, null);
        }
    }

    private PayloadWriter? Encode(PayloadWriter payload, string channel, object?[] arguments)
    {
        try
        {
            serializer.WriteArguments(payload.WriteShortText(channel), arguments);
            return payload;
        }
        catch (MessageTooLargeException e)
        {
            payload.Dispose();
            FrameLog.SendFailed(logger, channel, e.Message, null);
            return null;
        }
        catch (Exception e) when (e is IpcCloneException or ArgumentException)
        {
            payload.Dispose();
            FrameLog.SendFailed(logger, channel, "Failed to serialize arguments", e);
            return null;
        }
    }
}

/// <summary>What an EMIT or POST names as its target.</summary>
internal enum EmitTarget : byte
{
    MainFrame = 0,
    Frame = 1,
}
