using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>Windows that are closed because their page went over a limit.</summary>
public abstract class OverloadScenarios(AppFixture app) : ScenarioClass(app)
{
    [Fact]
    public async Task A_window_whose_page_sends_too_much_is_closed_and_no_other()
    {
        var (page, other, channel) = (await OpenPageAsync(), await OpenPageAsync(), Channel());
        IpcMain.On(channel, e => Note("heard"));
        await ShouldBeClosedAsync(page, PageStep.Send(channel, new string('x', SmallLimits.MaxMessageBytes + 1)));
        await SendAndSettleAsync(other, channel);
        Assert.Equal(["heard"], Notes);
    }

    [Fact]
    public async Task A_window_whose_page_makes_too_many_calls_is_closed()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var release = new TaskCompletionSource();
        IpcMain.Handle(channel, async e =>
        {
            await release.Task;
            return 1;
        });
        await ShouldBeClosedAsync(
            page, [.. Enumerable.Range(0, SmallLimits.MaxPendingInvokes + 1).Select(_ => PageStep.Invoke(channel))]);
        release.SetResult();
    }

    /// <summary>What the page gets to see of its last step depends on how fast the window goes.</summary>
    private static async Task ShouldBeClosedAsync(Page page, params PageStep[] steps)
    {
        var (window, closed, destroyed) = (
            BrowserWindow.FromWebContents(page.WebContents)!, new TaskCompletionSource(), new TaskCompletionSource());
        window.Closed += (_, _) => closed.SetResult();
        page.WebContents.Destroyed += (_, _) => destroyed.SetResult();
        _ = page.RunAsync(steps);
        await closed.Task.SoonAsync();
        await destroyed.Task.SoonAsync();
    }
}
