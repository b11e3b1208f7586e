using IpcApp.Internal.Launch;

namespace IpcApp.Internal.Diagnosis.Checks;

/// <summary>Node.js, which runs the Chromium host and the tools of npm, of Electron and of packaging.</summary>
internal static class NodeCheck
{
    public const string Id = "IPC0131";
    private const string Name = "Node.js";

    /// <param name="printed">What <c>node --version</c> printed; null if there is no <c>node</c>.</param>
    public static Finding Of(string? printed)
    {
        if (printed is null)
        {
            return Problem("'node' was not found on the PATH, or does not run");
        }

        var text = printed.Trim();
        return NodeRuntime.Parse(text) switch
        {
            null => Problem($"'{text}' is not a version"),
            var version when version < NodeRuntime.Floor => Problem($"{text} is older than {NodeRuntime.Floor} ({NodeRuntime.TooOldId})"),
            _ => new Finding(Id, Name, text),
        };
    }

    private static Finding Problem(string found) => new(Id, Name, found, NodeRuntime.Remedy, Capability.Chromium | Capability.Package);
}
