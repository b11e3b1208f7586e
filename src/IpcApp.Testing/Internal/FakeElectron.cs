using System.Collections.Concurrent;
using System.Text.Json;
using IpcApp.Internal.Ports;
using IpcApp.Internal.Wire;
using IpcApp.Testing.Internal.Ports;
using IpcApp.Testing.Internal.Stepping;

namespace IpcApp.Testing.Internal;

/// <summary>
/// Plays Electron: the same messages as over the bridge, in memory. What reaches the dispatcher are the bytes that a real Electron would
/// have sent, and what it answers is decoded as a page would.
/// </summary>
internal sealed partial class FakeElectron
{
    // A real bridge has one reader; here the sender takes its place for one message.
    private readonly Lock _reader = new();
    private readonly FakeChannels _channels;
    private readonly FakeDevelopment _development;
    private readonly FakeCommands _commands;
    private readonly FakeEndpoints _endpoints;
    private readonly FakeLimits _limits = new();
    private readonly FakeElectronLog _log;
    private readonly ConcurrentDictionary<uint, FakeFrame> _frames = new();
    private readonly List<FakeWindow> _windows = [];
    private readonly Dictionary<string, int> _processes = [];
    private int _lastWindow;
    private int _lastTreeNode;
    private int _lastFrameId;
    private uint _lastFrameNumber;

    public FakeElectron(IpcTestAppOptions? options = null)
    {
        Options = options?.Copy() ?? new IpcTestAppOptions();
        Output = LineOutput.Guard(Options.Output);
        Logs = new LogCapture(Output, Options.MinimumLogLevel);
        Steps = Options.Seed is { } seed ? new StepScheduler(seed, Ports) : null;
        _channels = new FakeChannels(message => Notify(new { type = "log", level = "warning", message }));
        Requests = new FakeRequests(this);
        Lifecycle = new FakeLifecycle(this);
        _development = new FakeDevelopment(this, _channels);
        _endpoints = new FakeEndpoints(() => Windows.SelectMany(window => window.AllowedOrigins).Distinct());
        _commands = new FakeCommands(this, _channels, _endpoints, _development, _limits);
        _log = new FakeElectronLog(Notify);
        _ports = new FakePorts(FeedPort, _limits, DropPortMessage);
    }

    public FakeRequests Requests { get; }

    public FakeLifecycle Lifecycle { get; }

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

    /// <summary>The window with the keyboard's focus; null for none.</summary>
    public FakeWindow? FocusedWindow { get; set; }

    public PageErrors PageErrors { get; } = new();

    public FakeDevelopment Development => _development;

    public FakeChannels Channels => _channels;

    public FakeCommands Commands => _commands;

    /// <summary>The app's, for its own code.</summary>
    public AppPorts Ports { get; } = new();

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

    /// <summary>A window that the app makes: it shows nothing until the app loads a page.</summary>
    public FakeWindow CreateWindow(JsonElement options) => OpenWindow(FakeWindowOptions.Read(options));

    /// <summary>A window of the app's settings. One that is open stays as it is.</summary>
    public void OpenNamedWindow(JsonElement command)
    {
        var name = command.GetProperty("name").GetString();
        if (Windows.FirstOrDefault(window => window.Name == name) is { } open)
        {
            Announce(open);
            return;
        }

        OpenWindow(FakeWindowOptions.Read(command.GetProperty("options")) with { Name = name, Url = command.GetProperty("url").GetString()! });
    }

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
            Announce(window);
            if (options.Url.Length > 0)
            {
                Introduce(window.MainFrame);
                window.BecomeReady();
            }

            return window;
        }
    }

    /// <param name="window">The window.</param>
    /// <param name="pageFirst">Whether the window closes because its page has gone, or the page goes because the window has closed.</param>
    public void Close(FakeWindow window, bool pageFirst)
    {
        lock (_reader)
        {
            _windows.Remove(window);
            window.LoseFocus();
            if (pageFirst)
            {
                EndContents(window);
            }

            Notify(new { type = "window-closed", windowId = window.WindowId, window = window.Name, contents = window.Id });
            if (_windows.Count == 0)
            {
                Lifecycle.LastWindowClosed();
            }

            if (!pageFirst)
            {
                EndContents(window);
            }
        }
    }

    private void EndContents(FakeWindow window)
    {
        FramesGone([.. window.MainFrame.SelfAndDescendants], "destroyed");
        window.MainFrame.MarkRemoved();
        Notify(new { type = "contents-destroyed", contents = window.Id });
    }

    /// <summary>Tells of a frame's new document, as Electron does when a navigation has been committed.</summary>
    public void Introduce(FakeFrame frame)
    {
        lock (_reader)
        {
            Announce(frame, SenderSnapshot.Navigated);
            Notify(new { type = "dom-ready", contents = frame.Window.Id, treeNode = frame.TreeNode });
        }
    }

    private void Announce(FakeWindow window) => Notify(new
    {
        type = "window-created",
        windowId = window.WindowId,
        window = window.Name,
        contents = window.Id,
        title = window.Title,
    });

    /// <summary>Tells of a document, as Electron does before its first message.</summary>
    public void Announce(FakeFrame frame, string? @event = null)
    {
        frame.Number = ++_lastFrameNumber;
        _frames[frame.Number] = frame;
        Describe(frame, @event);
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
            if (reason != "clean-exit")
            {
                ReportFailure("render-process-gone", $"The page's process is gone: {reason} (exit code {exitCode})", window);
            }
        }
    }
}
