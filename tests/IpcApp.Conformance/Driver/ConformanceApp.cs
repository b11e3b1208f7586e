using IpcApp.Internal.Dispatch;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Conformance.Driver;

/// <summary>
/// The app under test. It runs in this process, so that scenarios register on its emitters and read its log; its pages do not.
/// </summary>
public abstract class ConformanceApp(LogCapture logs) : IAsyncDisposable
{
    public LogCapture Logs { get; } = logs;

    public abstract IServiceProvider Services { get; }

    public IIpcMain IpcMain => Services.GetRequiredService<IIpcMain>();

    public IWebContentsRegistry WebContents => Services.GetRequiredService<IWebContentsRegistry>();

    public IWebFrameMainRegistry Frames => Services.GetRequiredService<IWebFrameMainRegistry>();

    /// <summary>The origin of a page that is not the app's own.</summary>
    public abstract string ForeignOrigin { get; }

    /// <summary>Opens a window and waits until its page has loaded.</summary>
    public abstract Task<Page> OpenPageAsync(PageOptions options);

    /// <summary>Completes when every message that has arrived is handled to its end.</summary>
    /// <exception cref="TimeoutException">A handler does not end.</exception>
    public async Task WhenIdleAsync()
    {
        var pending = Services.GetRequiredService<PendingWork>();
        try
        {
            await pending.WhenIdle().SoonAsync();
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"The app is not idle: {pending.Count} messages are still being handled.");
        }
    }

    public abstract ValueTask DisposeAsync();
}
