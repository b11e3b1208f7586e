using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Http;

internal static partial class EndpointLog
{
    [LoggerMessage(9001, LogLevel.Warning, "A program that is not the app's Electron asked for an endpoint and was refused.")]
    public static partial void Stranger(ILogger logger);
}
