using IpcApp.Internal.Ground;
using IpcApp.Internal.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IpcApp.Internal.Composition;

/// <summary>Turns the failure of a service after the start into an exit code that is not 0.</summary>
internal static class ServiceFailure
{
    /// <summary>Reports what <c>StopAsync</c> of services has thrown.</summary>
    /// <returns>False where a test wants to see the exception itself.</returns>
    public static bool ReportStopping(IServiceProvider services, Exception e)
    {
        if (TestHarness.IsActive)
        {
            return false;
        }

        var logger = services.GetRequiredService<QueuedLoggers>().Create(EndReport.Category);
        var report = services.GetRequiredService<EndReport>();
        foreach (var each in e is AggregateException { InnerExceptions: var several } ? several : [e])
        {
            var reason = Explain(services, each);
            HostingLog.StopFailed(logger, each, reason);
            report.Fail($"{reason} {Describe(each)}", ExitCodes.Failure);
        }

        return true;
    }

    /// <summary>The generic host has logged that a background service failed, and only that: its own exit code is 0.</summary>
    public static void ReportStopped(IServiceProvider services)
    {
        if (services.GetRequiredService<GenericHostLog>().ServiceFailure is { } failure)
        {
            var reason = $"A background service failed, and the app ends: {Describe(failure)}";
            services.GetRequiredService<EndReport>().Fail(reason, ExitCodes.Failure, GenericHostLog.Category);
        }
    }

    private static string Describe(Exception e) => $"{e.GetType().FullName}: {ExceptionText.MessageOf(e)}";

    private static string Explain(IServiceProvider services, Exception e)
    {
        var timeout = services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout;
        return e is OperationCanceledException
            ? $"A service did not stop within {timeout.TotalSeconds:0.###} seconds, the ShutdownTimeout of HostOptions."
            : "A service failed to stop.";
    }
}
