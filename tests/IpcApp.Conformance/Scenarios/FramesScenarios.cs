using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary><c>senderFrame</c> and the life of frames: section 2.G.</summary>
public abstract class FramesScenarios(AppFixture app) : ScenarioClass(app)
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
}
