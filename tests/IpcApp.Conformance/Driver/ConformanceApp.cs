using IpcApp.Conformance.Handlers;
using IpcApp.Internal.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Conformance.Driver;

/// <summary>
/// The app under test. It runs in this process, so that scenarios register on its emitters and read its log; its pages do not.
/// </summary>
public abstract class ConformanceApp(LogCapture logs) : IAsyncDisposable
{
    /// <summary>
    /// The origin of a page that is not the app's own. Attributes name it, so it is a constant; for real renderers a name that stands for a
    /// server of the suite's (<c>Real/ForeignSite.cs</c>), and one below <c>localhost</c>, since a page like the app's frames no other
    /// plain <c>http</c>.
    /// </summary>
    public const string ForeignOrigin = "http://foreign.localhost";

    public LogCapture Logs { get; } = logs;

    public abstract IServiceProvider Services { get; }

    public IIpcMain IpcMain => Services.GetRequiredService<IIpcMain>();

    public IWebContentsRegistry WebContents => Services.GetRequiredService<IWebContentsRegistry>();

    public IWebFrameMainRegistry Frames => Services.GetRequiredService<IWebFrameMainRegistry>();

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

    /// <summary>The app's own services: its handler classes, and what they need.</summary>
    protected static void AddServices(IServiceCollection services) => services.AddSingleton<HandlerNotes>().AddIpcHandlers();
}
