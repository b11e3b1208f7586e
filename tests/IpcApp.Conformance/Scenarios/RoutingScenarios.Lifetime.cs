using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>How long a scope lives, and who can reach one at all.</summary>
public abstract partial class RoutingScenarios
{
    [Fact, Rule(37)]
    public async Task S37_What_an_unloading_document_sends_reaches_the_emitter_of_its_place_in_the_tree()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        page.WebContents.MainFrame.Ipc.On(channel, (e, args) => Note($"frame: {args[0].AsString()}"));
        IpcMain.On(channel, (e, args) => Note($"global: {args[0].AsString()}"));
        await page.NavigateAsync("next", PageStep.Send(channel, "bye"));
        await NotedAsync("global: bye"); // the new document has a lane of its own
        await SendAndSettleAsync(page, channel, "hello");
        Assert.Equal(["frame: bye", "global: bye", "frame: hello", "global: hello"], Notes);
    }

    [Fact, Rule(42)]
    public async Task S42_A_sendToHost_does_not_come_to_main()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        NoteAllOf(page.WebContents, "", channel);
        IpcMain.On(channel, e => Note("global"));
        await page.EvaluateAsync($"void ipcRenderer.sendToHost('{channel}', 1)");
        await SettleAsync(page);
        Assert.Empty(Notes);
    }

    /// <summary>Whatever the sender policy allows: a frame without a preload has no way to send.</summary>
    [Theory, Rule(43)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task S43_An_iframe_can_send_only_if_its_window_gives_iframes_preloads(bool subFrames)
    {
        var (page, channel) = (await OpenPageAsync(new PageOptions { Route = PageRoute.WindowIpc, SubFrames = subFrames }), Channel());
        using var heard = ForAnySender(IpcMain).On(channel, e => Note("heard"));
        using var handled = ForAnySender(IpcMain).Handle(channel, e => "handled");
        var frame = await page.AddFrameAsync();
        var outcomes = await frame.RunAsync(PageStep.Send(channel), PageStep.PostMessage(channel, 1), PageStep.Invoke(channel));
        var outcome = await outcomes[2].SoonAsync();
        await SettleAsync(page);
        if (subFrames)
        {
            outcome.ShouldBe("handled");
            Assert.Equal(["heard", "heard"], Notes);
        }
        else
        {
            Assert.NotNull(outcome.Error);
            Assert.Empty(Notes);
        }
    }

    [Fact, Rule(44)]
    public async Task S44_The_emitter_of_an_iframe_goes_with_it()
    {
        var (page, channel) = (await OpenPageAsync(new PageOptions { SubFrames = true }), Channel());
        using var handler = ForAnySender(IpcMain).Handle(channel, e => "global");
        var frame = await page.AddFrameAsync();
        ForAnySender((await MainSideOfAsync(frame)).Ipc).Handle(channel, e => "frame");
        (await frame.InvokeAsync(channel)).ShouldBe("frame");
        await frame.NavigateAsync("inner again");
        (await frame.InvokeAsync(channel)).ShouldBe("frame");
        await frame.RemoveAsync();
        var next = await page.AddFrameAsync();
        (await next.InvokeAsync(channel)).ShouldBe("global");
    }

    /// <summary>In Electron a nested message can take the outer one to its own window's listeners, a defect.</summary>
    [Fact, Rule(45)]
    public async Task S45_A_message_that_is_handled_while_a_listener_holds_up_another_does_not_change_that_ones_way()
    {
        var (outer, nested, channel) = (await OpenPageAsync(), await OpenPageAsync(), Channel());
        var (held, handled) = (new TaskCompletionSource(), new ManualResetEventSlim());
        outer.WebContents.MainFrame.Ipc.On(channel, e =>
        {
            Note("outer frame");
            held.SetResult();
            handled.Wait(Patience.Limit);
        });
        outer.WebContents.Ipc.On(channel, e => Note("outer window"));
        nested.WebContents.MainFrame.Ipc.On(channel, e => Note("nested frame"));
        nested.WebContents.Ipc.On(channel, e =>
        {
            Note("nested window");
            handled.Set();
        });
        await outer.SendAsync(channel);
        await held.Task.SoonAsync();
        await nested.SendAsync(channel);
        await SettleAsync(outer);
        Assert.Equal(["outer frame", "nested frame", "nested window", "outer window"], Notes);
    }
}
