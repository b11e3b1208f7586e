namespace IpcApp.TutorialApp;

/// <summary>Makes the app's windows and its menu once the app is ready, as the tutorial's <c>createWindow</c> does.</summary>
public sealed class MainWindows(IBrowserWindows windows, IMenu menu) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await windows.WhenReadyAsync(stoppingToken);
        await OpenAsync("title", stoppingToken);
        await OpenAsync("file", stoppingToken);
        await OpenCounterAsync(stoppingToken);
    }

    private async Task<BrowserWindow> OpenAsync(string pattern, CancellationToken cancellationToken)
    {
        var window = await windows.CreateAsync(
            new BrowserWindowOptions { Width = 800, Height = 600, Preload = $"preloads/{pattern}.js" }, cancellationToken);
        await window.LoadUrlAsync($"app://local/{pattern}.html", cancellationToken);
        return window;
    }

    /// <summary>Pattern 3: the main process tells a page something.</summary>
    private async Task OpenCounterAsync(CancellationToken cancellationToken)
    {
        var window = await OpenAsync("counter", cancellationToken);
        await menu.SetApplicationMenuAsync(
            [
                new MenuItem("Counter",
                [
                    new MenuItem("Increment", _ => window.WebContents.Send("update-counter", 1)),
                    new MenuItem("Decrement", _ => window.WebContents.Send("update-counter", -1)),
                ]),
            ],
            cancellationToken);
    }
}
