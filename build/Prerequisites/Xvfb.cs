namespace IpcApp.Build.Prerequisites;

/// <summary>A display in memory, for the tests of real windows on Linux.</summary>
internal static class Xvfb
{
    /// <returns>Null if it is there now, or is not needed; else one line that says what is missing and how to get it.</returns>
    public static async Task<string?> EnsureAsync()
    {
        if (!OperatingSystem.IsLinux() || IsOnPath)
        {
            return null;
        }

        const string Missing = "Xvfb was not found on the PATH; install the package xvfb.";
        return AptPackages.CanInstall
            ? await Step.RunAsync("install Xvfb (apt-get)", () => AptPackages.InstallAsync("xvfb"))
            : Missing;
    }

    private static bool IsOnPath
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, "Xvfb")));
}
