namespace IpcApp.Conformance.DevTools;

/// <summary>Chromium refused a command.</summary>
internal sealed class DevToolsException(string method, string reason) : Exception($"{method}: {reason}")
{
    /// <summary>What Chromium says where the document, or the whole renderer, went away while the command waited.</summary>
    private static readonly string[] GoneReasons =
    [
        "Execution context was destroyed",
        "Cannot find context with specified id",
        "uniqueContextId not found",
        "Inspected target navigated or closed",
        "Session with given id not found",
        "Target crashed",
        "Target closed",
    ];

    /// <summary>Whether it failed because the document it was for is gone.</summary>
    public bool IsGone { get; } = GoneReasons.Any(each => reason.Contains(each, StringComparison.Ordinal));
}
