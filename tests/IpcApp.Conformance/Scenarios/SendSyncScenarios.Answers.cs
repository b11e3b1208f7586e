using IpcApp.Conformance.Suite;
using Microsoft.Extensions.Logging;

namespace IpcApp.Conformance.Scenarios;

/// <summary>When the answer comes, and when it does not.</summary>
public abstract partial class SendSyncScenarios
{
    private static readonly IpcObject NeverSent = new() { ["error"] = "reply was never sent" };

    /// <summary>A frame's message cannot be sent before the page's <c>sendSync</c> has its answer: they share a process.</summary>
    [Fact, Rule(61)]
    public async Task S61_The_whole_renderer_process_waits_for_the_answer()
    {
        var (page, other) = (await OpenPageAsync(new PageOptions { SubFrames = true }), await OpenPageAsync());
        var (channel, tick, ask) = (Channel(), Channel("tick"), Channel("ask"));
        var frame = await page.AddFrameAsync();
        using var ticks = IpcMain.WithSenderPolicy(IpcSenderPolicy.AnySender).On(tick, (e, args) => Note(args[0].AsString()));
        IpcMain.Handle(ask, e => { });
        IpcMain.On(channel, async e =>
        {
            await other.InvokeAsync(ask); // time in which page and frame could go on, if they were not blocked
            Note("answered");
            e.ReturnValue = "answer";
        });
        await frame.EvaluateAsync($"void addEventListener('message', () => ipcRenderer.send('{tick}', 'frame'))");
        var answer = await page.EvaluateAsync($$"""
            new Promise((resolve) => {
              setTimeout(() => { ipcRenderer.send('{{tick}}', 'page'); resolve(globalThis.answer); }, 0);
              frames[0].postMessage('go', '*');
              globalThis.answer = ipcRenderer.sendSync('{{channel}}');
            })
            """);
        Assert.Equal("answer", answer.AsString());
        await frame.EvaluateAsync("0"); // its listener has run
        await WhenHandledAsync(frame);
        await SettleAsync(page);
        Assert.Equal("answered", Notes[0]);
        Assert.Equal(["answered", "frame", "page"], Notes.Order());
    }

    [Fact, Rule(62)]
    public async Task S62_The_answer_is_sent_at_the_assignment_while_the_listener_goes_on()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var arrived = new ManualResetEventSlim();
        IpcMain.On(channel, e =>
        {
            e.ReturnValue = "at once";
            Note($"arrived: {arrived.Wait(Patience.Limit)}");
        });
        (await page.SendSyncAsync(channel)).ShouldBe("at once");
        arrived.Set();
        await SettleAsync(page);
        Assert.Equal(["arrived: True"], Notes);
    }

    [Fact, Rule(63), Rule(64)]
    public async Task S63_The_first_assignment_of_all_scopes_wins_and_that_of_the_windows_event_is_the_first()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMainListener Answering(string name) => (e, args) => Note($"{name} {e.TryReturn(name)}");
        IpcMain.On(channel, Answering("global"));
        page.WebContents.Ipc.On(channel, Answering("window"));
        page.WebContents.MainFrame.Ipc.On(channel, Answering("frame"));
        (await page.SendSyncAsync(channel)).ShouldBe("frame");
        await SettleAsync(page);
        Assert.Equal(["frame True", "window False", "global False"], Notes);
        page.WebContents.IpcMessageSync += Answering("event");
        (await page.SendSyncAsync(channel)).ShouldBe("event");
        await SettleAsync(page);
        Assert.Equal(["event True", "frame False", "window False", "global False"], Notes.Skip(3));
    }

    /// <summary>Since version 41 Electron cannot be answered again; here, on purpose, another value can still be assigned.</summary>
    [Fact, Rule(69)]
    public async Task S69_A_value_that_can_not_be_cloned_throws_at_the_assignment_and_another_may_follow()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.On(channel, e =>
        {
            Note(Assert.Throws<IpcCloneException>(() => e.ReturnValue = (Action)(() => { })).Message);
            e.ReturnValue = "another";
        });
        (await page.SendSyncAsync(channel)).ShouldBe("another");
        Assert.Equal(["An object could not be cloned."], Notes);
    }

    [Fact, Rule(70)]
    public async Task S70_A_call_that_nobody_hears_is_warned_of()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Handle(channel, e => { });
        (await page.SendSyncAsync(channel)).ShouldBe(NeverSent);
        var text = $"WebContents #{page.WebContents.Id} called ipcRenderer.sendSync() with '{channel}' channel without listeners.";
        var warning = await App.Logs.WaitForAsync(text);
        Assert.Equal((LogLevel.Warning, text), (warning.Level, warning.Message));
    }

    [Fact, Rule(70)]
    public async Task S70_A_page_that_calls_nobody_again_and_again_is_warned_of_ever_more_rarely()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        for (var i = 0; i < 100; i++)
        {
            (await page.SendSyncAsync(channel)).ShouldBe(NeverSent);
        }

        var text = $"WebContents #{page.WebContents.Id} called ipcRenderer.sendSync() with '{channel}' channel without listeners.";
        await App.Logs.WaitForAsync(text + " [the 100th line like it; the next that is written is the 1000th]");
        var lines = App.Logs.Entries.Where(entry => entry.Message.StartsWith("WebContents #", StringComparison.Ordinal)).ToList();
        Assert.Equal([text, text + " [the 10th line like it; the next that is written is the 100th]"], lines.Take(2).Select(entry => entry.Message));
        Assert.Equal(3, lines.Count);
    }

    [Theory, Rule(70), Rule(71)]
    [InlineData("global")]
    [InlineData("window")]
    [InlineData("frame")]
    [InlineData("event")]
    public async Task S70_A_listener_of_any_scope_is_enough_to_be_heard(string scope)
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMainListener listener = (e, args) => Note("heard");
        var contents = page.WebContents;
        switch (scope)
        {
            case "global":
                IpcMain.On(channel, listener);
                break;
            case "window":
                contents.Ipc.On(channel, listener);
                break;
            case "frame":
                contents.MainFrame.Ipc.On(channel, listener);
                break;
            default:
                contents.IpcMessageSync += listener;
                break;
        }

        (await page.SendSyncAsync(channel)).ShouldBe(NeverSent);
        await SettleAsync(page);
        Assert.Equal(["heard"], Notes);
        Assert.Empty(App.Logs.Entries);
    }

    /// <summary>Electron's own listener on <c>error</c> hides that nobody hears it; there is none here.</summary>
    [Fact, Rule(73)]
    public async Task S73_The_channel_error_is_warned_of_like_any_other()
    {
        var page = await OpenPageAsync();
        (await page.SendSyncAsync("error")).ShouldBe(NeverSent);
        await App.Logs.WaitForAsync("called ipcRenderer.sendSync() with 'error' channel without listeners.");
    }

    [Fact, Rule(74)]
    public async Task S74_Other_pages_are_served_while_one_is_blocked()
    {
        var (page, other, channel, ask) = (await OpenPageAsync(), await OpenPageAsync(), Channel(), Channel("ask"));
        var blocked = new TaskCompletionSource<IpcMainEvent>();
        var release = new TaskCompletionSource();
        IpcMain.On(channel, e =>
        {
            blocked.SetResult(e);
            return release.Task;
        });
        IpcMain.Handle(ask, e => "served");
        var call = page.SendSyncAsync(channel);
        var e = await blocked.Task.SoonAsync();
        (await other.InvokeAsync(ask)).ShouldBe("served");
        Assert.False(call.IsCompleted);
        e.ReturnValue = "answered";
        release.SetResult();
        (await call.SoonAsync()).ShouldBe("answered");
    }

    [Fact, Rule(75), Rule(143)]
    public async Task S75_An_async_listener_that_fails_gives_no_answer()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.On(channel, async e =>
        {
            await Task.Yield();
            throw new InvalidOperationException("thrown by the scenario");
        });
        (await page.SendSyncAsync(channel)).ShouldBe(NeverSent);
        await SettleAsync(page);
        Assert.Equal("thrown by the scenario", Assert.Single(App.Logs.Entries).Exception?.Message);
    }

    [Fact, Rule(76)]
    public async Task S76_An_answer_to_a_page_that_has_gone_is_dropped_in_silence()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var (blocked, closed) = (new TaskCompletionSource(), new TaskCompletionSource());
        IpcMain.On(channel, async e =>
        {
            blocked.SetResult();
            await closed.Task.SoonAsync();
            e.ReturnValue = "late";
            Note("assigned");
        });
        var call = page.SendSyncAsync(channel);
        await blocked.Task.SoonAsync();
        await page.CloseAsync();
        Assert.True((await call.SoonAsync()).IsGone);
        closed.SetResult();
        await App.WhenIdleAsync();
        Assert.Equal(["assigned"], Notes);
        Assert.Empty(App.Logs.Entries);
    }

    [Fact, Rule(77)]
    public async Task S77_Arguments_come_first_also_without_a_listener()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        (await page.SendSyncAsync(channel, Uncloneable.Promise)).ShouldFail("An object could not be cloned.");
        await SettleAsync(page);
        Assert.Empty(App.Logs.Entries);
    }

    /// <summary>All that a frame which is not allowed to use the barrier has sent is handled.</summary>
    private async Task WhenHandledAsync(Frame frame)
    {
        var channel = Channel("handled");
        IpcMain.WithSenderPolicy(IpcSenderPolicy.AnySender).Handle(channel, e => { });
        (await frame.InvokeAsync(channel)).ShouldBe(IpcValue.Undefined);
        await App.WhenIdleAsync();
    }
}
