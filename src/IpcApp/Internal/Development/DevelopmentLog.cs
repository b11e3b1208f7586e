using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Development;

/// <summary>What the app tells its developer while it runs.</summary>
internal static partial class DevelopmentLog
{
    [LoggerMessage(6001, LogLevel.Warning, "{Text}")]
    public static partial void UnheardMessage(ILogger logger, string text);

    [LoggerMessage(EventId = 6002, Message = "{Place}: {Text}")]
    public static partial void PageMessage(ILogger logger, LogLevel level, string place, string text);

    [LoggerMessage(6003, LogLevel.Warning,
        "No handlers were added, although there are some in {Assemblies}. Call builder.Services.AddIpcHandlers() before builder.Build().")]
    public static partial void HandlersNotAdded(ILogger logger, string assemblies);

    [LoggerMessage(6004, LogLevel.Warning,
        "The messages of a frame wait: {Handler} has been running for {Seconds:0.0} s ({Message}). "
        + "Await what it waits for, or run long computations in Task.Run.")]
    public static partial void HandlerBlocks(ILogger logger, string handler, double seconds, string message);

    [LoggerMessage(6007, LogLevel.Warning,
        "The events of all windows, menus and the app wait: {What} has been running for {Seconds:0.0} s. "
        + "Await what it waits for, or run long computations in Task.Run.")]
    public static partial void SubscriberBlocks(ILogger logger, string what, double seconds);

    [LoggerMessage(6005, LogLevel.Error, "A task that nothing awaits has failed. Await it, or catch its exceptions.")]
    public static partial void TaskFailed(ILogger logger, Exception exception);

    [LoggerMessage(6010, LogLevel.Warning, "{Text}")]
    public static partial void MemberIgnored(ILogger logger, string text);

    [LoggerMessage(6006, LogLevel.Information, "{App} is up{State}")]
    public static partial void AppIsUp(ILogger logger, string app, string state);
}
