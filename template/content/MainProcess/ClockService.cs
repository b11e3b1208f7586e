namespace SampleApp._1;

/// <summary>Main to page: sends the time to every window, each second, without being asked.</summary>
public sealed class ClockService(IWebContentsRegistry windows, TimeProvider time) : BackgroundService
{
    // Made before the app runs, so that a test which moves the time on is heard.
    private readonly PeriodicTimer _timer = new(TimeSpan.FromSeconds(1), time);

    public override void Dispose()
    {
        _timer.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _timer.WaitForNextTickAsync(stoppingToken))
        {
            windows.SendToAll("clock:tick", time.GetLocalNow());
        }
    }
}
