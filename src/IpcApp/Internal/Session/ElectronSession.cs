using System.Buffers.Binary;
using IpcApp.Internal.Codec;
using IpcApp.Internal.Dispatch;
using IpcApp.Internal.Frames;
using IpcApp.Internal.Ports;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Scheduling;
using IpcApp.Internal.Tap;
using IpcApp.Internal.Wire;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Session;

/// <summary>
/// What one connection to a host says, in order, on the connection's reader. Nothing here waits for a handler or runs user code.
/// </summary>
internal sealed class ElectronSession
{
    private readonly IElectronLink _link;
    private readonly ChannelTable _channels;
    private readonly FrameTree _frames;
    private readonly PendingWork _pending;
    private readonly IpcSerializer _serializer;
    private readonly ElectronNotices _events;
    private readonly PortTable _ports;
    private readonly ILogger<IIpcMain> _logger;
    private readonly DocumentTable _documents;

    public ElectronSession(
        IElectronLink link,
        ChannelTable channels,
        FrameTree frames,
        Dispatcher dispatcher,
        PendingWork pending,
        IpcSerializer serializer,
        ElectronNotices events,
        PortTable ports,
        WorkScheduler work,
        SessionOptions options,
        ILogger<IIpcMain> logger)
    {
        (_link, _channels, _frames, _pending, _serializer, _events, _ports, _logger)
            = (link, channels, frames, pending, serializer, events, ports, logger);
        FrameLane NewLane() => new(dispatcher, work, options.MaxWaitingBytes, options.Watch);
        var serial = options.Serial ? NewLane() : null;
        _documents = new DocumentTable(frames, () => serial ?? NewLane(), options.Stopping);
    }

    /// <summary>Sees every message that arrives; null for none.</summary>
    public ITrafficTap? Tap { get; set; }

    /// <summary>Takes one message.</summary>
    /// <param name="kind">The kind, as sent.</param>
    /// <param name="lane">The frame's number for messages of pages.</param>
    /// <param name="id">The call to answer.</param>
    /// <param name="payload">The bytes; valid until <paramref name="owner"/> is disposed.</param>
    /// <param name="owner">Ownership passes to the session.</param>
    /// <exception cref="FormatException">The host broke the protocol; the connection must end.</exception>
    public void Receive(MessageKind kind, uint lane, uint id, ReadOnlyMemory<byte> payload, IDisposable owner)
    {
        switch (kind)
        {
            case MessageKind.Invoke or MessageKind.Send or MessageKind.SendSync or MessageKind.PostMessage:
                Enqueue(kind, lane, id, payload, owner);
                return;
            case MessageKind.PortMessage or MessageKind.PortClose:
                Tap?.PortArrived(kind, lane, payload.Span);
                _ports.Receive(kind, lane, payload, owner);
                return;
            case MessageKind.Frame:
                using (owner)
                {
                    var snapshot = SenderSnapshot.Parse(payload.Span);
                    Tap?.Frame(lane, snapshot);
                    _documents.Update(lane, snapshot);
                }

                return;
            case MessageKind.Control:
                using (owner)
                {
                    var notice = ElectronNotice.Parse(payload.Span);
                    Tap?.Noticed(notice);
                    Notice(notice);
                }

                return;
            default:
                owner.Dispose();
                throw new FormatException($"The host sent a message of unknown kind 0x{(byte)kind:x2}.");
        }
    }

    /// <inheritdoc cref="DocumentTable.ForgetGone"/>
    public void ForgetGone() => _documents.ForgetGone();

    /// <summary>The connection has ended: no frame is reachable any more.</summary>
    public void End()
    {
        _documents.End();
        foreach (var contents in _frames.GetAllWebContents())
        {
            _frames.RemoveContents(contents.Id);
        }

        _ports.End();
    }

    private void Enqueue(MessageKind kind, uint lane, uint id, ReadOnlyMemory<byte> payload, IDisposable owner)
    {
        var (document, frameLane) = _documents.Find(lane);
        if (MessageHead.Read(payload.Span, _channels) is not { } head || (document is null && !_documents.IsForgotten(lane)))
        {
            owner.Dispose();
            throw new FormatException($"The host sent a {kind} message for frame {lane} that names no known frame or channel.");
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
        var reply = kind is MessageKind.Invoke or MessageKind.SendSync ? new CallReply(_link, id, _serializer) : null;
        var ticket = _pending.BeginMessage(kind, head.Channel, document.Info, (IDisposable?)record ?? brought);
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

        var ports = listLength > 0 ? PortWire.ReadNumbers(payload[head.Length..], out _) : [];
        return tap.Arrived(new ArrivedMessage(kind, head.Channel, lane, id, ports), payload[(head.Length + listLength)..]);
    }

    private IncomingPorts? ReadPorts(MessageKind kind, ReadOnlySpan<byte> payload, FrameRoom? room, out int length)
    {
        length = 0;
        return kind == MessageKind.PostMessage ? _ports.Accept(payload, room, out length) : null;
    }

    private void Notice(ElectronNotice notice)
    {
        switch (notice.Type)
        {
            case "contents-created":
                var contents = _frames.GetOrAddContents(notice.Contents);
                contents.WindowName = notice.Window;
                contents.MainFrameOrNull = _frames.GetOrAddNode(contents, notice.TreeNode);
                break;
            case "contents-destroyed":
                _frames.RemoveContents(notice.Contents);
                break;
            case "frame-gone":
                _documents.Gone(notice.Frame, notice.Reason);
                break;
            case "dom-ready" when _frames.FromId(notice.Contents) is { } loaded:
                if (_frames.FindNode(loaded, notice.TreeNode) is { } frame)
                {
                    loaded.OnDomReady(frame);
                }

                _events.Raise(notice);
                break;
            case "render-process-gone" when _frames.FromId(notice.Contents) is { } crashed:
                crashed.OnRenderProcessGone(new(notice.Reason ?? "", notice.ExitCode));
                break;
            case "preload-error" when _frames.FromId(notice.Contents) is { } failed:
                failed.OnPreloadError(new(notice.Preload ?? "", notice.Message ?? "", notice.Stack));
                break;
            case "error":
                ElectronLog.HostError(_logger, notice.Source ?? "host", notice.Window, notice.Message ?? "", notice.Stack);
                _events.Raise(notice);
                break;
            case "log":
                var level = LevelOf(notice);
                ElectronLog.HostMessage(_logger, level, notice.Message ?? "");
                break;
            default:
                _events.Raise(notice);
                break;
        }
    }

    private static LogLevel LevelOf(ElectronNotice notice) => notice.Level switch
    {
        "error" => LogLevel.Error,
        "warning" => LogLevel.Warning,
        _ => LogLevel.Information,
    };
}

/// <summary>What of the app's settings a session needs.</summary>
/// <param name="Serial">Whether all frames share one lane.</param>
/// <param name="MaxWaitingBytes">What may wait in a lane.</param>
/// <param name="Watch">Looks for handlers that hold up their lane; null for nothing.</param>
/// <param name="Stopping">Fires when the app shuts down.</param>
internal sealed record SessionOptions(bool Serial, long MaxWaitingBytes, LaneWatch? Watch, CancellationToken Stopping);
