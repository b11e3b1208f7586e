using IpcApp.Testing;

namespace IpcApp.Tests.Testing.Doubles;

/// <summary>The sender of a single event, as the handler sees it.</summary>
public class EventSenderTests
{
    public static TheoryData<string, FakeSender> Senders => new()
    {
        { "own main frame", FakeSender.OwnMainFrame },
        { "own iframe", FakeSender.OwnIframe },
        { "foreign main frame", FakeSender.ForeignMainFrame },
        { "foreign iframe", FakeSender.ForeignIframe },
        { "opaque iframe", FakeSender.Opaque },
        { "detached", FakeSender.Detached },
        { "detached iframe", FakeSender.OwnIframe with { IsDetached = true } },
        { "file", FakeSender.File },
    };

    [Theory]
    [MemberData(nameof(Senders))]
    public void A_handler_sees_the_sender_that_was_asked_for(string _, FakeSender sender)
    {
        var fake = new FakeIpcMainEvent("channel", sender);
        var e = fake.Event;

        Assert.Equal(
            (sender.Url, sender.Origin, sender.Name, sender.IsMainFrame, sender.IsDetached),
            (e.SenderInfo.Url, e.SenderInfo.Origin, e.SenderInfo.Name, e.SenderInfo.IsMainFrame, e.SenderInfo.Detached));
        Assert.Equal(
            (sender.ProcessId, sender.FrameId, sender.FrameTreeNodeId, sender.WebContentsId),
            (e.ProcessId, e.FrameId, e.FrameTreeNodeId, e.Sender.Id));

        var frame = e.SenderFrame!;
        Assert.Equal((sender.Url, sender.Origin, sender.IsDetached), (frame.Url, frame.Origin, frame.Detached));
        Assert.Equal(sender.IsMainFrame && !sender.IsDetached, ReferenceEquals(frame, e.Sender.MainFrame));
        Assert.Equal(sender.Parents.Select(parent => parent.Url), Around(frame).Select(parent => parent.Url));
    }

    [Theory]
    [MemberData(nameof(Senders))]
    public void What_reaches_the_sender_and_what_reaches_its_window_is_told_apart(string _, FakeSender sender)
    {
        var e = new FakeIpcMainEvent("channel", sender);

        e.Event.Reply("reply", 1);
        e.Event.SenderFrame!.Send("frame", 2);
        e.Event.Sender.Send("window", 3);
        e.Event.Sender.MainFrame.PostMessage("posted", 4);

        var isMain = sender.IsMainFrame && !sender.IsDetached;
        Assert.Equal(isMain ? ["reply", "frame", "window", "posted"] : ["reply", "frame"], e.Replies.Select(message => message.Channel));
        Assert.Equal(
            isMain ? ["reply", "frame", "window", "posted"] : ["window", "posted"], e.SentToMainFrame.Select(message => message.Channel));
    }

    [Fact]
    public void The_origin_follows_from_the_address_unless_it_is_set()
    {
        Assert.Equal("https://example.com", (FakeSender.ForeignIframe with { Url = "https://example.com/a?b" }).Origin);
        Assert.Equal("file://", FakeSender.File.Origin);
        Assert.Equal("null", FakeSender.Opaque.Origin);
        Assert.Equal("app://local", (FakeSender.OwnIframe with { Url = "about:blank" }).Origin);
        Assert.Equal("null", (FakeSender.OwnMainFrame with { Url = "about:blank" }).Origin);
        Assert.Throws<ArgumentException>(() => (FakeSender.OwnMainFrame with { Url = "index.html" }).Origin);
    }

    [Fact]
    public void Iframes_nest_as_deep_as_their_parents_say()
    {
        var parents = new[]
        {
            new IpcParentFrameInfo(8, "https://ads.example/", "https://ads.example"),
            new IpcParentFrameInfo(5, "app://local/page.html", "app://local"),
        };
        var sender = FakeSender.ForeignIframe with { FrameTreeNodeId = 9, WebContentsId = 42, Parents = parents };

        var e = new FakeIpcMainInvokeEvent("channel", sender).Event;

        Assert.Equal(42, e.Sender.Id);
        Assert.Equal([9, 8, 5], Around(e.SenderFrame!).Select(frame => frame.FrameTreeNodeId).Prepend(e.FrameTreeNodeId));
        Assert.Same(e.Sender.MainFrame, e.SenderFrame!.Top);
        Assert.Equal([5, 8, 9], e.Sender.MainFrame.FramesInSubtree.Select(frame => frame.FrameTreeNodeId));
    }

    [Theory]
    [MemberData(nameof(Senders))]
    public void A_sender_that_has_left_is_no_frame_any_more(string _, FakeSender sender)
    {
        var e = new FakeIpcMainEvent("channel", sender);
        var frame = e.Event.SenderFrame;

        e.Leave();
        e.Leave();

        Assert.NotNull(frame);
        Assert.Null(e.Event.SenderFrame);
        e.Event.Reply("reply", 1);
        e.Event.Sender.Send("window", 2);
        Assert.Empty(e.Replies);
        Assert.Equal(["window"], e.SentToMainFrame.Select(message => message.Channel));
        Assert.False(e.Event.Aborted.IsCancellationRequested);
        Assert.Equal(sender.Url, e.Event.SenderInfo.Url);
    }

    [Theory]
    [MemberData(nameof(Senders))]
    public void A_window_that_has_closed_takes_no_message(string _, FakeSender sender)
    {
        var e = new FakeIpcMainEvent("channel", sender);

        e.CloseWindow();
        e.CloseWindow();

        Assert.True(e.Event.Sender.IsDestroyed());
        Assert.Null(e.Event.SenderFrame);
        e.Event.Reply("reply", 1);
        var destroyed = Assert.Throws<ObjectDisposedException>(() => e.Event.Sender.Send("window", 2));
        Assert.StartsWith("Object has been destroyed", destroyed.Message, StringComparison.Ordinal);
        Assert.Empty(e.Replies);
        Assert.False(e.Event.Aborted.IsCancellationRequested);
    }

    [Fact]
    public void An_invoke_is_aborted_when_its_sender_goes()
    {
        var (left, closed, stays) = (new FakeIpcMainInvokeEvent("a"), new FakeIpcMainInvokeEvent("b"), new FakeIpcMainInvokeEvent("c"));
        var other = FakeIpcMainInvokeEvent.For("d").FromSenderOf(left).Build();

        left.Leave();
        closed.CloseWindow();
        var late = FakeIpcMainInvokeEvent.For("e").FromSenderOf(left).Build();

        Assert.True(left.Event.Aborted.IsCancellationRequested);
        Assert.True(closed.Event.Aborted.IsCancellationRequested);
        Assert.True(other.Event.Aborted.IsCancellationRequested);
        Assert.True(late.Event.Aborted.IsCancellationRequested);
        Assert.False(stays.Event.Aborted.IsCancellationRequested);
    }

    [Fact]
    public void Two_events_can_come_from_one_frame()
    {
        var first = new FakeIpcMainEvent("subscribe", FakeSender.OwnIframe);
        var second = FakeIpcMainEvent.For("unsubscribe").FromSenderOf(first).Build();
        var stranger = FakeIpcMainEvent.For("unsubscribe").From(FakeSender.OwnIframe).Build();

        Assert.Same(first.Event.Sender, second.Event.Sender);
        Assert.Same(first.Event.SenderFrame, second.Event.SenderFrame);
        Assert.NotSame(first.Event.Sender, stranger.Event.Sender);
        second.Event.Reply("reply");
        Assert.Single(first.Replies);
    }

    private static IEnumerable<WebFrameMain> Around(WebFrameMain frame)
    {
        for (var parent = frame.Parent; parent is not null; parent = parent.Parent)
        {
            yield return parent;
        }
    }
}
