using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using IpcApp.Internal.Ports;
using IpcApp.Testing.Internal;
using IpcApp.Testing.Internal.Tracing;

namespace IpcApp.Testing;

/// <summary>A frame of a page, with the methods that its preload would have: Electron's <c>ipcRenderer</c>.</summary>
/// <remarks>Thread-safe. Messages of one thread start in the order they were sent.</remarks>
public sealed partial class FakeFrame
{
    private readonly FakeElectron _host;
    private ImmutableList<FakeFrame> _children = [];
    private ImmutableList<FakeFrame> _unloading = [];
    private readonly FrameInbox _inbox;
    private bool _isHidden;

    internal FakeFrame(
        FakeElectron host, FakeWindow window, FakeFrame? parent, string url, string? origin = null, string name = "", int? processId = null)
        : this(host, window, parent, host.NextTreeNode(), name)
        => Load(url, origin, processId);

    private FakeFrame(FakeElectron host, FakeWindow window, FakeFrame? parent, int treeNode, string name)
    {
        _host = host;
        Window = window;
        Parent = parent;
        TreeNode = treeNode;
        Name = name;
        _inbox = new FrameInbox(this);
        Traffic = new FrameTrace(this);
        _listeners = new PageListeners(host, this);
    }

    /// <summary>The window the frame is in.</summary>
    public FakeWindow Window { get; }

    /// <summary>The frame around it; null for a main frame.</summary>
    public FakeFrame? Parent { get; }

    /// <summary>The address of its document.</summary>
    public string Url { get; private set; } = "";

    /// <summary>The origin of its document; <c>null</c>, the string, for an opaque one.</summary>
    public string Origin { get; private set; } = "null";

    /// <summary>The frame's name, as the iframe's attribute gives it; <see cref="SetName"/> changes it.</summary>
    public string Name { get; private set; }

    /// <summary>Chromium's id of its renderer process: one for each origin, unless a test has said otherwise.</summary>
    public int ProcessId { get; private set; }

    /// <summary>The routing id of its document; another after each navigation.</summary>
    public int FrameId { get; private set; }

    /// <summary>Chromium's token of its document: what <see cref="WebFrameMain.FrameToken"/> is in the app.</summary>
    public string FrameToken => $"token-{ProcessId}-{FrameId}";

    /// <summary>
    /// Whether its document is <c>visible</c> or <c>hidden</c>, as all are in a window that the app has hidden; <see cref="SetVisibility"/>
    /// changes it.
    /// </summary>
    public string VisibilityState => _isHidden || Window.IsHidden ? "hidden" : "visible";

    /// <summary>The id of its place in the frame tree, which it keeps: what <see cref="IpcEvent.FrameTreeNodeId"/> is in the app.</summary>
    public int FrameTreeNodeId => TreeNode;

    /// <summary>The frames directly in this one.</summary>
    public IReadOnlyList<FakeFrame> Frames => [.. _children];

    /// <summary>Whether it stands for a document that was navigated away from and is only unloading.</summary>
    public bool IsDetached { get; private init; }

    /// <summary>Whether its renderer process is gone. <see cref="FakeWindow.Reload"/> brings it back.</summary>
    public bool IsCrashed { get; private set; }

    /// <summary>Whether it was removed, or its window closed.</summary>
    public bool IsRemoved { get; private set; }

    /// <summary>Whether something has changed for which Electron has no event, so that the app learns of it with the next message.</summary>
    internal bool HasUnreportedChange { get; set; }

    internal int TreeNode { get; }

    internal uint Number { get; set; }

    /// <summary>Counts the invokes of its document.</summary>
    internal InvokeCount PendingInvokes { get; set; } = new();

    internal FakeElectron Host => _host;

    /// <summary>The ports of its document. Guarded by <see cref="PortGate"/>.</summary>
    internal HashSet<FakeMessagePort> Ports { get; } = [];

    /// <summary>With the documents that are only unloading: closing, removing or crashing the frame ends them as well.</summary>
    internal IEnumerable<FakeFrame> SelfAndDescendants
        => _children.SelectMany(child => child.SelfAndDescendants).Concat(_unloading).Prepend(this);

    /// <summary><c>ipcRenderer.invoke</c>, for when the answer does not matter.</summary>
    /// <inheritdoc cref="InvokeAsync{T}(string, object?[])"/>
    public Task InvokeAsync(string channel, params object?[] arguments) => _host.InvokeAsync(this, channel, arguments);

    /// <summary><c>ipcRenderer.invoke</c> with one argument, for when the answer does not matter.</summary>
    /// <inheritdoc cref="InvokeAsync{T}(string, object?)"/>
    [OverloadResolutionPriority(1)]
    public Task InvokeAsync(string channel, object? argument) => _host.InvokeAsync(this, channel, [argument]);

    /// <summary><c>ipcRenderer.invoke</c>: sends the arguments and waits for the handler's answer.</summary>
    /// <typeparam name="T">What to read the answer as. <see cref="IpcValue"/> takes any.</typeparam>
    /// <param name="channel">The channel.</param>
    /// <param name="arguments">
    /// The arguments; they are encoded as a page's would be. An array as the only one is one argument: to send its elements, name the
    /// parameter (<c>arguments: items</c>).
    /// </param>
    /// <exception cref="IpcRendererException">The promise rejected; the message is what the page sees.</exception>
    public async Task<T> InvokeAsync<T>(string channel, params object?[] arguments)
        => _host.Read<T>(await _host.InvokeAsync(this, channel, arguments), $"the answer to '{channel}'");

    /// <summary><c>ipcRenderer.invoke</c> with one argument; an array or a list is that one argument.</summary>
    /// <inheritdoc cref="InvokeAsync{T}(string, object?[])"/>
    /// <typeparam name="T"/>
    /// <param name="channel"/>
    /// <param name="argument">The argument; it is encoded as a page's would be.</param>
    [OverloadResolutionPriority(1)]
    public Task<T> InvokeAsync<T>(string channel, object? argument) => InvokeAsync<T>(channel, arguments: [argument]);

    /// <summary><c>ipcRenderer.send</c>.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="arguments">
    /// The arguments. An array as the only one is one argument: to send its elements, name the parameter (<c>arguments: items</c>).
    /// </param>
    /// <exception cref="IpcRendererException">An argument cannot be cloned; nothing was sent.</exception>
    public void Send(string channel, params object?[] arguments) => _host.Send(this, channel, arguments);

    /// <summary><c>ipcRenderer.send</c> with one argument; an array or a list is that one argument.</summary>
    /// <inheritdoc cref="Send(string, object?[])"/>
    /// <param name="channel"/>
    /// <param name="argument">The argument.</param>
    [OverloadResolutionPriority(1)]
    public void Send(string channel, object? argument) => _host.Send(this, channel, [argument]);

    /// <summary><c>ipcRenderer.sendSync</c>: blocks the calling thread until it is answered.</summary>
    /// <typeparam name="T">What to read the answer as. <see cref="IpcValue"/> takes any, also <c>{ error: … }</c>.</typeparam>
    /// <param name="channel">The channel.</param>
    /// <param name="arguments">
    /// The arguments. An array as the only one is one argument: to send its elements, name the parameter (<c>arguments: items</c>).
    /// </param>
    /// <exception cref="IpcRendererException">An argument cannot be cloned.</exception>
    /// <exception cref="InvalidOperationException">A listener of a page calls it: that would block the handler that has sent.</exception>
    public T SendSync<T>(string channel, params object?[] arguments)
        => _host.Read<T>(_host.SendSync(this, channel, arguments), $"the answer to '{channel}'");

    /// <summary><c>ipcRenderer.sendSync</c> with one argument; an array or a list is that one argument.</summary>
    /// <inheritdoc cref="SendSync{T}(string, object?[])"/>
    /// <typeparam name="T"/>
    /// <param name="channel"/>
    /// <param name="argument">The argument.</param>
    [OverloadResolutionPriority(1)]
    public T SendSync<T>(string channel, object? argument) => SendSync<T>(channel, arguments: [argument]);

    /// <summary><c>ipcRenderer.postMessage</c>: one message, and the ports to hand over with it.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="message">The one message.</param>
    /// <param name="ports">Ports of this page; they are neutered.</param>
    /// <exception cref="IpcRendererException">
    /// The message cannot be cloned, or a port not be transferred; nothing was sent.
    /// </exception>
    public void PostMessage(string channel, object? message, params IReadOnlyList<FakeMessagePort> ports)
        => _host.PostMessage(this, channel, message, ports);

    /// <summary>
    /// The page's <c>fetch</c>: asks an endpoint that the app maps under <c>app://local/</c>, over the real server and with all its
    /// refusals. Methods other than GET and HEAD need the header <c>X-IpcApp: 1</c>. Files of <c>wwwroot</c> are Electron's, and not served
    /// here; an endpoint of <c>MapFallbackToFile</c> answers with the header <c>X-IpcApp-File</c>, which names the file.
    /// </summary>
    /// <param name="request">The request; its address is relative to <c>app://local/</c>, or begins with it.</param>
    /// <param name="cancellationToken">Aborts it, as an <c>AbortController</c> does.</param>
    /// <returns>The response as soon as its head is there. Disposing it, or leaving the page, aborts the request.</returns>
    /// <exception cref="ArgumentException">The address is not the app's.</exception>
    /// <exception cref="OperationCanceledException">It was aborted, or the page went away, before there was a response.</exception>
    public Task<HttpResponseMessage> FetchAsync(HttpRequestMessage request, CancellationToken cancellationToken = default)
        => _host.FetchAsync(this, request, cancellationToken);

    /// <summary>Takes the next message that main sends, or has sent, to this frame on a channel, and reads its first argument.</summary>
    /// <typeparam name="T">What to read the argument as.</typeparam>
    /// <param name="channel">The channel.</param>
    /// <param name="timeout">How long to wait; <see cref="IpcTestAppOptions.Timeout"/> by default.</param>
    /// <exception cref="TimeoutException">None came; the message lists what did come.</exception>
    /// <exception cref="Exception">What a listener of a page has thrown (<see cref="On(string, Action{FakeMessage})"/>).</exception>
    public async Task<T> NextAsync<T>(string channel, TimeSpan? timeout = null)
    {
        var arguments = await NextAsync(channel, timeout);
        return _host.Read<T>(arguments.Count > 0 ? arguments[0] : IpcValue.Undefined, $"the message on '{channel}'");
    }

    /// <summary>Takes the next message on a channel, with all its arguments and ports.</summary>
    /// <inheritdoc cref="NextAsync{T}"/>
    public async Task<FakeMessage> NextAsync(string channel, TimeSpan? timeout = null)
    {
        try
        {
            return await _inbox.NextAsync(channel, timeout ?? _host.Options.Timeout);
        }
        finally
        {
            _host.PageErrors.ThrowNext();
        }
    }

    /// <summary>Each message on a channel that has arrived, also of those taken by <see cref="NextAsync{T}"/>.</summary>
    /// <param name="channel">The channel.</param>
    public IReadOnlyList<FakeMessage> Received(string channel) => _inbox.Received(channel);

    /// <summary>Its document is gone, and the ports with it.</summary>
    internal void ClosePorts()
    {
        lock (PortGate.Lock)
        {
            foreach (var port in Ports.ToList())
            {
                port.Close();
            }
        }
    }
}
