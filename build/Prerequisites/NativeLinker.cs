namespace IpcApp.Build.Prerequisites;

/// <summary>What .NET needs on Linux to make native code: a C compiler that links, and the headers of zlib.</summary>
internal static class NativeLinker
{
    /// <summary>Installs it where that is possible without asking: as root, with apt-get.</summary>
    /// <returns>Null if it is there now; else one line that says what is missing and how to get it.</returns>
    public static async Task<string?> EnsureAsync()
    {
        if (Missing() is not { } missing)
        {
            return null;
        }

        return AptPackages.CanInstall
            ? await Step.RunAsync("install a C linker (apt-get)", () => AptPackages.InstallAsync("clang", "zlib1g-dev")) ?? Missing()
            : missing;
    }

    // Elsewhere the tools come with Visual Studio and Xcode, and the compiler itself says if they are missing.
    private static string? Missing()
        => !OperatingSystem.IsLinux() || ((IsOnPath("clang") || IsOnPath("gcc")) && File.Exists("/usr/include/zlib.h"))
            ? null
            : "Native code needs clang or gcc, and zlib's headers: install the packages clang and zlib1g-dev.";

    private static bool IsOnPath(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
