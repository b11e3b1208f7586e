using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Launch;

internal static partial class LaunchLog
{
    [LoggerMessage(5001, LogLevel.Information, "{Text}")]
    public static partial void Note(ILogger logger, string text);

    [LoggerMessage(5002, LogLevel.Warning, "{Launcher} failed to stop.")]
    public static partial void StopFailed(ILogger logger, Exception e, string launcher);
}
