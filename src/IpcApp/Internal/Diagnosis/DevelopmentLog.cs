using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Diagnosis;

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

    [LoggerMessage(6005, LogLevel.Error, "A task that nothing awaits has failed. Await it, or catch its exceptions.")]
    public static partial void TaskFailed(ILogger logger, Exception exception);

    [LoggerMessage(6010, LogLevel.Warning, "{Text}")]
    public static partial void MemberIgnored(ILogger logger, string text);

    [LoggerMessage(6006, LogLevel.Information, "{App} is up{State}")]
    public static partial void AppIsUp(ILogger logger, string app, string state);
}
