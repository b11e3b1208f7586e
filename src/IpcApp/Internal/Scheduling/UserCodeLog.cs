using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Scheduling;

internal static partial class UserCodeLog
{
    [LoggerMessage(1003, LogLevel.Error, "A listener for '{Channel}' failed: {Listener}")]
    public static partial void ListenerFailed(ILogger logger, string channel, string listener, Exception exception);

    [LoggerMessage(2002, LogLevel.Error, "{What} failed.")]
    public static partial void Failed(ILogger logger, string what, Exception exception);
}
