using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Ports;

internal static partial class PortLog
{
    [LoggerMessage(4002, LogLevel.Error, "A message on a port was dropped: {Reason}")]
    public static partial void MessageDropped(ILogger logger, string reason, Exception? exception);

    [LoggerMessage(4003, LogLevel.Warning,
        "A message on a port, and perhaps more after it, was dropped: "
        + "too many of its frame wait for their turn (IpcApp:Limits:MaxWaitingBytesPerFrame).")]
    public static partial void PortFull(ILogger logger);
}
