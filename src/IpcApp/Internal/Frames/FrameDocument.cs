using IpcApp.Internal.Ground;
using IpcApp.Internal.Scheduling;

namespace IpcApp.Internal.Frames;

/// <summary>
/// What Electron numbers as one frame: a (process id, frame id) pair, Chromium's RenderFrameHost. A navigation usually gives the
/// frame's node a new one; messages and replies belong to this one.
/// </summary>
internal sealed class FrameDocument : IMessageSource, IThreadPoolWorkItem
{
    private readonly CancellationTokenSource _gone;
    private readonly FrameTree _frames;
    private volatile IpcSenderInfo? _info;
    private volatile bool _isGone;
    private volatile bool _isReplaced;
    private WebFrameMain? _unloadingFrame;
    private PendingWork.Ticket? _ending;

    public FrameDocument(uint number, WebFrameMain node, FrameTree frames, CancellationToken stopping)
    {
        Number = number;
        Node = node;
        _frames = frames;
        Stopping = stopping;
        _gone = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        Gone = _gone.Token;
    }

    public uint Number { get; }

    public WebFrameMain Node { get; }

    public WebContents Contents => Node.WebContents;

    /// <summary>The memory that its messages may take; null for a document that sends none.</summary>
    public FrameRoom? Room { get; init; }

    /// <summary>The newest snapshot. Each message takes the one that was newest when it was read from the bridge.</summary>
    public IpcSenderInfo Info
    {
        get => _info ?? throw new InvalidOperationException($"Electron's side sent no snapshot of frame {Number}.");
        set => _info = value;
    }

    public bool IsGone => _isGone;

    /// <summary>Fires when the frame is gone, and at shutdown.</summary>
    public CancellationToken Gone { get; }

    /// <summary>Fires at shutdown only: a message other than an invoke is still handled when its page has gone (S58).</summary>
    public CancellationToken Stopping { get; }

    /// <summary>Whether the frame's place in the tree stays, for the next document, or went with this one.</summary>
    public bool IsReplaced => _isReplaced;

    /// <summary>
    /// The frame as it can be seen now: the place in the tree while this is its document, a frame of its own while the document is only
    /// unloading (S99), null when it is gone.
    /// </summary>
    public WebFrameMain? LiveFrame()
    {
        if (_isGone || Node.WebContents.IsDestroyed())
        {
            return null;
        }

        if (Info.Detached)
        {
            return _unloadingFrame ?? Interlocked.CompareExchange(ref _unloadingFrame, new WebFrameMain(this, _frames), null) ?? _unloadingFrame;
        }

        return ReferenceEquals(Node.Document, this) && !Node.IsDestroyed() ? Node : null;
    }

    /// <summary>What <c>event.senderFrame</c> gives, with Electron's warning where it comes too late (S97).</summary>
    public WebFrameMain? SenderFrame()
    {
        var frame = LiveFrame();
        if (frame is null)
        {
            _frames.WarnOfLateFrame();
        }

        return frame;
    }

    /// <summary>Sends to this document; silent if it is gone (S86), and then not even the channel is looked at (S89).</summary>
    public void Reply(string channel, object?[] arguments)
    {
        if (!_isGone)
        {
            ElectronText.RequireChannel(channel);
            _frames.Sender.SendToDocument(this, channel, arguments);
        }
    }

    /// <summary>Called on the reader: cancels elsewhere, so that user code registered on the token never runs on the reader.</summary>
    /// <param name="isReplaced">Whether another document takes its place.</param>
    public void MarkGone(bool isReplaced)
    {
        if (!_isGone)
        {
            _isReplaced = isReplaced;
            _isGone = true;
            _ending = _frames.UserCode.Begin(); // the callbacks that are still to run are work that a test or the shutdown waits for
            _frames.Work.Queue(this);
        }
    }

    public override string ToString() => $"end of {_info?.Url}";

    void IThreadPoolWorkItem.Execute()
    {
        using (_ending)
        {
            _frames.UserCode.Run("A callback registered on the token of a message", _gone.Cancel);
            _gone.Dispose(); // else every document there ever was stays linked to the app's own token
        }
    }
}
