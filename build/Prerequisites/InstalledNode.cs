using System.ComponentModel;
using System.Diagnostics;

namespace IpcApp.Build.Prerequisites;

/// <summary>
/// The Node.js in <c>artifacts/tools</c>, for machines whose own is too old. <see cref="NodeTool"/> installs it. Every test project compiles
/// this file, too, so that its tests find it when they are run without the build tool.
/// </summary>
internal static class InstalledNode
{
    /// <summary>The version that is installed.</summary>
    public const string Version = "22.23.3";

    /// <summary>The oldest Node.js that the repository is built and tested with.</summary>
    public static readonly Version Floor = new(22, 12);

    private static readonly string[] _folder = ["artifacts", "tools", $"node-{Version}"];

    /// <summary>Where it is, or will be, in a clone.</summary>
    public static string FolderIn(string root) => Path.Combine([root, .. _folder]);

    /// <summary>The folder with its executable, as the PATH needs it.</summary>
    public static string ProgramsIn(string folder) => Path.Combine(folder, "bin");

    /// <summary>Whether <c>node --version</c> has printed a version that is new enough.</summary>
    /// <param name="printed">What was printed; null if there is no <c>node</c>.</param>
    public static bool IsNewEnough(string? printed)
        => System.Version.TryParse(printed?.Trim().TrimStart('v').Split('-')[0], out var version) && version >= Floor;

    /// <summary>Runs <c>node --version</c>.</summary>
    /// <param name="program">The name of the executable on the PATH, or its path.</param>
    /// <returns>What it prints; null if it is not there, or fails.</returns>
    public static string? Ask(string program = "node")
    {
        var start = new ProcessStartInfo(program, "--version")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var printed = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? printed : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Puts it first on the PATH of this process, and so of every process that this one starts.</summary>
    /// <param name="folder">Where it is.</param>
    public static void PutOnPath(string folder)
        => Environment.SetEnvironmentVariable(
            "PATH", string.Join(Path.PathSeparator, ProgramsIn(folder), Environment.GetEnvironmentVariable("PATH")));

    /// <summary>Finds it in a clone.</summary>
    /// <param name="start">Any folder in the clone.</param>
    /// <returns>Its folder; null if it is not installed.</returns>
    public static string? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (FolderIn(folder.FullName) is var installed && Directory.Exists(installed))
            {
                return installed;
            }
        }

        return null;
    }
}
