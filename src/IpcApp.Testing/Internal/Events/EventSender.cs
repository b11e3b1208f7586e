using System.Diagnostics.CodeAnalysis;
using IpcApp.Internal.Dispatch;
using IpcApp.Internal.Frames;
using IpcApp.Internal.Session;
using IpcApp.Internal.Wire;

namespace IpcApp.Testing.Internal.Events;

/// <summary>
/// The frame that sends single events, and its window: as .NET sees them, by the runtime's own classes, and the page, by the fake host.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "Electron owns something only where an app maps endpoints.")]
internal sealed class EventSender
{
    private const string NextPage = "app://local/next.html";

    private readonly Lock _gate = new();
    private readonly FakeElectron _host = new();
    private readonly FrameTree _frames;
    private readonly DocumentTable _documents;
    private readonly FakeFrame _frame;
    private readonly FrameInbox _inbox;
    private readonly List<FakeMessage> _replies = [];
    private readonly List<FakeMessage> _toMainFrame = [];
    private uint _number;
    private Action? _gone;

    public EventSender(FakeSender sender, IpcSerializerOptions? options)
    {
        Sender = sender;
        Info = sender.ToSenderInfo();
        var app = new NoApp(_host, options, Errors);
        _frames = app.Frames;
        _documents = new DocumentTable(_frames, NoLane, CancellationToken.None);
        _host.NumberContentsFrom(Info.WebContentsId);
        _frame = Open();
        Document = Introduce(_frame, Info);
        _number = _frame.Number;
        _inbox = new FrameInbox(_frame);
        Listen(_frame);
        Listen(MainFrame);
    }

    public FakeSender Sender { get; }

    public IpcSenderInfo Info { get; }

    public FrameDocument Document { get; }

    public SentErrors Errors { get; } = new();

    /// <summary>What reached the document that sent the event, by channel.</summary>
    public FrameInbox Inbox => _inbox;

    public FakeElectron Host => _host;

    /// <summary>Whether the sender's document is gone.</summary>
    public bool IsGone => Document.IsGone;

    /// <summary>The same in the order of arrival.</summary>
    public IReadOnlyList<FakeMessage> Replies => CopyOf(_replies);

    /// <summary>What reached the main frame of its window, whatever that shows.</summary>
    public IReadOnlyList<FakeMessage> ToMainFrame => CopyOf(_toMainFrame);

    public FakeFrame Frame => _frame;

    private FakeFrame MainFrame => _frame.Window.MainFrame;

    /// <summary>The sender's frame shows another document; one that was only unloading has unloaded.</summary>
    public void Leave()
    {
        if (IsGone)
        {
            return;
        }

        _documents.Gone(_number, "navigated");
        if (_frame.IsDetached)
        {
            _frame.Remove();
        }
        else
        {
            _frame.Navigate(NextPage);
            _number = _frame.Number;
            Introduce(_frame, NextDocument(_frame));
        }

        TellGone();
    }

    public void CloseWindow()
    {
        if (!_frame.Window.IsClosed)
        {
            _documents.Gone(_number, "destroyed");
            _frame.Window.Close();
            _frames.RemoveContents(Info.WebContentsId);
            TellGone();
        }
    }

    /// <exception cref="IpcTestException">Something could not be sent, and the test has not taken the error.</exception>
    public void ThrowIfErrors() => Errors.ThrowIfAny(WithTrace);

    /// <summary>Adds the last messages of the frame to an error's text.</summary>
    public string WithTrace(string text) => _frame.WithTrace(text);

    /// <summary>Runs it when the document is gone; at once if it is already.</summary>
    public void WhenGone(Action action)
    {
        lock (_gate)
        {
            if (!IsGone)
            {
                _gone += action;
                return;
            }
        }

        action();
    }

    private void TellGone()
    {
        Action? gone;
        lock (_gate)
        {
            (gone, _gone) = (_gone, null);
        }

        gone?.Invoke();
    }

    private static FrameLane? NoLane() => null; // no page sends: an event is handed to its handler by the test

    /// <summary>Opens the window with all frames around the sender's.</summary>
    private FakeFrame Open()
    {
        var around = Info.Parents.Reverse().ToList();
        var outermost = around.FirstOrDefault() ?? new IpcParentFrameInfo(Info.FrameTreeNodeId, Info.Url, Info.Origin);
        var frame = _host.OpenWindow(new FakeWindowOptions { Url = outermost.Url, Origin = outermost.Origin }).MainFrame;
        for (var depth = 0; depth < around.Count; depth++)
        {
            Introduce(frame, Around(around, depth));
            var (url, origin, name) = depth + 1 < around.Count
                ? (around[depth + 1].Url, around[depth + 1].Origin, "")
                : (Info.Url, Info.Origin, Info.Name);
            frame = frame.AddFrame(url, origin, name);
        }

        if (!Info.Detached)
        {
            return frame;
        }

        var unloading = frame.Detach(NextPage);
        Introduce(frame, NextDocument(frame));
        return unloading;
    }

    /// <summary>What takes the sender's place when it has gone.</summary>
    private IpcSenderInfo NextDocument(FakeFrame frame)
        => Info with { Url = NextPage, Origin = frame.Origin, FrameId = Info.FrameId + 1, FrameToken = "", Detached = false };

    /// <summary>One of the frames around the sender, of which a message says little.</summary>
    private IpcSenderInfo Around(List<IpcParentFrameInfo> around, int depth) => Info with
    {
        FrameId = -1 - depth,
        FrameTreeNodeId = around[depth].FrameTreeNodeId,
        FrameToken = "",
        Url = around[depth].Url,
        Origin = around[depth].Origin,
        Name = "",
        IsMainFrame = depth == 0,
        Detached = false,
        Parents = [.. around.Take(depth).Reverse()],
    };

    /// <summary>What Electron says of a frame's document, before its first message.</summary>
    private FrameDocument Introduce(FakeFrame frame, IpcSenderInfo info)
    {
        if (frame.Number == 0)
        {
            _host.Announce(frame);
        }

        _documents.Update(frame.Number, new SenderSnapshot(
            info.WebContentsId,
            info.ProcessId,
            info.FrameId,
            info.FrameTreeNodeId,
            info.FrameToken,
            info.Url,
            info.Origin,
            info.Name,
            info.VisibilityState,
            info.OsProcessId,
            info.IsMainFrame,
            info.Detached,
            [.. info.Parents.Select(parent => new SenderSnapshot.ParentFrame(parent.FrameTreeNodeId, parent.Url, parent.Origin))]));
        return _documents.Find(frame.Number).Document!;
    }

    private void Listen(FakeFrame frame) => frame.Arrived = message =>
    {
        lock (_gate)
        {
            if (ReferenceEquals(frame, MainFrame))
            {
                _toMainFrame.Add(message);
            }

            if (ReferenceEquals(frame, _frame) && !IsGone)
            {
                _replies.Add(message);
                _inbox.Deliver(message);
            }
        }
    };

    private IReadOnlyList<FakeMessage> CopyOf(List<FakeMessage> messages)
    {
        lock (_gate)
        {
            return [.. messages];
        }
    }
}
