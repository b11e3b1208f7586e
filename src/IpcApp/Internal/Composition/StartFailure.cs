using IpcApp.Internal.Ground;
using IpcApp.Internal.Logging;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Internal.Composition;

/// <summary>Turns a failure to start into one line and an exit code.</summary>
internal static class StartFailure
{
    /// <summary>How long the loggers may take for the reason.</summary>
    private static readonly TimeSpan FlushLimit = TimeSpan.FromSeconds(5);

    /// <returns>False where a test wants to see the exception itself.</returns>
    public static bool Report(IServiceProvider services, Exception e, bool isToldToEnd)
    {
        if (TestHarness.IsActive)
        {
            return false;
        }

        while (e is AggregateException { InnerExceptions: [var only] })
        {
            e = only;
        }

        if (e is OperationCanceledException && isToldToEnd)
        {
            return true; // told to end before it had started: no error
        }

        var loggers = services.GetRequiredService<QueuedLoggers>();
        var logger = loggers.Create(EndReport.Category);
        var code = e is IpcStartupException known ? known.ExitCode : ExitCodes.Failure;
        var reason = e is IpcStartupException
            ? e.Message
            : $"The app cannot start: {ExceptionText.MessageOf(e)} (set Logging:LogLevel:IpcApp to Debug for details)";
        if (reason.Length > 0)
        {
            HostingLog.StartFailed(logger, reason.ReplaceLineEndings(" "));
        }

        HostingLog.StartFailedDetails(logger, e);
        loggers.Flush(FlushLimit);
        services.GetRequiredService<EndReport>().Fail(reason, code);
        return true;
    }
}
