using IpcApp.Internal.Wire;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Remote;

internal static partial class ElectronLog
{
    /// <summary>The same text is not said twice: a stack begins with it.</summary>
    public static void HostError(ILogger logger, string source, string? window, string text, string? stack)
    {
        var details = stack is null ? text : stack.Contains(text, StringComparison.Ordinal) ? stack : $"{text}\n{stack}";
        if (window is null)
        {
            HostError(logger, source, details);
        }
        else
        {
            WindowError(logger, source, window, details);
        }
    }

    [LoggerMessage(3001, LogLevel.Error, "Electron reports an error ({Source}): {Stack}")]
    private static partial void HostError(ILogger logger, string source, string stack);

    [LoggerMessage(3007, LogLevel.Error, "Electron reports an error ({Source}, window {Window}): {Stack}")]
    private static partial void WindowError(ILogger logger, string source, string window, string stack);

    [LoggerMessage(EventId = 3002, Message = "{Text}")]
    public static partial void HostMessage(ILogger logger, LogLevel level, string text);

    [LoggerMessage(3003, LogLevel.Debug, "Connected to {Renderer}, process {ProcessId}.")]
    public static partial void Connected(ILogger logger, RendererName renderer, int processId);

    [LoggerMessage(3004, LogLevel.Information, "Electron has ended; the app shuts down.")]
    public static partial void HostEnded(ILogger logger);

    [LoggerMessage(3006, LogLevel.Error, "Electron could not be asked for '{Action}': {Reason}")]
    public static partial void CallNotSent(ILogger logger, string action, string reason);

    [LoggerMessage(3005, LogLevel.Error, "The connection to Electron has failed, and the app shuts down. {Reason}")]
    public static partial void ConnectionFailed(ILogger logger, string reason);
}
