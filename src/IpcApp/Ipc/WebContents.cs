using System.Runtime.CompilerServices;
using IpcApp.Internal.Emitters;
using IpcApp.Internal.Frames;
using IpcApp.Internal.Scheduling;
using IpcApp.Internal.Wire;

namespace IpcApp;

/// <summary>The contents of a window: its frames, and the way to send to them. Electron's <c>webContents</c>.</summary>
/// <remarks>
/// Thread-safe. Messages of one thread to one frame arrive in the order they were sent. Events of windows, their
/// contents, menus and the app are raised one after another, in the order in which Electron raised them, on a thread of the pool, each up to
/// the first incomplete <c>await</c> of its subscribers. So a subscriber that blocks holds up the events of all windows, menus and the app:
/// await what it waits for, or run long computations in <c>Task.Run</c>. In development, one that has been running for a second is logged.
/// What a subscriber throws is logged.
/// </remarks>
public sealed class WebContents
{
    private readonly FrameTree _frames;
    private readonly EventLane _events;
    private readonly MessageSubscribers _subscribers;
    private readonly LazyEmitter _ipc;
    private int _destroyed;

    internal WebContents(int id, FrameTree frames)
    {
        Id = id;
        _frames = frames;
        _events = frames.UserCode.Events;
        _ipc = new LazyEmitter(frames.Emitters);
        _subscribers = new MessageSubscribers((send, sync) => frames.Sender.Control(ControlMessage.Watch(id, send, sync)));
    }

    /// <summary>
    /// Raised once, when the window has been closed: after <see cref="BrowserWindow.Close"/> before <see cref="BrowserWindow.Closed"/>, after
    /// <see cref="BrowserWindow.Destroy"/> after it. Electron's <c>destroyed</c>.
    /// </summary>
    public event EventHandler? Destroyed;

    /// <summary>Raised when the main frame shows another document. Electron's <c>did-navigate</c>.</summary>
    public event EventHandler<FrameNavigatedEventArgs>? DidNavigate;

    /// <summary>Raised when any frame shows another document, before <see cref="DidNavigate"/>. Electron's <c>did-frame-navigate</c>.</summary>
    public event EventHandler<FrameNavigatedEventArgs>? DidFrameNavigate;

    /// <summary>
    /// Raised when the address of any frame's document has changed and the document has stayed: by <c>history.pushState</c>,
    /// <c>replaceState</c> or <c>back</c>, or to another fragment. Electron's <c>did-navigate-in-page</c>.
    /// </summary>
    public event EventHandler<FrameNavigatedInPageEventArgs>? DidNavigateInPage;

    /// <summary>
    /// Raised when the main frame's document has been parsed, after the frame's own <see cref="WebFrameMain.DomReady"/>. Electron's
    /// <c>dom-ready</c>.
    /// </summary>
    public event EventHandler? DomReady;

    /// <summary>
    /// Raised when the page's process has crashed or was ended. Its frames are disposed until the page is loaded again.
    /// </summary>
    public event EventHandler<RenderProcessGoneEventArgs>? RenderProcessGone;

    /// <summary>Raised when a preload has thrown, which is also logged. Electron's <c>preload-error</c>.</summary>
    public event EventHandler<PreloadErrorEventArgs>? PreloadError;

    /// <summary>
    /// Raised for every <c>ipcRenderer.send</c> of the window on any channel, before all listeners; not for
    /// <c>postMessage</c> and <c>invoke</c>. Only messages of the app's own origin and main frame raise it. It runs as a listener
    /// does: in order, and before the frame's next message; what it throws is logged and ends the message. What an <c>async</c> lambda
    /// throws is logged as well, but does not end the message. What was sent before Electron has heard of the first subscriber, on channels
    /// without a listener, is missed.
    /// </summary>
    public event IpcMainListener? IpcMessage
    {
        add => _subscribers.Add(MessageKind.Send, value);
        remove => _subscribers.Remove(MessageKind.Send, value);
    }

    /// <summary>The same for <c>ipcRenderer.sendSync</c>. It may answer, and then the listeners' answers do not count.</summary>
    public event IpcMainListener? IpcMessageSync
    {
        add => _subscribers.Add(MessageKind.SendSync, value);
        remove => _subscribers.Remove(MessageKind.SendSync, value);
    }

    /// <summary>Electron's id of the contents: unique while the app runs, readable after the window is gone.</summary>
    public int Id { get; }

    /// <summary>The name of the window in the settings, section <c>IpcApp:Windows</c>; null if it was opened otherwise.</summary>
    public string? WindowName { get; internal set; }

    /// <summary>
    /// The emitter of this window: it hears all frames of it, before the global one does. It stays over navigation and crash, and
    /// is readable, though silent, after the window is gone.
    /// </summary>
    public IIpcMain Ipc => _ipc.Value;

    /// <summary>The main frame: the same object before and after a navigation.</summary>
    /// <exception cref="ObjectDisposedException">The contents are destroyed; the message begins with Electron's text.</exception>
    public WebFrameMain MainFrame => MainFrameOrNull is { } frame && !IsDestroyed()
        ? frame
        : throw new ObjectDisposedException(nameof(WebContents), "Object has been destroyed");

    internal BrowserWindow? Window { get; set; }

    internal WebFrameMain? MainFrameOrNull { get; set; }

    internal Emitter? EmitterOrNull => _ipc.OrNull;

    /// <summary>Whether the window has been closed.</summary>
    public bool IsDestroyed() => Volatile.Read(ref _destroyed) != 0;

    /// <summary>Sends a message to the main frame.</summary>
    /// <param name="channel">The channel the page listens on.</param>
    /// <param name="arguments">
    /// What the page's listeners receive, each as an argument of its own. An array as the only one is one argument: to send its elements, name
    /// the parameter (<c>arguments: items</c>). A value that cannot be cloned is logged, and nothing is sent.
    /// </param>
    /// <exception cref="ObjectDisposedException">The contents are destroyed.</exception>
    /// <exception cref="ArgumentNullException">The channel is null; begins with Electron's text.</exception>
    public void Send(string channel, params object?[] arguments) => MainFrame.Send(channel, arguments: arguments);

    /// <summary>Sends a message with one argument to the main frame; an array or a list is that one argument.</summary>
    /// <inheritdoc cref="Send(string, object?[])"/>
    /// <param name="channel"/>
    /// <param name="argument">
    /// What the page's listeners receive. A value that cannot be cloned is logged, and nothing is sent.
    /// </param>
    [OverloadResolutionPriority(1)]
    public void Send(string channel, object? argument) => MainFrame.Send(channel, argument);

    /// <summary>Posts a message to the main frame, and hands ports over with it.</summary>
    /// <inheritdoc cref="WebFrameMain.PostMessage"/>
    /// <exception cref="ObjectDisposedException">The contents are destroyed; no port is neutered.</exception>
    public void PostMessage(string channel, object? message, params IReadOnlyList<MessagePortMain> transfer)
        => MainFrame.PostMessage(channel, message, transfer);

    /// <summary>Sends a message to a frame of the main frame's process.</summary>
    /// <param name="frameId">The frame's routing id.</param>
    /// <returns>False if this window has no such frame, else true, also where sending was logged as failed.</returns>
    /// <inheritdoc cref="Send(string, object?[])"/>
    /// <param name="channel"/>
    /// <param name="arguments"/>
    public bool SendToFrame(int frameId, string channel, params object?[] arguments)
        => MainFrame is { } main && !main.IsDestroyed() && SendToFrame(main.ProcessId, frameId, channel, arguments: arguments);

    /// <summary>
    /// Sends a message with one argument to a frame of the main frame's process; an array or a list is that one argument.
    /// </summary>
    /// <param name="frameId">The frame's routing id.</param>
    /// <returns>False if this window has no such frame, else true, also where sending was logged as failed.</returns>
    /// <inheritdoc cref="Send(string, object?)"/>
    /// <param name="channel"/>
    /// <param name="argument"/>
    [OverloadResolutionPriority(1)]
    public bool SendToFrame(int frameId, string channel, object? argument) => SendToFrame(frameId, channel, arguments: [argument]);

    /// <summary>Sends a message to a frame.</summary>
    /// <param name="processId">Chromium's id of the frame's process.</param>
    /// <param name="frameId">The frame's routing id.</param>
    /// <param name="channel">The channel the page listens on.</param>
    /// <param name="arguments">
    /// What the page's listeners receive, each as an argument of its own. An array as the only one is one argument: to send its elements, name
    /// the parameter (<c>arguments: items</c>). A value that cannot be cloned is logged, and nothing is sent.
    /// </param>
    /// <returns>False if this window has no such frame, else true, also where sending was logged as failed.</returns>
    /// <exception cref="ArgumentNullException">The channel is null and the frame exists; begins with Electron's text.</exception>
    public bool SendToFrame(int processId, int frameId, string channel, params object?[] arguments)
    {
        if (_frames.FindDocument(processId, frameId) is not { } document || document.Node.WebContents != this)
        {
            return false;
        }

        document.Reply(channel, arguments);
        return true;
    }

    /// <summary>Sends a message with one argument to a frame; an array or a list is that one argument.</summary>
    /// <inheritdoc cref="SendToFrame(int, int, string, object?[])"/>
    /// <param name="processId"/>
    /// <param name="frameId"/>
    /// <param name="channel"/>
    /// <param name="argument">
    /// What the page's listeners receive. A value that cannot be cloned is logged, and nothing is sent.
    /// </param>
    [OverloadResolutionPriority(1)]
    public bool SendToFrame(int processId, int frameId, string channel, object? argument)
        => SendToFrame(processId, frameId, channel, arguments: [argument]);

    /// <summary>The frame of this window that has the focus, or null. Asks Electron for its <c>focusedFrame</c>.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="InvalidOperationException">The app is not ready, or runs without Electron.</exception>
    /// <exception cref="ElectronException">Electron has ended.</exception>
    public Task<WebFrameMain?> GetFocusedFrameAsync(CancellationToken cancellationToken = default)
        => _frames.AskForFrameAsync(this, "focusedFrame", cancellationToken);

    /// <summary>
    /// The frame that opened this window by <c>window.open</c>, or null; Electron's <c>opener</c>. Pages can open windows only where the app's
    /// own main-process JavaScript lets them.
    /// </summary>
    /// <inheritdoc cref="GetFocusedFrameAsync"/>
    public Task<WebFrameMain?> GetOpenerAsync(CancellationToken cancellationToken = default)
        => _frames.AskForFrameAsync(this, "opener", cancellationToken);

    internal IpcMainListener? SubscribersOf(MessageKind kind) => _subscribers.Of(kind);

    internal void OnNavigated(WebFrameMain frame, IpcSenderInfo document)
    {
        var isMainFrame = ReferenceEquals(frame, MainFrameOrNull);
        var e = new FrameNavigatedEventArgs(frame, document.Url, isMainFrame);
        _events.Raise(nameof(DidFrameNavigate), () => DidFrameNavigate?.Invoke(this, e));
        if (isMainFrame)
        {
            _events.Raise(nameof(DidNavigate), () => DidNavigate?.Invoke(this, e));
        }
    }

    internal void OnNavigatedInPage(WebFrameMain frame, IpcSenderInfo document)
    {
        var e = new FrameNavigatedInPageEventArgs(
            frame, document.Url, ReferenceEquals(frame, MainFrameOrNull), document.ProcessId, document.FrameId);
        _events.Raise(nameof(DidNavigateInPage), () => DidNavigateInPage?.Invoke(this, e));
    }

    internal void OnDomReady(WebFrameMain frame)
    {
        _events.Raise($"{nameof(WebFrameMain)}.{nameof(DomReady)}", frame.RaiseDomReady);
        if (ReferenceEquals(frame, MainFrameOrNull))
        {
            _events.Raise(nameof(DomReady), () => DomReady?.Invoke(this, EventArgs.Empty));
        }
    }

    internal void OnRenderProcessGone(RenderProcessGoneEventArgs e)
        => _events.Raise(nameof(RenderProcessGone), () => RenderProcessGone?.Invoke(this, e));

    internal void OnPreloadError(PreloadErrorEventArgs e) => _events.Raise(nameof(PreloadError), () => PreloadError?.Invoke(this, e));

    internal void MarkDestroyed()
    {
        if (Interlocked.Exchange(ref _destroyed, 1) == 0)
        {
            _ipc.Detach();
            _events.Raise(nameof(Destroyed), () => Destroyed?.Invoke(this, EventArgs.Empty));
        }
    }
}
