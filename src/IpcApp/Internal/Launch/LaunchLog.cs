using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Launch;

internal static partial class LaunchLog
{
    [LoggerMessage(5001, LogLevel.Information, "{Text}")]
    public static partial void Remark(ILogger logger, string text);
}
