using System.Diagnostics;
using IpcApp.Internal.Host;
using IpcApp.Internal.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IpcApp.Internal.Hosting;

/// <summary>
/// Ends the process when the app's services do not stop in time. A web server in that state is seen by its supervisor; a desktop app without
/// windows would stay behind unseen.
/// </summary>
internal sealed class ShutdownLimit : IDisposable
{
    /// <summary>How much longer than <see cref="HostOptions.ShutdownTimeout"/> it may take to stop and dispose everything.</summary>
    private static readonly TimeSpan Leaving = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan FlushLimit = TimeSpan.FromSeconds(1);

    private readonly IServiceProvider _services;
    private readonly TimeSpan _timeout;
    private readonly CancellationTokenRegistration _registration;
    private readonly Timer _timer;

    private ShutdownLimit(IServiceProvider services)
    {
        _services = services;
        _timeout = services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout;
        _timer = new Timer(_ => End());
        _registration = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(Begin);
    }

    /// <summary>Begins to count when the app begins to stop. Dispose the result when everything has stopped.</summary>
    public static ShutdownLimit Watch(IServiceProvider services) => new(services);

    public void Dispose()
    {
        _registration.Dispose();
        _timer.Dispose();
    }

    private void Begin()
    {
        var limit = _timeout + Leaving;
        if (limit.TotalMilliseconds < int.MaxValue && _timeout >= TimeSpan.Zero && !TestHarness.IsActive)
        {
            _timer.Change(limit, Timeout.InfiniteTimeSpan);
        }
    }

    private void End()
    {
        if (Debugger.IsAttached)
        {
            return;
        }

        var reason = $"The app's services did not stop within {_timeout.TotalSeconds:0.###} seconds, the ShutdownTimeout of HostOptions, "
            + "and the process is ended. Give StopAsync and ExecuteAsync of your services an end when their token is canceled.";
        var report = _services.GetRequiredService<EndReport>();
        HostingLog.NotStopped(_services.GetRequiredService<QueuedLoggers>().Create(EndReport.Category), reason);
        report.Fail(reason, ExitCodes.Failure);
        report.Flush(FlushLimit);
        _services.GetRequiredService<HostStart>().Abandon();
        System.Environment.Exit(System.Environment.ExitCode);
    }
}
