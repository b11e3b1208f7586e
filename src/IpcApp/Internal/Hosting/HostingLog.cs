using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Hosting;

internal static partial class HostingLog
{
    [LoggerMessage(4001, LogLevel.Critical, "{Reason}")]
    public static partial void StartFailed(ILogger logger, string reason);

    [LoggerMessage(4002, LogLevel.Debug, "Details of the failure to start.")]
    public static partial void StartFailedDetails(ILogger logger, Exception exception);

    [LoggerMessage(4003, LogLevel.Warning, "{Count} message(s) were still being handled when the app shut down.")]
    public static partial void HandlersStillRunning(ILogger logger, int count);

    [LoggerMessage(4005, LogLevel.Error, "{Reason}")]
    public static partial void StopFailed(ILogger logger, Exception exception, string reason);

    [LoggerMessage(4006, LogLevel.Critical, "{Reason}")]
    public static partial void NotStopped(ILogger logger, string reason);

    [LoggerMessage(4004, LogLevel.Error, "The host could not be told '{Type}': {Reason}")]
    public static partial void ControlNotSent(ILogger logger, string type, string reason);
}
