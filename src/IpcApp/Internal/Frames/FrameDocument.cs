using IpcApp.Internal.Dispatch;

namespace IpcApp.Internal.Frames;

/// <summary>
/// What the host numbers as one frame: a (process id, frame id) pair, Chromium's RenderFrameHost. A navigation usually gives the
/// frame's node a new one; messages and replies belong to this one.
/// </summary>
internal sealed class FrameDocument(uint number, WebFrameMain node, FrameTree frames, CancellationToken stopping)
{
    private readonly CancellationTokenSource _gone = CancellationTokenSource.CreateLinkedTokenSource(stopping);
    private volatile IpcSenderInfo? _info;
    private volatile bool _isGone;

    public uint Number { get; } = number;

    public WebFrameMain Node { get; } = node;

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
    public CancellationToken Gone => _gone.Token;

    /// <summary>Fires at shutdown only: a message other than an invoke is still handled when its page has gone (S58).</summary>
    public CancellationToken Stopping { get; } = stopping;

    /// <summary>The live frame, unless its document is gone or another one has taken its place.</summary>
    public WebFrameMain? LiveFrame() => !_isGone && ReferenceEquals(Node.Document, this) && !Node.IsDestroyed() ? Node : null;

    public void Send(string channel, object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(channel);
        frames.SendToDocument(this, channel, arguments);
    }

    /// <summary>Called on the reader: cancels on the pool, so that user code registered on the token never runs on the reader.</summary>
    public void MarkGone()
    {
        if (!_isGone)
        {
            _isGone = true;
            ThreadPool.UnsafeQueueUserWorkItem(static source => source.Cancel(), _gone, preferLocal: false);
        }
    }
}
