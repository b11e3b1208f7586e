using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Composition;

internal static partial class HostingLog
{
    [LoggerMessage(4001, LogLevel.Critical, "{Problem}")]
    public static partial void StartFailed(ILogger logger, string problem);

    [LoggerMessage(4002, LogLevel.Debug, "Details of the failure to start.")]
    public static partial void StartFailedDetails(ILogger logger, Exception exception);

    [LoggerMessage(4003, LogLevel.Warning, "{Count} message(s) were still being handled when the app shut down.")]
    public static partial void HandlersStillRunning(ILogger logger, int count);

    [LoggerMessage(4007, LogLevel.Warning, "Callbacks registered on the tokens of messages still ran when the app shut down.")]
    public static partial void CallbacksStillRunning(ILogger logger);

    [LoggerMessage(4005, LogLevel.Error, "{Reason}")]
    public static partial void StopFailed(ILogger logger, Exception exception, string reason);

    [LoggerMessage(4006, LogLevel.Critical, "{Reason}")]
    public static partial void NotStopped(ILogger logger, string reason);

    [LoggerMessage(4004, LogLevel.Error, "Electron could not be told '{Type}': {Reason}")]
    public static partial void ControlNotSent(ILogger logger, string type, string reason);
}
