using System.ComponentModel;
using System.Diagnostics;
using IpcApp.Internal.Hosting;

namespace IpcApp.Internal.Launch;

/// <summary>The Node.js on the PATH.</summary>
internal sealed record NodeRuntime(Version Version)
{
    /// <summary>What the Chromium host needs.</summary>
    public static readonly Version Least = new(20, 19);

    /// <summary>What Electron's own tools need.</summary>
    public static readonly Version LeastForElectronTools = new(22, 12);

    public const string Remedy
        = "Install Node.js 20.19 or later (22.12 or later for Electron's own tools) and start the terminal or IDE again.";

    /// <exception cref="IpcStartupException">There is none, or it is too old.</exception>
    public static NodeRuntime Find() => Check(ReadVersion());

    internal static NodeRuntime Check(string? printed)
    {
        if (printed is null)
        {
            throw new IpcStartupException(
                $"Node.js is needed to show windows with Chromium, and 'node' was not found on the PATH. {Remedy}",
                ExitCodes.MissingPrerequisite);
        }

        return Parse(printed) is { } version && version >= Least
            ? new NodeRuntime(version)
            : throw new IpcStartupException(
                $"The 'node' on the PATH is {printed.Trim()}, which is too old. {Remedy}",
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
