using Microsoft.Extensions.Logging;

namespace IpcApp.Conformance.Driver;

/// <summary>An entry of the app's log.</summary>
public sealed record LogEntry(LogLevel Level, string Category, string Message, Exception? Exception);
