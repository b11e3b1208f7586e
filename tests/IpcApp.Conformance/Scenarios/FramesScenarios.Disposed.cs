using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>Frames that are disposed, for a time or for good.</summary>
public abstract partial class FramesScenarios
{
    private static readonly Action<WebFrameMain>[] DisposedMembers =
    [
        frame => _ = frame.Url,
        frame => _ = frame.Origin,
        frame => _ = frame.Name,
        frame => _ = frame.FrameToken,
        frame => _ = frame.VisibilityState,
        frame => _ = frame.ProcessId,
        frame => _ = frame.OsProcessId,
        frame => _ = frame.RoutingId,
        frame => _ = frame.Top,
        frame => _ = frame.Parent,
        frame => _ = frame.Frames,
        frame => _ = frame.FramesInSubtree,
    ];

    [Fact, Rule(101)]
    public async Task S101_Members_of_a_removed_frame_throw_but_for_four()
    {
        var page = await OpenPageAsync(WithSubFrames);
        var element = await page.AddFrameAsync();
        var frame = (await EventFromAsync(element)).SenderFrame!;
        var (id, ipc) = (frame.FrameTreeNodeId, frame.Ipc);
        Assert.False(frame.IsDestroyed());
        Assert.All(DisposedMembers, member => member(frame));
        await RemoveAsync(element);
        ShouldBeDisposed(frame);
        Assert.True(frame.Detached);
        Assert.Equal(id, frame.FrameTreeNodeId);
        Assert.Same(ipc, frame.Ipc);
    }

    [Fact, Rule(101)]
    public async Task S101_The_frames_of_a_closed_window_are_disposed()
    {
        var page = await OpenPageAsync();
        var frame = page.WebContents.MainFrame;
        await page.CloseAsync();
        ShouldBeDisposed(frame);
        frame.Send("unheard"); // is logged (S79)
        Assert.Single(App.Logs.Containing("Render frame was disposed"));
    }

    [Fact, Rule(103), Rule(101)]
    public async Task S103_After_a_crash_the_frame_is_disposed_and_after_a_reload_it_can_be_used_again()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var frame = page.WebContents.MainFrame;
        var token = frame.FrameToken;
        frame.Ipc.Handle(channel, e => e.SenderFrame == frame);
        await CrashAsync(page);
        ShouldBeDisposed(frame);
        Assert.False(page.WebContents.IsDestroyed());
        await page.ReloadAsync();
        (await page.InvokeAsync(channel)).ShouldBe(true);
        Assert.Same(frame, page.WebContents.MainFrame);
        Assert.False(frame.IsDestroyed());
        Assert.NotEqual(token, frame.FrameToken);
    }

    private static void ShouldBeDisposed(WebFrameMain frame)
    {
        Assert.True(frame.IsDestroyed());
        Assert.All(DisposedMembers, member =>
        {
            var error = Assert.Throws<InvalidOperationException>(() => member(frame));
            Assert.Equal("Render frame was disposed before WebFrameMain could be accessed", error.Message);
        });
    }
}
