using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>
/// Pages whose renderer crashes. All scenarios with a crash are here: Electron 33 to 44 call the main frame detached from then on, later
/// releases do not (S103), and they run with both.
/// </summary>
public abstract partial class CrashScenarios(AppFixture app) : ScenarioClass(app)
{
    [Fact]
    public async Task The_events_of_a_window_come_in_order()
    {
        var page = await OpenPageAsync();
        var contents = page.WebContents;
        await WhenQuietAsync(page);
        contents.DidFrameNavigate += (_, e) => Note($"frame navigated {e.IsMainFrame} {e.Frame == contents.MainFrame} {Query(e.Url)}");
        contents.DidNavigate += (_, e) => Note($"navigated {Query(e.Url)}");
        contents.DomReady += (_, _) => Note($"DOM ready {Query(contents.MainFrame.Url)}");
        contents.MainFrame.DomReady += (_, _) => Note("frame's DOM ready");
        contents.RenderProcessGone += (_, e) => Note($"gone {e.Reason}");
        contents.Destroyed += (_, _) => Note("destroyed");
        await page.NavigateAsync("next");
        await NotedAsync("DOM ready ?next");
        await CrashAsync(page);
        await page.CloseAsync();
        await NotedAsync("destroyed");
        Assert.Equal(
            ["frame navigated True True ?next", "navigated ?next", "frame's DOM ready", "DOM ready ?next", "gone crashed", "destroyed"],
            Notes);

        static string Query(string url) => new Uri(url).Query;
    }

    [Fact, Rule(44)]
    public async Task S44_The_emitters_of_window_and_main_frame_stay_over_navigation_and_crash()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var (contents, frame) = (page.WebContents, page.WebContents.MainFrame);
        var (windowIpc, frameIpc) = (contents.Ipc, frame.Ipc);
        frameIpc.On(channel, (e, args) => Note($"frame {args[0].AsInt32()}"));
        windowIpc.On(channel, (e, args) => Note($"window {args[0].AsInt32()}"));
        await page.NavigateAsync("next");
        await SendAndSettleAsync(page, channel, 1);
        await CrashAsync(page);
        await page.ReloadAsync();
        await SendAndSettleAsync(page, channel, 2);
        Assert.Equal(["frame 1", "window 1", "frame 2", "window 2"], Notes);
        await page.CloseAsync();
        Assert.Same(windowIpc, contents.Ipc);
        Assert.Same(frameIpc, frame.Ipc);
        Assert.Equal(1, contents.Ipc.ListenerCount(channel));
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

    [Fact]
    public async Task A_page_that_crashes_works_again_after_a_reload()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var answer = new TaskCompletionSource<int>();
        IpcMain.Handle(channel, e => answer.Task);
        var call = await page.StartInvokeAsync(channel);
        await CrashAsync(page);
        Assert.True((await call.SoonAsync()).IsGone);
        await page.ReloadAsync();
        answer.SetResult(1);
        (await page.InvokeAsync(channel)).ShouldBe(1);
    }

    [Fact, Rule(103)]
    public async Task S103_A_frame_that_has_crashed_tells_again_what_it_shows()
    {
        var page = await OpenPageAsync();
        var frame = page.WebContents.MainFrame;
        var before = frame.Url;
        await CrashAsync(page);
        await page.ReloadAsync();
        await SettleAsync(page);
        Assert.Equal((before, "app://local", false), (frame.Url, frame.Origin, frame.Detached));
        await NavigateInPageAsync(page, "history.pushState(null, '', '/after-the-crash')", "app://local/after-the-crash");
        Assert.Equal("app://local/after-the-crash", frame.Url);
        var e = await EventFromAsync(page);
        Assert.Equal((false, true), (e.SenderInfo.Detached, e.SenderInfo.IsMainFrame));
        Assert.Same(frame, e.SenderFrame);
    }

    [Fact, Rule(103)]
    public async Task S103_A_page_that_crashes_twice_works_again()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Handle(channel, e => e.SenderInfo.Detached);
        for (var i = 0; i < 2; i++)
        {
            await CrashAsync(page);
            await page.ReloadAsync();
            (await page.InvokeAsync(channel)).ShouldBe(false);
        }

        page.WebContents.Send("unheard");
        Assert.Empty(App.Logs.Containing("Error sending"));
    }
}
