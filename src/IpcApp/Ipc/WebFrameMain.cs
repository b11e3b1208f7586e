using System.Runtime.CompilerServices;
using IpcApp.Internal.Emitters;
using IpcApp.Internal.Frames;
using IpcApp.Internal.Ground;

namespace IpcApp;

/// <summary>A frame of a page, as a place in the frame tree: it survives navigation. Electron's <c>WebFrameMain</c>.</summary>
/// <remarks>
/// Thread-safe. What it says of its document is the newest that Electron reported. Members of a disposed frame throw, except
/// <see cref="IsDestroyed"/>, <see cref="Detached"/>, <see cref="FrameTreeNodeId"/>, <see cref="Ipc"/> and <see cref="Send(string, object?[])"/>.
/// </remarks>
public sealed class WebFrameMain
{
    private readonly FrameTree _frames;
    private readonly LazyEmitter _ipc;
    private volatile FrameDocument? _document;
    private volatile bool _removed;

    internal WebFrameMain(WebContents contents, int frameTreeNodeId, FrameTree frames)
        : this(contents, frameTreeNodeId, frames, new LazyEmitter(frames.Emitters))
    {
    }

    /// <summary>The frame of a document that is only unloading: not the place in the tree, which belongs to the next one.</summary>
    internal WebFrameMain(FrameDocument unloading, FrameTree frames)
        : this(unloading.Node.WebContents, unloading.Node.FrameTreeNodeId, frames, unloading.Node._ipc)
    {
        _document = unloading;
        IsUnloading = true;
    }

    // What an unloading document sends goes to the emitter of its place in the tree (S37), so that is the one it has.
    private WebFrameMain(WebContents contents, int frameTreeNodeId, FrameTree frames, LazyEmitter ipc)
    {
        WebContents = contents;
        FrameTreeNodeId = frameTreeNodeId;
        _frames = frames;
        _ipc = ipc;
    }

    /// <summary>
    /// Raised when the frame's document has been parsed, in order with the events of its <see cref="WebContents"/>: a subscriber that blocks
    /// holds up the events of all windows, menus and the app. Electron's <c>dom-ready</c>.
    /// </summary>
    public event EventHandler? DomReady;

    /// <summary>
    /// The emitter of this frame: it hears this frame alone, before the window's and the global one. It stays over navigation and
    /// crash, whatever document the frame then shows: it does not replace a sender policy.
    /// </summary>
    public IIpcMain Ipc => _ipc.Value;

    /// <summary>The id of the frame's place in the frame tree; never reused.</summary>
    public int FrameTreeNodeId { get; }

    /// <summary>
    /// The address of the frame's document. It follows every navigation, also those within the document
    /// (<see cref="WebContents.DidNavigateInPage"/>), whether or not the frame ever sends a message.
    /// </summary>
    /// <exception cref="InvalidOperationException">The frame is disposed.</exception>
    public string Url => Info.Url;

    /// <summary>
    /// The origin of the frame's document, serialized; <c>null</c>, the string, for an opaque one. It follows every navigation, whether or not
    /// the frame ever sends a message.
    /// </summary>
    /// <exception cref="InvalidOperationException">The frame is disposed.</exception>
    public string Origin => Info.Origin;

    /// <summary>The frame's name.</summary>
    /// <exception cref="InvalidOperationException">The frame is disposed.</exception>
    public string Name => Info.Name;

    /// <summary>Chromium's token of the frame's document.</summary>
    /// <exception cref="InvalidOperationException">The frame is disposed.</exception>
    public string FrameToken => Info.FrameToken;

    /// <summary>Whether the document was <c>visible</c> or <c>hidden</c> when Electron last reported the frame.</summary>
    /// <exception cref="InvalidOperationException">The frame is disposed.</exception>
    public string VisibilityState => Info.VisibilityState;

    /// <summary>Chromium's id of the frame's renderer process.</summary>
    /// <exception cref="InvalidOperationException">The frame is disposed.</exception>
    public int ProcessId => Info.ProcessId;

    /// <summary>The operating system's id of the frame's renderer process; 0 where Electron does not know it.</summary>
    /// <exception cref="InvalidOperationException">The frame is disposed.</exception>
    public int OsProcessId => Info.OsProcessId;

    /// <summary>The routing id of the frame within its process.</summary>
    /// <exception cref="InvalidOperationException">The frame is disposed.</exception>
    public int RoutingId => Info.FrameId;

    /// <summary>The frame around this one; null for a main frame.</summary>
    /// <exception cref="InvalidOperationException">The frame is disposed.</exception>
    public WebFrameMain? Parent => Info.Parents is [var parent, ..] ? _frames.GetOrAddNode(WebContents, parent.FrameTreeNodeId) : null;

    /// <summary>The main frame of the page this frame is in.</summary>
    /// <exception cref="InvalidOperationException">The frame is disposed.</exception>
    public WebFrameMain Top => Info.Parents is [.., var top] ? _frames.GetOrAddNode(WebContents, top.FrameTreeNodeId) : this;

    /// <summary>The frames directly in this one. An iframe whose element was removed may be listed for up to half a second more.</summary>
    /// <exception cref="InvalidOperationException">The frame is disposed.</exception>
    public IReadOnlyList<WebFrameMain> Frames => Info is not null ? _frames.ChildrenOf(this) : [];

    /// <summary>This frame and all frames in it, each before those in it.</summary>
    /// <exception cref="InvalidOperationException">The frame is disposed.</exception>
    public IReadOnlyList<WebFrameMain> FramesInSubtree => [this, .. Frames.SelectMany(frame => frame.FramesInSubtree)];

    /// <summary>Whether the frame's document was navigated away from and is only unloading, or the frame is disposed.</summary>
    public bool Detached => IsUnloading || IsDisposed || _document is { Info.Detached: true };

    internal WebContents WebContents { get; }

    internal bool IsUnloading { get; }

    internal Emitter? EmitterOrNull => _ipc.OrNull;

    internal FrameDocument? Document
    {
        get => _document;
        set => _document = value;
    }

    /// <summary>A document that was replaced still stands until Electron has reported the next one: the frame is not disposed.</summary>
    internal bool IsDisposed => _removed || WebContents.IsDestroyed() || (_document is { IsGone: true } gone && (IsUnloading || !gone.IsReplaced));

    internal IpcSenderInfo? InfoOrNull => IsDisposed ? null : _document?.Info ?? InfoBeforeDocument;

    private IpcSenderInfo Info => InfoOrNull ?? throw new InvalidOperationException(ElectronText.FrameDisposed);

    // A new window's frame has no document that Electron could report yet: as in Electron, its address is empty then.
    private IpcSenderInfo InfoBeforeDocument => new()
    {
        WebContentsId = WebContents.Id,
        ProcessId = 0,
        FrameId = 0,
        FrameTreeNodeId = FrameTreeNodeId,
    };

    /// <summary>Whether the frame was removed, or its renderer is gone (a reload brings it back).</summary>
    public bool IsDestroyed() => IsDisposed;

    /// <summary>Sends a message to this frame. If the frame is disposed, that is logged and nothing is sent.</summary>
    /// <param name="channel">The channel the page listens on.</param>
    /// <param name="arguments">
    /// What the page's listeners receive, each as an argument of its own. An array as the only one is one argument: to send its elements, name
    /// the parameter (<c>arguments: items</c>). A value that cannot be cloned is logged, and nothing is sent.
    /// </param>
    /// <exception cref="ArgumentNullException">The channel is null; begins with Electron's text.</exception>
    public void Send(string channel, params object?[] arguments)
    {
        ElectronText.RequireChannel(channel);
        _frames.Sender.SendToFrame(this, channel, arguments);
    }

    /// <summary>Sends a message with one argument to this frame; an array or a list is that one argument.</summary>
    /// <inheritdoc cref="Send(string, object?[])"/>
    /// <param name="channel"/>
    /// <param name="argument">
    /// What the page's listeners receive. A value that cannot be cloned is logged, and nothing is sent.
    /// </param>
    [OverloadResolutionPriority(1)]
    public void Send(string channel, object? argument) => Send(channel, arguments: [argument]);

    /// <summary>Posts a message to this frame, and hands ports over with it: they are neutered here.</summary>
    /// <param name="channel">The channel the page listens on.</param>
    /// <param name="message">What the page's listeners receive, as a structured clone.</param>
    /// <param name="transfer">The ports; the page gets them as <c>event.ports</c>.</param>
    /// <exception cref="ArgumentException">
    /// The channel is null, or a port cannot be transferred; the message begins with Electron's text. Nothing was sent, no
    /// port is neutered.
    /// </exception>
    /// <exception cref="IpcCloneException">The message cannot be cloned. Nothing was sent, no port is neutered.</exception>
    /// <exception cref="InvalidOperationException">
    /// The frame is disposed: the ports are lost, as in Electron. Or a limit does not allow the message: nothing was sent.
    /// </exception>
    public void PostMessage(string channel, object? message, params IReadOnlyList<MessagePortMain> transfer)
        => _frames.Sender.PostMessage(this, channel, message, transfer);

    internal void RaiseDomReady() => DomReady?.Invoke(this, EventArgs.Empty);

    internal void MarkRemoved()
    {
        _removed = true;
        _ipc.Detach();
    }
}
