using IpcApp.Build.Processes;

namespace IpcApp.Build.Prerequisites;

/// <summary>Installs packages on Debian and its like.</summary>
internal static class AptGet
{
    /// <summary>Whether it can be done without asking: as root.</summary>
    public static bool IsUsable
        => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/apt-get");

    /// <returns>Null if they are installed; else what failed.</returns>
    public static async Task<string?> InstallAsync(params string[] packages)
    {
        string[][] calls = [["update"], ["install", "--yes", "--no-install-recommends", .. packages]];
        foreach (var arguments in calls)
        {
            var command = new Command("apt-get", arguments)
            {
                Environment = new Dictionary<string, string?> { ["DEBIAN_FRONTEND"] = "noninteractive" },
            };
            var result = await CommandRunner.TryRunAsync(command);
            if (!result.Succeeded)
            {
                return $"'{command}' failed; install {string.Join(" and ", packages)} by hand. apt-get said:{Environment.NewLine}{result.Output}";
            }
        }

        return null;
    }
}
