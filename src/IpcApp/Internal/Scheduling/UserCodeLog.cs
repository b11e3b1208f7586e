using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Scheduling;

internal static partial class UserCodeLog
{
    [LoggerMessage(1003, LogLevel.Error, "A listener for '{Channel}' failed: {Listener}")]
    public static partial void ListenerFailed(ILogger logger, string channel, string listener, Exception exception);

    [LoggerMessage(2002, LogLevel.Error, "{What} failed.")]
    public static partial void Failed(ILogger logger, string what, Exception exception);

    [LoggerMessage(6004, LogLevel.Warning,
        "The messages of a frame wait: {Handler} has been running for {Seconds:0.0} s ({Message}). "
        + "Await what it waits for, or run long computations in Task.Run.")]
    public static partial void HandlerBlocks(ILogger logger, string handler, double seconds, string message);

    [LoggerMessage(6007, LogLevel.Warning,
        "The events of all windows, menus and the app wait: {What} has been running for {Seconds:0.0} s. "
        + "Await what it waits for, or run long computations in Task.Run.")]
    public static partial void SubscriberBlocks(ILogger logger, string what, double seconds);
}
