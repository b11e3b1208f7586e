namespace IpcApp.TestApp;

/// <summary>A service of the app's own that keeps it from starting.</summary>
/// <param name="how">"cancelled" for the exception that a timeout of an HttpClient looks like.</param>
internal sealed class FailingService(string how) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => throw (how == "cancelled"
        ? new TaskCanceledException("The lamp did not answer in time")
        : new InvalidOperationException("The lamp is broken"));

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
