using System.Buffers.Binary;
using IpcApp.Internal.Dispatch;
using IpcApp.Internal.Frames;
using IpcApp.Internal.Ports;
using IpcApp.Values.Internal;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Host;

/// <summary>
/// What one connection to a host says, in order, on the connection's reader. Nothing here waits for a handler or runs user code.
/// </summary>
internal sealed class HostSession(
    IHostLink link,
    ChannelTable channels,
    FrameTree frames,
    Dispatcher dispatcher,
    PendingWork pending,
    IpcSerializer serializer,
    HostEvents events,
    PortTable ports,
    SessionOptions options,
    ILogger<IIpcMain> logger)
{
    // "Gone" comes on the control lane and can overtake messages of the frame that are still on their way, such as a send on pagehide.
    private const int GoneDocumentsKept = 256;

    private readonly Dictionary<uint, FrameDocument> _documents = [];
    private readonly Queue<uint> _gone = new();
    private uint _lastDocument;
    private readonly FrameLane? _serialLane = options.Serial ? new FrameLane(dispatcher, options.MaxWaitingBytes) : null;

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
                ports.Receive(kind, lane, payload, owner);
                return;
            case MessageKind.Frame:
                using (owner)
                {
                    UpdateFrame(lane, SenderSnapshot.Parse(payload.Span));
                }

                return;
            case MessageKind.Control:
                using (owner)
                {
                    Notice(HostNotice.Parse(payload.Span));
                }

                return;
            default:
                owner.Dispose();
                throw new FormatException($"The host sent a message of unknown kind 0x{(byte)kind:x2}.");
        }
    }

    /// <summary>The connection has ended: no frame is reachable any more.</summary>
    public void End()
    {
        foreach (var document in _documents.Values)
        {
            document.MarkGone();
        }

        foreach (var contents in frames.GetAllWebContents())
        {
            frames.RemoveContents(contents.Id);
        }

        ports.End();
    }

    private void Enqueue(MessageKind kind, uint lane, uint id, ReadOnlyMemory<byte> payload, IDisposable owner)
    {
        var span = payload.Span;
        const int HeadLength = 4;
        if (!_documents.TryGetValue(lane, out var document) && lane <= _lastDocument)
        {
            // The frame has been gone for so long that nobody waits for an answer.
            using (owner)
            {
                (kind == MessageKind.PostMessage ? ports.Accept(span[Math.Min(HeadLength, span.Length)..], out _) : null)?.Dispose();
            }

            return;
        }

        if (span.Length < HeadLength || document is null
            || channels.NameOf(BinaryPrimitives.ReadUInt32LittleEndian(span)) is not { } channel)
        {
            owner.Dispose();
            throw new FormatException($"The host sent a {kind} message for frame {lane} that names no known frame or channel.");
        }

        var listLength = 0;
        var brought = kind == MessageKind.PostMessage ? ports.Accept(span[HeadLength..], out listLength) : null;
        var reply = kind is MessageKind.Invoke or MessageKind.SendSync ? new CallReply(link, id, serializer) : null;
        document.Lane!.Enqueue(new IncomingMessage(
            kind, channel, document, document.Info, reply, payload[(HeadLength + listLength)..], owner, pending.Begin(brought), brought));
    }

    private void UpdateFrame(uint number, SenderSnapshot snapshot)
    {
        if (!_documents.TryGetValue(number, out var document))
        {
            var contents = frames.GetOrAddContents(snapshot.Contents);
            var node = frames.GetOrAddNode(contents, snapshot.TreeNode);
            var lane = _serialLane ?? new FrameLane(dispatcher, options.MaxWaitingBytes);
            document = new FrameDocument(number, node, frames, options.Stopping) { Lane = lane };
            _documents.Add(number, document);
            _lastDocument = Math.Max(_lastDocument, number);
        }

        document.Info = snapshot.ToSenderInfo();
        if (!snapshot.Detached)
        {
            document.Node.Document = document;
        }

        if (snapshot.IsMainFrame)
        {
            document.Node.WebContents.MainFrameOrNull ??= document.Node;
        }
    }

    private void FrameGone(HostNotice notice)
    {
        if (!_documents.TryGetValue(notice.Frame, out var document) || document.IsGone)
        {
            return;
        }

        document.MarkGone();
        if (notice.Reason == "removed")
        {
            frames.RemoveNode(document.Node);
        }

        _gone.Enqueue(notice.Frame);
        if (_gone.Count > GoneDocumentsKept)
        {
            Forget(_gone.Dequeue());
        }
    }

    private void Forget(uint number)
    {
        if (_documents.Remove(number, out var document) && ReferenceEquals(document.Node.Document, document)
            && !ReferenceEquals(document.Node.WebContents.MainFrameOrNull, document.Node))
        {
            frames.RemoveNode(document.Node); // an iframe that nothing was loaded into since
        }
    }

    private static LogLevel LevelOf(HostNotice notice) => notice.Level switch
    {
        "error" => LogLevel.Error,
        "warning" => LogLevel.Warning,
        _ => LogLevel.Information,
    };

    private void Notice(HostNotice notice)
    {
        switch (notice.Type)
        {
            case "contents-created":
                var contents = frames.GetOrAddContents(notice.Contents);
                contents.WindowName = notice.Window;
                contents.MainFrameOrNull = frames.GetOrAddNode(contents, notice.TreeNode);
                break;
            case "contents-destroyed":
                frames.RemoveContents(notice.Contents);
                break;
            case "frame-gone":
                FrameGone(notice);
                break;
            case "error":
                HostLog.HostError(logger, notice.Source ?? "host", notice.Window, notice.Message ?? "", notice.Stack);
                break;
            case "log":
                var level = LevelOf(notice);
                HostLog.HostMessage(logger, level, notice.Message ?? "");
                break;
            default:
                events.Raise(notice);
                break;
        }
    }
}

/// <summary>What of the app's settings a session needs.</summary>
/// <param name="Serial">Whether all frames share one lane.</param>
/// <param name="MaxWaitingBytes">What may wait in a lane.</param>
/// <param name="Stopping">Fires when the app shuts down.</param>
internal sealed record SessionOptions(bool Serial, long MaxWaitingBytes, CancellationToken Stopping);
