using System.ComponentModel;
using System.Diagnostics;
using IpcApp.Internal.Ground;

namespace IpcApp.Internal.Launch;

/// <summary>The Node.js on the PATH.</summary>
internal sealed record NodeRuntime(Version Version)
{
    /// <summary>The oldest version that the Chromium host and the tools of npm and Electron run on.</summary>
    public static readonly Version Floor = new(22, 12);

    /// <summary>The id of the error for an older version, the same in the app's build: see <c>docs/reference/diagnostics.md</c>.</summary>
    public const string TooOldId = "IPC0102";

    public static readonly string Remedy = $"Install Node.js {Floor} or later, with npm, and start the terminal or IDE again.";

    /// <summary>Finds the one on the PATH.</summary>
    /// <exception cref="IpcStartupException">There is none, or it is older than <see cref="Floor"/>.</exception>
    public static NodeRuntime Find() => Check(ReadVersion());

    internal static NodeRuntime Check(string? printed)
    {
        if (printed is null)
        {
            throw new IpcStartupException(
                $"Node.js is needed to show windows with Chromium, and 'node' was not found on the PATH. {Remedy}",
                ExitCodes.MissingPrerequisite);
        }

        return Parse(printed) is { } version && version >= Floor
            ? new NodeRuntime(version)
            : throw new IpcStartupException(
                $"{TooOldId}: Node.js {Floor} or later is needed, and the 'node' on the PATH is {printed.Trim()}. {Remedy}",
                ExitCodes.MissingPrerequisite);
    }

    /// <summary>The version in what <c>node --version</c> printed; null if there is none.</summary>
    internal static Version? Parse(string printed)
        => Version.TryParse(printed.Trim().TrimStart('v').Split('-')[0], out var version) ? version : null;

    /// <summary>What <c>node --version</c> prints; null if there is no <c>node</c>, or it fails.</summary>
    internal static string? ReadVersion()
    {
        try
        {
            var start = new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true, UseShellExecute = false };
            using var process = Process.Start(start)!;
            var printed = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? printed : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
