using System.Diagnostics;

namespace IpcApp.Internal.Launch;

internal sealed class DeveloperMachine(AppLayout layout) : IMachine
{
    /// <summary>Runs the script, and ends with the pipe to this process: a download must not go on when nothing waits for it.</summary>
    private const string EndWithParent = "process.stdin.on('end', () => process.exit(1)).resume().unref(); require(process.argv[1]);";

    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(5);

    public bool HasDisplay => Display.IsAvailable;

    public string? FindElectron() => ElectronBinary.Find(layout);

    /// <summary>Whether <see cref="InstallElectron"/> would try.</summary>
    /// <param name="layout">The app's folder.</param>
    /// <param name="node">What <c>node --version</c> prints; null if there is no <c>node</c>.</param>
    public static bool CanInstallElectron(AppLayout layout, string? node)
        => File.Exists(Installer(layout)) && !File.Exists(layout.ElectronInstallFailed)
            && node is not null && NodeRuntime.Parse(node) >= NodeRuntime.Floor;

    public string? InstallElectron()
    {
        if (!CanInstallElectron(layout, NodeRuntime.ReadVersion()))
        {
            return null;
        }

        Console.Error.WriteLine("Electron's binary is missing: downloading it once, as 'npx install-electron' would …");
        Run(Installer(layout));
        if (FindElectron() is { } found)
        {
            return found;
        }

        // Without a network every start would otherwise wait for the same failure.
        File.WriteAllText(layout.ElectronInstallFailed, "Delete this file to have 'dotnet run' try the download of Electron again.\n");
        return null;
    }

    private void Run(string script)
    {
        var start = new ProcessStartInfo("node", ["-e", EndWithParent, script])
        {
            WorkingDirectory = layout.Root,
            UseShellExecute = false,
            RedirectStandardInput = true,
        };
        using var install = Process.Start(start)!;
        if (!install.WaitForExit(InstallLimit))
        {
            install.Kill(entireProcessTree: true);
        }
    }

    private static string Installer(AppLayout layout) => Path.Combine(layout.ElectronPackage, "install.js");
}
