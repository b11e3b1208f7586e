using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary><c>senderFrame</c> and the life of frames: section 2.G.</summary>
public abstract partial class FramesScenarios(AppFixture app) : ScenarioClass(app)
{
    [Fact, Rule(95), Rule(96), Rule(98)]
    public async Task S96_The_sending_frame_is_there_at_arrival_and_null_after_a_navigation()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var sent = new TaskCompletionSource<(IpcMainEvent Event, WebFrameMain? Frame)>();
        IpcMain.On(channel, e => sent.SetResult((e, e.SenderFrame)));
        await page.SendAsync(channel);
        var (e, frame) = await sent.Task.SoonAsync();
        Assert.Same(page.WebContents.MainFrame, frame);
        await page.NavigateAsync("next");
        await SettleAsync(page);
        Assert.Null(e.SenderFrame);
    }

    [Fact, Rule(96)]
    public async Task S96_What_a_page_sends_while_it_is_left_has_the_sender_that_it_was()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var before = (await EventFromAsync(page)).SenderInfo;
        IpcMain.On(channel, e => Note($"{e.SenderInfo.FrameToken} {e.SenderInfo.Url}"));
        await page.NavigateAsync("next", PageStep.Send(channel));
        await SettleAsync(page);
        Assert.Equal([$"{before.FrameToken} {before.Url}"], Notes); // senderFrame can be late here (S106)
    }

    [Theory, Rule(97), Rule(98)]
    [InlineData("navigated")]
    [InlineData("removed")]
    public async Task S97_Each_late_look_at_the_frame_gives_null_and_a_warning(string end)
    {
        var page = await OpenPageAsync(WithSubFrames);
        var frame = end == "removed" ? await page.AddFrameAsync() : page;
        var e = await EventFromAsync(frame);
        if (end == "removed")
        {
            await RemoveAsync(frame);
        }
        else
        {
            await page.NavigateAsync("next");
            await SettleAsync(page);
        }

        ShouldBeLate(e);
    }

    [Fact, Rule(99)]
    public async Task S99_A_document_that_is_unloading_has_a_detached_frame_of_its_own()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var sent = new TaskCompletionSource<(IpcMainEvent Event, WebFrameMain Frame)>();
        IpcMain.On(channel, e =>
        {
            var frame = e.SenderFrame!;
            Assert.True(frame.Detached);
            Assert.NotSame(page.WebContents.MainFrame, frame);
            Assert.Equal((e.ProcessId, e.FrameId), (frame.ProcessId, frame.RoutingId));
            sent.SetResult((e, frame));
            e.ReturnValue = IpcValue.Null;
        });
        await page.NavigateAsync("next", PageStep.SendSync(channel));
        var (e, detached) = await sent.Task.SoonAsync();
        Assert.True(e.SenderInfo.Detached);
        await SettleAsync(page);
        Assert.True(detached.IsDestroyed());
        Assert.Throws<InvalidOperationException>(() => detached.Url);
        Assert.False(page.WebContents.MainFrame.Detached);
    }

    [Fact, Rule(100)]
    public async Task S100_What_an_unloading_document_sends_reaches_the_emitter_of_its_place_in_the_tree()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        page.WebContents.MainFrame.Ipc.On(channel, e =>
        {
            Note($"{e.SenderInfo.Detached} {e.SenderFrame == page.WebContents.MainFrame}");
            e.ReturnValue = IpcValue.Null;
        });
        await page.NavigateAsync("next", PageStep.SendSync(channel));
        await SendAndSettleAsync(page, channel);
        Assert.Equal(["True False", "False True"], Notes);
    }

    [Fact, Rule(102), Rule(104)]
    public async Task S102_A_main_frame_stays_the_same_object_over_a_navigation()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Handle(channel, e => e.FrameTreeNodeId);
        var frame = page.WebContents.MainFrame;
        var before = (await page.InvokeAsync(channel)).Value!;
        await page.NavigateAsync("next");
        (await page.InvokeAsync(channel)).ShouldBe(before);
        Assert.Same(frame, page.WebContents.MainFrame);
        Assert.EndsWith("page.html?next", frame.Url, StringComparison.Ordinal);
    }

    [Fact, Rule(102)]
    public async Task S102_A_main_frame_stays_the_same_object_when_another_origin_is_loaded()
    {
        var page = await OpenPageAsync();
        var frame = page.WebContents.MainFrame;
        var ids = (frame.FrameToken, frame.FrameTreeNodeId);
        await page.VisitAsync($"{ConformanceApp.ForeignOrigin}/");
        await EventFromAsync(page);
        Assert.Same(frame, page.WebContents.MainFrame);
        Assert.Equal(ConformanceApp.ForeignOrigin, frame.Origin);
        Assert.NotEqual(ids.FrameToken, frame.FrameToken);
        Assert.Equal(ids.FrameTreeNodeId, frame.FrameTreeNodeId);
    }

    [Fact, Rule(104)]
    public async Task S104_The_ids_of_an_event_never_change_and_those_of_the_tree_are_not_used_again()
    {
        var page = await OpenPageAsync(WithSubFrames);
        var frame = await page.AddFrameAsync();
        var e = await EventFromAsync(frame);
        var ids = (e.ProcessId, e.FrameId, e.FrameTreeNodeId);
        await RemoveAsync(frame);
        var next = await EventFromAsync(await page.AddFrameAsync());
        Assert.Equal(ids, (e.ProcessId, e.FrameId, e.FrameTreeNodeId));
        Assert.NotEqual(e.FrameTreeNodeId, next.FrameTreeNodeId);
        Assert.NotEqual((e.ProcessId, e.FrameId), (next.ProcessId, next.FrameId));
    }
}
