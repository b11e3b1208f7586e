using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IpcApp.Testing.Internal;

/// <summary>
/// The background services of an app. One that fails ends the app and says so in the log only; a test is to get the exception itself.
/// </summary>
internal sealed class ServiceFailures
{
    private volatile IReadOnlyList<BackgroundService> _services = [];

    /// <summary>What the first service that has failed threw; null if none has, or if the app goes on without those that do.</summary>
    public Exception? First
        => _services.FirstOrDefault(service => service.ExecuteTask is { IsFaulted: true })?.ExecuteTask!.Exception!.InnerException;

    /// <summary>Makes a service that is asked before every other one starts; later the app may have ended at any moment.</summary>
    public Watcher WatchFrom(IServiceProvider provider) => new(this, provider);

    private void Watch(IServiceProvider provider)
    {
        if (provider.GetRequiredService<IOptions<HostOptions>>().Value.BackgroundServiceExceptionBehavior
            == BackgroundServiceExceptionBehavior.StopHost)
        {
            _services = [.. provider.GetServices<IHostedService>().OfType<BackgroundService>()];
        }
    }

    internal sealed class Watcher(ServiceFailures failures, IServiceProvider provider) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken)
        {
            failures.Watch(provider);
            return Task.CompletedTask;
        }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
