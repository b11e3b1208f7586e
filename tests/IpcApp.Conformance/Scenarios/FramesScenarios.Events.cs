using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>The events of a window: all that happens to its page, in the order in which it does.</summary>
public abstract partial class FramesScenarios
{
    [Theory]
    [InlineData(false, "destroyed, closed")]
    [InlineData(true, "closed, destroyed")]
    public async Task A_window_that_is_closed_ends_after_its_contents_and_one_that_is_destroyed_before_them(bool isDestroyed, string order)
    {
        var page = await OpenPageAsync();
        var window = BrowserWindow.FromWebContents(page.WebContents)!;
        window.Closed += (_, _) => Note("closed");
        page.WebContents.Destroyed += (_, _) => Note("destroyed");
        if (isDestroyed)
        {
            window.Destroy();
        }
        else
        {
            window.Close();
        }

        await NotedAsync("closed");
        await NotedAsync("destroyed");
        Assert.Equal(order, string.Join(", ", Notes));
    }

    [Fact]
    public async Task An_iframes_navigation_is_the_frames_and_not_the_windows()
    {
        var page = await OpenPageAsync(WithSubFrames);
        var contents = page.WebContents;
        await WhenQuietAsync(page);
        var frame = await page.AddFrameAsync();
        var inMain = (await EventFromAsync(frame)).SenderFrame!;
        var hasNavigated = false;
        contents.DidFrameNavigate += (_, e) =>
        {
            hasNavigated = true;
            Note($"{e.Frame == inMain} {e.IsMainFrame} {e.Url}");
        };
        contents.DidNavigate += (_, _) => Note("the window");
        contents.DomReady += (_, _) => Note("the window's DOM");
        inMain.DomReady += (_, _) =>
        {
            if (hasNavigated) // the frame's first document can send its message before it is ready
            {
                Note("DOM ready");
            }
        };
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
        page.WebContents.MainFrame.DomReady += (_, _) => throw new InvalidOperationException("mine");
        page.WebContents.DomReady += (_, _) => Note("DOM ready");
        await page.NavigateAsync("next");
        await NotedAsync("DOM ready");
        Assert.Equal("mine", Assert.Single(App.Logs.Containing("A subscriber of WebFrameMain.DomReady failed")).Exception?.Message);
    }
}
