using System.Collections.Concurrent;
using System.Text.Json;
using IpcApp.Internal.Frames;
using IpcApp.Internal.Host;
using IpcApp.Internal.Launch;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Ports;
using IpcApp.Testing.Internal.Ports;
using IpcApp.Testing.Internal.Stepping;
using IpcApp.Values.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Testing.Internal;

/// <summary>
/// Plays the host: the same messages as over the bridge, in memory. What reaches the dispatcher are the bytes that a real host would
/// have sent, and what it answers is decoded as a page would.
/// </summary>
internal sealed partial class FakeHost : IHostConnector, IHostConnection
{
    // One reader on a real bridge; here, whoever sends takes its place for the time of one message.
    private readonly Lock _reader = new();
    private readonly FakeChannels _channels;
    private readonly FakeDevelopment _development;
    private readonly FakeCommands _commands;
    private readonly FakeEndpoints _endpoints = new();
    private readonly ConcurrentDictionary<uint, FakeFrame> _frames = new();
    private readonly List<FakeWindow> _windows = [];
    private readonly Dictionary<string, int> _processes = [];
    private readonly TaskCompletionSource<string?> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IpcSerializer? _serializer;
    private QueuedLoggers? _loggers;

    /// <summary>Writes what pages send: the limit is for messages of .NET.</summary>
    private IpcSerializer? _pages;
    private HostSession? _session;
    private Action<MessageKind, uint, uint, byte[]>? _receive;
    private int _lastWindow;
    private int _lastTreeNode;
    private int _lastFrameId;
    private uint _lastFrameNumber;

    public FakeHost(IpcTestAppOptions? options = null)
    {
        Options = options?.Copy() ?? new IpcTestAppOptions();
        Output = LineOutput.Guard(Options.Output);
        Logs = new LogCapture(Output, Options.MinimumLogLevel);
        Steps = Options.Seed is { } seed ? new StepScheduler(seed, Ports) : null;
        _channels = new FakeChannels(message => Notify(new { type = "log", level = "warning", message }));
        Requests = new FakeRequests(this);
        Lifecycle = new FakeLifecycle(this);
        _development = new FakeDevelopment(this, _channels);
        _commands = new FakeCommands(this, _channels, _endpoints, _development);
        _ports = new FakePorts(FeedPort);
    }

    public FakeRequests Requests { get; }

    public FakeLifecycle Lifecycle { get; }

    public Task<string?> Completion => _ended.Task;

    public RendererName Renderer { get; } = new("fake renderers");

    public string PrivateDirectory => _endpoints.Directory;

    public IReadOnlyList<FakeWindow> Windows
    {
        get
        {
            lock (_reader)
            {
                return [.. _windows];
            }
        }
    }

    public IpcSerializer Serializer => _serializer ?? throw new InvalidOperationException("The app has not started yet.");

    public PageErrors PageErrors { get; } = new();

    public FakeDevelopment Development => _development;

    public FakeChannels Channels => _channels;

    /// <summary>The app's, for its own code.</summary>
    public AppPorts Ports { get; } = new();

    public FakeHost Attach(IServiceProvider services)
    {
        _tree = services.GetRequiredService<FrameTree>();
        _time = services.GetRequiredService<TimeProvider>();
        Ports.Services = services.GetRequiredService<PortServices>();
        _loggers = services.GetRequiredService<QueuedLoggers>();
        return Attach(services.GetRequiredService<IpcSerializer>());
    }

    public FakeHost Attach(IpcSerializer serializer)
    {
        _serializer = serializer;
        _pages = serializer.WithMaxMessageBytes(Array.MaxLength);
        _feed = new PortFeed(Watch, ReceiveFromPort);
        return this;
    }

    public Task<IHostConnection?> ConnectAsync(CancellationToken cancellationToken) => Task.FromResult<IHostConnection?>(this);

    public void Start(HostSession session)
    {
        _session = session;
        Start((kind, lane, id, payload) => session.Receive(kind, lane, id, payload, NoOwner.Instance));
    }

    public Task<int?> ToldExitCodeAsync() => Task.FromResult<int?>(null);

    public Task QuitAsync(int exitCode, CancellationToken cancellationToken)
    {
        _ended.TrySetResult(null);
        ClosePorts();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _ended.TrySetResult(null);
        _endpoints.Dispose();
        return default;
    }

    public int NextTreeNode() => Interlocked.Increment(ref _lastTreeNode);

    /// <summary>One renderer process an origin, as site isolation has it, unless another is named; a new frame id for each document.</summary>
    public (int ProcessId, int FrameId) NextFrameIds(string origin, int? processId)
    {
        lock (_reader)
        {
            if (processId is { } named)
            {
                return (named, ++_lastFrameId);
            }

            if (!_processes.TryGetValue(origin, out var process))
            {
                _processes[origin] = process = _processes.Count + 1;
            }

            return (process, ++_lastFrameId);
        }
    }

    public T Read<T>(IpcValue value, string what) => UntypedView.TryTake<T>(value, out var untyped) ? untyped : Serializer.Convert<T>(value, what)!;

    /// <summary>A window that the app makes: it shows nothing until the app loads a page.</summary>
    public FakeWindow CreateWindow(JsonElement options) => OpenWindow(FakeWindowOptions.Read(options));

    public FakeWindow? FindWindow(int windowId) => Windows.FirstOrDefault(window => window.WindowId == windowId);

    public FakeWindow OpenWindow(FakeWindowOptions options)
    {
        lock (_reader)
        {
            var window = new FakeWindow(this, ++_lastWindow, options);
            _windows.Add(window);
            Notify(new
            {
                type = "contents-created",
                contents = window.Id,
                treeNode = window.MainFrame.TreeNode,
                window = window.Name,
                kind = "window",
            });
            Track(window);
            Notify(new
            {
                type = "window-created",
                windowId = window.WindowId,
                window = window.Name,
                contents = window.Id,
                title = window.Title,
            });
            if (options.Url.Length > 0)
            {
                Introduce(window.MainFrame);
            }

            return window;
        }
    }

    public void Close(FakeWindow window)
    {
        lock (_reader)
        {
            _windows.Remove(window);
            FramesGone([.. window.MainFrame.SelfAndDescendants], "destroyed");
            window.MainFrame.MarkRemoved();
            Notify(new { type = "contents-destroyed", contents = window.Id });
            Notify(new { type = "window-closed", windowId = window.WindowId, window = window.Name, contents = window.Id });
            if (_windows.Count == 0)
            {
                Lifecycle.LastWindowClosed();
            }
        }
    }

    /// <summary>Tells of a frame's new document, as the host does when a navigation has been committed.</summary>
    public void Introduce(FakeFrame frame)
    {
        lock (_reader)
        {
            Announce(frame);
            Notify(new { type = "dom-ready", contents = frame.Window.Id, treeNode = frame.TreeNode });
        }
    }

    /// <summary>Tells of a document, as the host does before its first message.</summary>
    public void Announce(FakeFrame frame)
    {
        frame.Number = ++_lastFrameNumber;
        _frames[frame.Number] = frame;
        Describe(frame);
        Track(frame);
    }

    public void FramesGone(IReadOnlyList<FakeFrame> gone, string reason)
    {
        lock (_reader)
        {
            foreach (var frame in gone.Where(frame => frame.Number != 0))
            {
                _frames.TryRemove(frame.Number, out _);
                _endpoints.DocumentGone(frame.Number);
                _calls.Abandon(frame);
                Notify(new { type = "frame-gone", frame = frame.Number, reason });
                frame.Number = 0;
                frame.ClosePorts();
            }
        }
    }

    public Task<HttpResponseMessage> FetchAsync(FakeFrame frame, HttpRequestMessage request, CancellationToken cancellationToken)
        => _endpoints.SendAsync(frame, request, cancellationToken);

    /// <summary>The renderer's process is gone, with all frames of the window.</summary>
    public void Crash(FakeWindow window, IReadOnlyList<FakeFrame> frames, string reason, int exitCode)
    {
        lock (_reader)
        {
            FramesGone(frames, "crashed");
            Notify(new { type = "render-process-gone", contents = window.Id, reason, exitCode });
        }
    }

    string? IHostLink.Send(MessageKind kind, uint lane, uint id, PayloadWriter payload)
    {
        using (payload)
        {
            var bytes = payload.WrittenMemory.ToArray();
            switch (kind)
            {
                case MessageKind.Reply:
                    Answer(id, bytes);
                    break;
                case MessageKind.Emit:
                    InTurn(bytes, Deliver);
                    break;
                case MessageKind.Post:
                    InTurn(bytes, DeliverPosted, isPost: true);
                    break;
                case MessageKind.PortMessage or MessageKind.PortStart or MessageKind.PortClose:
                    _ports.Receive(kind, lane, bytes);
                    break;
                default:
                    _commands.Obey(bytes);
                    break;
            }

            _tap?.Sent(kind, lane, id, bytes);
        }

        return null;
    }

    public void Notify(object notice)
    {
        lock (_reader)
        {
            Receive(MessageKind.Control, 0, 0, JsonSerializer.SerializeToUtf8Bytes(notice));
        }
    }

    private void Receive(MessageKind kind, uint lane, uint id, byte[] payload) => _receive?.Invoke(kind, lane, id, payload);

    private void Deliver(byte[] payload)
    {
        var (frame, channel, values) = EmittedMessage.Parse(payload, FrameFor);
        if (frame is { IsRemoved: false, Number: not 0 })
        {
            frame.Deliver(new FakeMessage(channel, [.. (IpcArray)Serializer.ReadValue(values)], [], Serializer));
        }
    }

    private FakeFrame? FrameFor(bool isMainFrame, uint id)
        => isMainFrame ? Windows.FirstOrDefault(window => window.Id == id)?.MainFrame : _frames.GetValueOrDefault(id);
}
