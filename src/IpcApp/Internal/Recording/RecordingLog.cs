using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Recording;

internal static partial class RecordingLog
{
    [LoggerMessage(EventId = 8001, Message = "Recording all messages, {How}, to '{Path}' (IpcApp:Record).")]
    public static partial void Started(ILogger logger, LogLevel level, string path, string how);

    [LoggerMessage(8002, LogLevel.Error, "Recording to '{Path}' has stopped: {Reason}")]
    public static partial void Stopped(ILogger logger, string path, string reason);

    [LoggerMessage(8003, LogLevel.Warning, "The recording '{Path}' lacks {Count} messages: they came faster than they could be written.")]
    public static partial void Lost(ILogger logger, string path, long count);
}
