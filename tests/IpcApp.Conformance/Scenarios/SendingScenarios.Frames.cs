using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>Which frame gets a message.</summary>
public abstract partial class SendingScenarios
{
    [Fact, Rule(82)]
    public async Task S82_SendToFrame_reaches_a_frame_by_its_ids()
    {
        var (page, channel) = (await OpenPageAsync(WithSubFrames), Channel());
        var frame = await page.AddFrameAsync();
        var sent = await EventFromAsync(frame);
        await frame.ListenAsync(channel);
        await page.ListenAsync(channel);
        Assert.True(page.WebContents.SendToFrame(sent.ProcessId, sent.FrameId, channel, "both ids"));
        Assert.True(page.WebContents.SendToFrame(sent.FrameId, channel, "the main frame's process"));
        (await frame.NextAsync(channel)).ShouldBe("both ids");
        (await frame.NextAsync(channel)).ShouldBe("the main frame's process");
        Assert.Equal(0, await page.WaitingCountAsync(channel));
    }

    [Fact, Rule(82)]
    public async Task S82_SendToFrame_says_whether_there_is_such_a_frame_and_not_whether_it_could_send()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var main = page.WebContents.MainFrame;
        Assert.False(page.WebContents.SendToFrame(main.ProcessId + 1000, main.RoutingId, channel));
        Assert.False(page.WebContents.SendToFrame(main.RoutingId + 1000, channel));
        Assert.False(page.WebContents.SendToFrame(main.RoutingId + 1000, null!)); // the channel is not even looked at
        Assert.True(page.WebContents.SendToFrame(main.ProcessId, main.RoutingId, channel, () => { }));
        await App.Logs.WaitForAsync("Error sending from webFrameMain: Failed to serialize arguments");
        var error = Assert.ThrowsAny<ArgumentException>(() => page.WebContents.SendToFrame(main.RoutingId, null!));
        Assert.StartsWith("Missing required channel argument", error.Message, StringComparison.Ordinal);
    }

    [Fact, Rule(83)]
    public async Task S83_SendToFrame_does_not_reach_frames_of_other_windows()
    {
        var (page, other, channel) = (await OpenPageAsync(), await OpenPageAsync(), Channel());
        await other.ListenAsync(channel);
        var frame = other.WebContents.MainFrame;
        Assert.False(page.WebContents.SendToFrame(frame.ProcessId, frame.RoutingId, channel, "stray"));
        Assert.True(other.WebContents.SendToFrame(frame.ProcessId, frame.RoutingId, channel, "own"));
        (await other.NextAsync(channel)).ShouldBe("own");
    }

    [Fact, Rule(85)]
    public async Task S85_From_an_iframe_reply_and_senderFrame_reach_the_iframe_and_the_sender_its_main_frame()
    {
        var (page, channel, back) = (await OpenPageAsync(WithSubFrames), Channel(), Channel("back"));
        using var listener = IpcMain.WithSenderPolicy(Iframes).On(channel, e =>
        {
            e.Reply(back, "reply");
            e.Sender.Send(back, "sender");
            e.SenderFrame!.Send(back, "senderFrame");
        });
        var frame = await page.AddFrameAsync();
        await frame.ListenAsync(back);
        await page.ListenAsync(back);
        await frame.SendAsync(channel);
        (await frame.NextAsync(back)).ShouldBe("reply");
        (await frame.NextAsync(back)).ShouldBe("senderFrame");
        (await page.NextAsync(back)).ShouldBe("sender");
        Assert.Equal((0, 0), (await frame.WaitingCountAsync(back), await page.WaitingCountAsync(back)));
    }

    [Fact, Rule(93)]
    public async Task S93_SendToAll_which_Electron_has_not_reaches_the_main_frame_of_each_window()
    {
        var (page, other, channel) = (await OpenPageAsync(WithSubFrames), await OpenPageAsync(), Channel());
        var frame = await page.AddFrameAsync();
        await Task.WhenAll(page.ListenAsync(channel), other.ListenAsync(channel), frame.ListenAsync(channel));
        (await OpenPageAsync()).WebContents.Send("unheard");
        App.WebContents.SendToAll(channel, "to all");
        (await page.NextAsync(channel)).ShouldBe("to all");
        (await other.NextAsync(channel)).ShouldBe("to all");
        Assert.Equal(0, await frame.WaitingCountAsync(channel));
        Assert.ThrowsAny<ArgumentException>(() => App.WebContents.SendToAll(null!));
    }

    [Fact, Rule(94)]
    public async Task S94_A_handler_can_send_to_its_caller_beside_its_answer()
    {
        var (page, channel, progress) = (await OpenPageAsync(), Channel(), Channel("progress"));
        IpcMain.Handle(channel, e =>
        {
            e.Sender.Send(progress, 100);
            return "done";
        });
        await page.ListenAsync(progress);
        (await page.InvokeAsync(channel)).ShouldBe("done");
        (await page.NextAsync(progress)).ShouldBe(100);
    }
}
