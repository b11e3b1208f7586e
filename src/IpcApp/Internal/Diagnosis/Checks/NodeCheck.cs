using IpcApp.Internal.Launch;

namespace IpcApp.Internal.Diagnosis.Checks;

/// <summary>Node.js: Chromium's host runs on it, and so do the tools of Electron and of packaging.</summary>
internal static class NodeCheck
{
    public const string Id = "IPC0131";
    private const string Name = "Node.js";

    /// <param name="printed">What <c>node --version</c> printed; null if there is no <c>node</c>.</param>
    public static Finding Of(string? printed)
    {
        if (printed is null)
        {
            return Problem("'node' was not found on the PATH, or does not run", Way.Chromium | Way.Package);
        }

        var text = printed.Trim();
        return NodeRuntime.Parse(text) switch
        {
            null => Problem($"'{text}' is no version", Way.Chromium | Way.Package),
            var version when version < NodeRuntime.Least => Problem($"{text} is too old", Way.Chromium | Way.Package),
            var version when version < NodeRuntime.LeastForElectronTools
                => Problem($"{text} runs the app, but is too old to download and package Electron", Way.Package),
            _ => new Finding(Id, Name, text),
        };
    }

    private static Finding Problem(string found, Way blocks) => new(Id, Name, found, NodeRuntime.Remedy, blocks);
}
