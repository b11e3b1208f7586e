using IpcApp.Internal.Scheduling;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Dispatch;

internal static partial class DispatchLog
{
    [LoggerMessage(1001, LogLevel.Error, "Error occurred in handler for '{Channel}': {Text}")]
    public static partial void HandlerFailed(ILogger logger, string channel, string text, Exception? exception);

    [LoggerMessage(1002, LogLevel.Error, "Error occurred in handler for '{Channel}': {Text}")]
    public static partial void NoHandler(ILogger logger, string channel, string text);

    [LoggerMessage(1004, LogLevel.Warning,
        "WebContents #{Contents} called ipcRenderer.sendSync() with '{Channel}' channel without listeners.")]
    public static partial void SyncWithoutListeners(ILogger logger, int contents, string channel);

    [LoggerMessage(1005, LogLevel.Error, "A message on '{Channel}' was dropped: {Reason}")]
    public static partial void MessageDropped(ILogger logger, string channel, string reason, Exception exception);

    public static void SenderRefused(ILogger logger, IncomingMessage message)
        => SenderRefused(logger, message.Channel, message.Sender.Origin, message.Sender.IsMainFrame ? "a main frame" : "an iframe");

    [LoggerMessage(1006, LogLevel.Warning,
        "A message on '{Channel}' was refused: its sender, {Kind} of origin '{Origin}', is not allowed.")]
    private static partial void SenderRefused(ILogger logger, string channel, string origin, string kind);

    /// <summary>Logs the first of several messages in a row that found no room.</summary>
    public static void Overloaded(ILogger logger, OverloadException overload, string channel)
    {
        if (overload.IsFirst)
        {
            LaneFull(logger, channel);
        }
    }

    [LoggerMessage(1007, LogLevel.Warning,
        "A message on '{Channel}' was dropped, and those after it may be: messages of its frame that wait for their turn take more memory than "
        + "IpcApp:Limits:MaxWaitingBytesPerFrame allows.")]
    public static partial void LaneFull(ILogger logger, string channel);

    [LoggerMessage(1008, LogLevel.Warning, "A listener for '{Channel}' was cancelled because the app shuts down: {Listener}")]
    public static partial void ListenerCancelled(ILogger logger, string channel, string listener);
}
