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

    /// <summary>Called while the app's services can be had.</summary>
    public void Watch(IServiceProvider provider)
    {
        if (provider.GetRequiredService<IOptions<HostOptions>>().Value.BackgroundServiceExceptionBehavior
            == BackgroundServiceExceptionBehavior.StopHost)
        {
            _services = [.. provider.GetServices<IHostedService>().OfType<BackgroundService>()];
        }
    }
}
