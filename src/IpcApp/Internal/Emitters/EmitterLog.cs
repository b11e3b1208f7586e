using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Emitters;

internal static partial class EmitterLog
{
    [LoggerMessage(1009, LogLevel.Warning,
        "Possible EventEmitter memory leak detected. {Count} {Channel} listeners added to [IpcMainImpl]. MaxListeners is {Limit}. "
        + "Use MaxListeners to increase limit")]
    public static partial void TooManyListeners(ILogger logger, int count, string channel, int limit);
}
