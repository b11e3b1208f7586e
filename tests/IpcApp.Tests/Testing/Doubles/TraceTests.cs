using IpcApp.Internal.Session;
using IpcApp.Testing;
using IpcApp.Testing.Internal;
using IpcApp.Tests.Dispatch;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Testing.Doubles;

/// <summary>The trace of a frame.</summary>
public class TraceTests : AppTest
{
    [Fact]
    public async Task Every_kind_of_message_is_a_line_with_its_outcome()
    {
        Assert.Equal("", Page.Trace);

        await Page.InvokeAsync("message:broadcast", "Hello");
        Page.Send("message:draft", "draft");
        await App.WhenIdleAsync();
        Page.SendSync<string>("message:version");
        Page.Send("nobody:hears", 1, new { name = "Ada" });
        await Assert.ThrowsAsync<IpcRendererException>(() => Page.InvokeAsync("no:handler"));
        await Assert.ThrowsAsync<IpcRendererException>(() => Page.InvokeAsync("fail:throw", () => { }));
        await Page.InvokeAsync("message:handle-once", 1, 2, 3, 4);
        var channel = new FakeMessageChannel(Page);
        Page.PostMessage("ports:echo", new { text = "posted" }, channel.Port2);
        Page.PostMessage("nobody:hears", null);
        await App.WhenIdleAsync();

        Assert.Equal(
            """
            page -> main  invoke 'message:broadcast' ('Hello') = 1
            main -> page 'message:broadcast' ('Hello')
            page -> main  send 'message:draft' ('draft')
            main -> page 'message:draft-saved' (5, 'draft')
            page -> main  sendSync 'message:version' () = '1.0'
            page -> main  send 'nobody:hears' (1, { name: 'Ada' }): no listener
            page -> main  invoke 'no:handler' (): no handler
            page -> main  invoke 'fail:throw': not sent: An object could not be cloned.
            page -> main  invoke 'message:handle-once' (1, 2, 3, 4) = 'once'
            page -> main  postMessage 'ports:echo' ({ text: 'posted' }) with 1 port
            page -> main  postMessage 'nobody:hears' (null): no listener
            """.ReplaceLineEndings(Environment.NewLine),
            Page.Trace);
    }

    [Fact]
    public async Task What_failed_was_refused_or_waits_is_told_as_such()
    {
        var foreign = App.OpenWindow("https://foreign.example/").MainFrame;
        await Assert.ThrowsAsync<IpcRendererException>(() => foreign.InvokeAsync("message:sender"));
        foreign.Send("message:log", "x");
        foreign.PostMessage("message:log", "x");
        Assert.Equal(
            """
            page -> main  invoke 'message:sender' (): refused
            page -> main  send 'message:log' ('x'): refused
            page -> main  postMessage 'message:log' ('x'): refused
            """.ReplaceLineEndings(Environment.NewLine),
            foreign.Trace);

        var waiting = Page.InvokeAsync("slow:wait");
        Assert.Equal("page -> main  invoke 'slow:wait' (): not answered yet", Page.Trace);
        Page.Navigate("app://local/other.html");
        Assert.Equal("page -> main  invoke 'slow:wait' (): never answered: its document is gone", Page.Trace);
        await App.WhenIdleAsync();
        Assert.False(waiting.IsCompleted);

        await Assert.ThrowsAsync<IpcRendererException>(() => Page.InvokeAsync("fail:uncloneable"));
        Assert.EndsWith("'fail:uncloneable' (): failed: Error: An object could not be cloned.", Page.Trace, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trace_keeps_the_last_fifty_messages_and_cuts_what_is_long()
    {
        for (var i = 1; i <= 60; i++)
        {
            Page.Send("count", i);
        }

        Page.Send("long", new string('a', 3000));
        Page.Send("huge", new byte[100_000]);

        var lines = Page.Trace.Split(Environment.NewLine);
        Assert.Equal(50, lines.Length);
        Assert.Contains("'count' (13)", lines[0], StringComparison.Ordinal);
        Assert.Matches("'long' \\('a{118}…\\): no listener$", lines[^2]);
        Assert.Matches("'huge' \\(100,0\\d\\d bytes\\): no listener$", lines[^1]);
    }

    [Fact]
    public void What_is_traced_later_is_what_was_sent_then()
    {
        var list = new List<int> { 1 };
        Page.Send("mutable", list);
        list.Add(2);

        Assert.Equal("page -> main  send 'mutable' ([1]): no listener", Page.Trace);
    }

    [Fact]
    public async Task A_message_that_does_not_come_shows_the_last_ten_that_did()
    {
        for (var i = 1; i <= 12; i++)
        {
            Page.Send("count", i);
        }

        var error = await Assert.ThrowsAsync<TimeoutException>(() => Page.NextAsync("expected", TimeSpan.Zero));

        var lines = error.Message.Split(Environment.NewLine);
        Assert.Equal("The last messages of the frame:", lines[1]);
        Assert.Equal(12, lines.Length);
        Assert.Equal("  page -> main  send 'count' (3): no listener", lines[2]);
    }

    [Fact]
    public void An_event_that_has_no_answer_shows_what_was_sent_instead()
    {
        var e = FakeIpcMainEvent.For("sync").Sync().Build();
        e.Event.Reply("instead", 1);

        var error = Assert.Throws<IpcTestException>(() => e.ReturnValue<int>());

        Assert.EndsWith("  main -> page 'instead' (1)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_line_goes_to_the_output_where_there_is_one()
    {
        var lines = new List<string>();
        HostOf(App).Output = line =>
        {
            lock (lines)
            {
                lines.Add(line);
            }
        };

        await Page.InvokeAsync("message:broadcast", "Hello");
        Page.Send("nobody:hears");

        Assert.Equal(
            [
                "[app://local/] page -> main  invoke 'message:broadcast' ('Hello'): not answered yet",
                "[app://local/] main -> page 'message:broadcast' ('Hello')",
                "[app://local/] page -> main  invoke 'message:broadcast' = 1",
                "[app://local/] page -> main  send 'nobody:hears' ()",
                "[app://local/] page -> main  send 'nobody:hears': no listener",
            ],
            lines);
    }

    private static FakeElectron HostOf(IpcTestApp app) => (FakeElectron)app.Services.GetRequiredService<IpcApp.Internal.Session.IElectronConnector>();
}
