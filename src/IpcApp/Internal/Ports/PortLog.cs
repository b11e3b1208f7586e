using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Ports;

internal static partial class PortLog
{
    [LoggerMessage(4011, LogLevel.Error, "A message on a port was dropped: {Reason}")]
    public static partial void MessageDropped(ILogger logger, string reason, Exception? exception);

    [LoggerMessage(4012, LogLevel.Warning,
        "A message on a port was dropped, and those after it may be: messages of its frame that wait for their turn take more memory than "
        + "IpcApp:Limits:MaxWaitingBytesPerFrame allows.")]
    public static partial void PortFull(ILogger logger);
}
