using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>The events of a window: all that happens to its page, in the order in which it does.</summary>
public abstract partial class FramesScenarios
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
        await NotedAsync("frame's DOM ready");
        await CrashAsync(page);
        await page.CloseAsync();
        await NotedAsync("destroyed");
        Assert.Equal(
            ["frame navigated True True ?next", "navigated ?next", "DOM ready ?next", "frame's DOM ready", "gone crashed", "destroyed"],
            Notes);

        static string Query(string url) => new Uri(url).Query;
    }

    [Fact]
    public async Task An_iframes_navigation_is_the_frames_and_not_the_windows()
    {
        var page = await OpenPageAsync(WithSubFrames);
        var contents = page.WebContents;
        await WhenQuietAsync(page);
        var frame = await page.AddFrameAsync();
        var inMain = (await EventFromAsync(frame)).SenderFrame!;
        contents.DidFrameNavigate += (_, e) => Note($"{e.Frame == inMain} {e.IsMainFrame} {e.Url}");
        contents.DidNavigate += (_, _) => Note("the window");
        contents.DomReady += (_, _) => Note("the window's DOM");
        inMain.DomReady += (_, _) => Note("DOM ready");
        await frame.NavigateAsync("next");
        await NotedAsync("DOM ready");
        Assert.Equal(["True False app://local/page.html?next", "DOM ready"], Notes);
        Assert.Same(inMain, (await EventFromAsync(frame)).SenderFrame);
    }

    [Fact]
    public async Task A_subscriber_that_throws_is_logged_and_takes_nothing_from_the_others()
    {
        var page = await OpenPageAsync();
        await WhenQuietAsync(page);
        page.WebContents.DomReady += (_, _) => throw new InvalidOperationException("mine");
        page.WebContents.MainFrame.DomReady += (_, _) => Note("DOM ready");
        await page.NavigateAsync("next");
        await NotedAsync("DOM ready");
        Assert.Equal("mine", Assert.Single(App.Logs.Containing("A subscriber of DomReady failed")).Exception?.Message);
    }

    /// <summary>Loads a page and waits for the last event of that: none of what was before can come any more.</summary>
    private static async Task WhenQuietAsync(Page page)
    {
        var (navigated, ready) = (false, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        page.WebContents.DidNavigate += (_, e) => navigated |= e.Url.EndsWith("?quiet", StringComparison.Ordinal);
        page.WebContents.MainFrame.DomReady += (_, _) =>
        {
            if (navigated)
            {
                ready.TrySetResult();
            }
        };
        await page.NavigateAsync("quiet");
        await ready.Task.SoonAsync();
    }
}
