using IpcApp.Infrastructure;
using IpcApp.Internal.Dispatch;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Scheduling;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Diagnosis;

/// <summary>What looks for silent mistakes while the app runs in development; elsewhere it does nothing.</summary>
internal sealed class DevelopmentAids(
    AppAssembly app,
    IEnumerable<IpcRegistration> registrations,
    LaneWatch lanes,
    UnobservedTasks tasks,
    IHostEnvironment environment,
    ILogger<Subsystem.Ipc> logger)
{
    public void Start()
    {
        if (!environment.IsDevelopment())
        {
            return;
        }

        lanes.Start();
        tasks.Start();
        if (!registrations.Any() && app.FindHandlerAssemblies() is { Count: > 0 } found)
        {
            DevelopmentLog.HandlersNotAdded(logger, string.Join(", ", found));
        }
    }

    public void Stop()
    {
        lanes.Dispose();
        tasks.Dispose();
    }
}
