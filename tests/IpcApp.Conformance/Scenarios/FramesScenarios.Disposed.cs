using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>Frames that are disposed, for a time or for good.</summary>
public abstract partial class FramesScenarios
{
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
}
