using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>What cannot be sent, and frames that are not there.</summary>
public abstract partial class SendingScenarios
{
    [Fact, Rule(78)]
    public async Task S78_A_channel_must_be_there_and_may_be_empty()
    {
        var page = await OpenPageAsync();
        await page.ListenAsync("");
        foreach (var send in new Action[] { () => page.WebContents.Send(null!), () => page.WebContents.MainFrame.Send(null!, 1) })
        {
            var error = Assert.ThrowsAny<ArgumentException>(send);
            Assert.StartsWith("Missing required channel argument", error.Message, StringComparison.Ordinal);
        }

        page.WebContents.Send("", 1);
        (await page.NextAsync("")).ShouldBe(1);
    }

    [Fact, Rule(80)]
    public async Task S80_PostMessage_throws_where_send_logs()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var frame = page.WebContents.MainFrame;
        await page.ListenAsync(channel);
        foreach (var post in new Action<string, object?>[]
        {
            (to, message) => page.WebContents.PostMessage(to, message), (to, message) => frame.PostMessage(to, message),
        })
        {
            post(channel, "posted");
            (await page.NextAsync(channel)).ShouldBe("posted");
            Assert.Equal("An object could not be cloned.", Assert.Throws<IpcCloneException>(() => post(channel, () => { })).Message);
        }
    }

    [Fact, Rule(81)]
    public async Task S81_A_closed_window_throws()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var contents = page.WebContents;
        await page.CloseAsync();
        foreach (var use in new Action[]
        {
            () => contents.Send(channel),
            () => contents.PostMessage(channel, 1),
            () => contents.SendToFrame(1, channel),
            () => _ = contents.MainFrame,
        })
        {
            var error = Assert.ThrowsAny<InvalidOperationException>(use);
            Assert.StartsWith("Object has been destroyed", error.Message, StringComparison.Ordinal);
        }

        Assert.False(contents.SendToFrame(1, 1, channel));
    }

    [Theory, Rule(86), Rule(88)]
    [InlineData("iframe removed")]
    [InlineData("window closed")]
    public async Task S86_Reply_to_a_frame_that_is_gone_is_dropped_in_silence(string end)
    {
        var (page, back) = (await OpenPageAsync(WithSubFrames), Channel("back"));
        var frame = end == "iframe removed" ? await page.AddFrameAsync() : page;
        var e = await EventFromAsync(frame);
        await (end == "iframe removed" ? RemoveAsync(frame) : page.CloseAsync());
        e.Reply(back, "late");
        e.Reply(null!, "not even the channel is looked at");
        Assert.Empty(App.Logs.Entries);
    }

    [Fact, Rule(87)]
    public async Task S87_A_reply_does_not_reach_the_next_document_which_Electron_leaves_open()
    {
        var (page, back) = (await OpenPageAsync(), Channel("back"));
        var e = await EventFromAsync(page);
        await page.ReloadAsync();
        await page.ListenAsync(back);
        e.Reply(back, "late");
        e.Sender.Send(back, "next");
        (await page.NextAsync(back)).ShouldBe("next");
    }

    [Fact, Rule(89)]
    public async Task S89_Reply_without_a_channel_throws_while_the_frame_is_there()
    {
        var e = await EventFromAsync(await OpenPageAsync());
        var error = Assert.ThrowsAny<ArgumentException>(() => e.Reply(null!));
        Assert.StartsWith("Missing required channel argument", error.Message, StringComparison.Ordinal);
    }

    [Fact, Rule(91)]
    public async Task S91_A_message_for_a_document_that_is_not_ready_is_held_until_it_is()
    {
        const string Early = "conformance:early"; // a page with the query 'early' listens on it in its preload
        var page = await OpenPageAsync();
        page.WebContents.DidNavigate += (_, _) => page.WebContents.Send(Early, "held");
        await page.NavigateAsync("early");
        (await page.NextAsync(Early)).ShouldBe("held");
    }

    [Fact, Rule(92)]
    public async Task S92_Messages_reach_the_preload_and_never_the_pages_own_script()
    {
        var (page, channel) = (await OpenPageAsync(new PageOptions { Route = PageRoute.WindowIpc }), Channel());
        await page.EvaluateAsync("""
            void (globalThis.overheard = [], addEventListener('message', (event) => overheard.push(event.data)))
            """);
        await page.ListenAsync(channel);
        page.WebContents.Send(channel, "secret");
        (await page.NextAsync(channel)).ShouldBe("secret");
        var seen = await page.EvaluateAsync("[typeof globalThis.ipcRenderer, typeof globalThis.require, overheard.length]");
        Assert.True(IpcValue.DeepEquals(new IpcArray(["undefined", "undefined", 0]), seen), $"{seen}");
    }
}
