using IpcApp.Internal.Dispatch;

namespace IpcApp.Internal.Frames;

/// <summary>
/// What the host numbers as one frame: a (process id, frame id) pair, Chromium's RenderFrameHost. A navigation usually gives the
/// frame's node a new one; messages and replies belong to this one.
/// </summary>
internal sealed class FrameDocument
{
    private readonly CancellationTokenSource _gone;
    private readonly FrameTree _frames;
    private volatile IpcSenderInfo? _info;
    private volatile bool _isGone;

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

    /// <summary>The frame's messages, in order.</summary>
    public FrameLane? Lane { get; init; }

    /// <summary>The newest snapshot. Each message takes the one that was newest when it was read from the bridge.</summary>
    public IpcSenderInfo Info
    {
        get => _info ?? throw new InvalidOperationException($"The host sent no snapshot of frame {Number}.");
        set => _info = value;
    }

    public bool IsGone => _isGone;

    /// <summary>Fires when the frame is gone, and at shutdown.</summary>
    public CancellationToken Gone { get; }

    /// <summary>Fires at shutdown only: a message other than an invoke is still handled when its page has gone (S58).</summary>
    public CancellationToken Stopping { get; }

    /// <summary>The live frame, unless its document is gone or another one has taken its place.</summary>
    public WebFrameMain? LiveFrame() => !_isGone && ReferenceEquals(Node.Document, this) && !Node.IsDestroyed() ? Node : null;

    public void Send(string channel, object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(channel);
        _frames.SendToDocument(this, channel, arguments);
    }

    /// <summary>Called on the reader: cancels on the pool, so that user code registered on the token never runs on the reader.</summary>
    public void MarkGone()
    {
        if (!_isGone)
        {
            _isGone = true;
            ThreadPool.UnsafeQueueUserWorkItem(static document => document.Cancel(), this, preferLocal: false);
        }
    }

    private void Cancel()
    {
        _frames.RunUserCode("A callback registered on the token of a message", _gone.Cancel);
        _gone.Dispose(); // else every document there ever was stays linked to the app's own token
    }
}
