namespace SampleApp._1;

/// <summary>Main to page: sends the time to every window, each second, without being asked.</summary>
public sealed class ClockService(IWebContentsRegistry windows, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            windows.SendToAll("clock:tick", time.GetLocalNow());
        }
    }
}
