using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Frames;

internal static partial class FrameLog
{
    [LoggerMessage(2001, LogLevel.Error, "Error sending from webFrameMain: {Reason} (channel '{Channel}')")]
    public static partial void SendFailed(ILogger logger, string channel, string reason, Exception? exception);

    [LoggerMessage(2003, LogLevel.Warning, "{Text}")]
    public static partial void LateFrame(ILogger logger, string text);
}
