namespace SampleApp._1;

/// <summary>Main to page: sends the time to every window, each second, without being asked.</summary>
public sealed class ClockService(IWebContentsRegistry windows, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var window in windows.GetAllWebContents())
            {
                Tick(window);
            }
        }
    }

    private void Tick(WebContents window)
    {
        try
        {
            window.Send("clock:tick", time.GetLocalNow());
        }
        catch (ObjectDisposedException)
        {
            // Closed in this very moment; the next tick does not find it any more.
        }
    }
}
