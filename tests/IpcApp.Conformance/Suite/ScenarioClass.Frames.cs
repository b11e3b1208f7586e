namespace IpcApp.Conformance.Suite;

/// <summary>What scenarios do with frames, seen from main.</summary>
public abstract partial class ScenarioClass
{
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
}
