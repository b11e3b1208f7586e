using IpcApp.Build.Processes;

namespace IpcApp.Build.Prerequisites;

/// <summary>Packages of the system, where they can be installed without asking: as root, with apt-get.</summary>
internal static class AptPackages
{
    public static bool CanInstall
        => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/apt-get");

    /// <returns>Null if they are installed now; else what went wrong.</returns>
    public static async Task<string?> InstallAsync(params string[] names)
    {
        string[][] calls = [["update"], ["install", "--yes", "--no-install-recommends", .. names]];
        foreach (var arguments in calls)
        {
            var command = new Command("apt-get", arguments)
            {
                Environment = new Dictionary<string, string?> { ["DEBIAN_FRONTEND"] = "noninteractive" },
            };
            var result = await CommandRunner.TryRunAsync(command);
            if (!result.Succeeded)
            {
                return $"'{command}' failed. apt-get said:{Environment.NewLine}{result.Output}";
            }
        }

        return null;
    }
}
