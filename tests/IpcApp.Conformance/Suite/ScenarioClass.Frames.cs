namespace IpcApp.Conformance.Suite;

/// <summary>What scenarios do with frames, seen from main.</summary>
public abstract partial class ScenarioClass
{
    protected const string FrameDisposed = "Render frame was disposed before WebFrameMain could be accessed";

    protected static readonly Action<WebFrameMain>[] DisposedMembers =
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

    protected static PageOptions WithSubFrames { get; } = new() { SubFrames = true };

    protected static IpcSenderPolicy Iframes { get; } = IpcSenderPolicy.Default.AllowSubFrames();

    /// <summary>An iframe whose page is not the app's own.</summary>
    protected static FrameOptions ForeignFrame { get; } = new() { Url = $"{ConformanceApp.ForeignOrigin}/" };

    /// <summary>The event of a message that the frame sends, whoever it is.</summary>
    protected async Task<IpcMainEvent> EventFromAsync(Frame frame)
    {
        var (channel, sent) = (Channel("event"), new TaskCompletionSource<IpcMainEvent>());
        using var listener = IpcMain.WithSenderPolicy(IpcSenderPolicy.AnySender).On(channel, sent.SetResult);
        await frame.SendAsync(channel);
        return await sent.Task.SoonAsync();
    }

    /// <summary>Makes the page's process crash, and waits until main knows.</summary>
    protected static async Task CrashAsync(Page page)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        page.WebContents.RenderProcessGone += (_, _) => gone.TrySetResult();
        await page.CrashAsync();
        await gone.Task.SoonAsync();
    }

    /// <summary>Removes an iframe, and waits until main knows: the handler of a call that is under way is told (S58).</summary>
    protected async Task RemoveAsync(Frame frame)
    {
        var (channel, gone) = (Channel("alive"), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var handler = IpcMain.WithSenderPolicy(IpcSenderPolicy.AnySender).Handle(channel, async (e, args) =>
        {
            using var registration = e.Aborted.Register(gone.SetResult);
            started.SetResult();
            await gone.Task;
            return null;
        });
        await frame.StartInvokeAsync(channel);
        await started.Task.SoonAsync();
        await frame.RemoveAsync();
        await gone.Task.SoonAsync();
    }

    /// <summary>Lets a frame navigate within itself, and waits for the event that tells of it.</summary>
    /// <param name="page">The page that the frame is in.</param>
    /// <param name="script">What its page does.</param>
    /// <param name="url">The address that it has then.</param>
    /// <param name="frame">The frame; null for the main frame.</param>
    protected static async Task<FrameNavigatedInPageEventArgs> NavigateInPageAsync(
        Page page, string script, string url, Frame? frame = null)
    {
        var navigated = new TaskCompletionSource<FrameNavigatedInPageEventArgs>(TaskCreationOptions.RunContinuationsAsynchronously);
        page.WebContents.DidNavigateInPage += Take;
        await (frame ?? page).NavigateInPageAsync(script, url);
        var e = await navigated.Task.SoonAsync();
        page.WebContents.DidNavigateInPage -= Take;
        return e;

        void Take(object? sender, FrameNavigatedInPageEventArgs e)
        {
            if (e.Url == url)
            {
                navigated.TrySetResult(e);
            }
        }
    }

    /// <summary>Loads a page and waits for the last event of that: none of an earlier page can come later.</summary>
    protected static async Task WhenQuietAsync(Page page)
    {
        var (navigated, ready) = (false, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        page.WebContents.DidNavigate += (_, e) => navigated |= e.Url.EndsWith("?quiet", StringComparison.Ordinal);
        page.WebContents.DomReady += (_, _) =>
        {
            if (navigated)
            {
                ready.TrySetResult();
            }
        };
        await page.NavigateAsync("quiet");
        await ready.Task.SoonAsync();
    }

    /// <summary>The frame of a message is gone: each look at it gives null and a warning.</summary>
    protected void ShouldBeLate(IpcMainEvent e)
    {
        const string LateFrame =
            "Frame property was accessed after it navigated or was destroyed. Avoid asynchronous tasks prior to indexing.";
        Assert.Empty(App.Logs.Containing(LateFrame));
        Assert.Null(e.SenderFrame);
        Assert.Null(e.SenderFrame);
        Assert.Equal([LateFrame, LateFrame], App.Logs.Containing(LateFrame).Select(entry => entry.Message));
    }

    protected static void ShouldBeDisposed(WebFrameMain frame)
    {
        Assert.True(frame.IsDestroyed());
        Assert.All(DisposedMembers, member =>
        {
            var error = Assert.Throws<InvalidOperationException>(() => member(frame));
            Assert.Equal(FrameDisposed, error.Message);
        });
    }
}
