namespace IpcApp.Build.Demo;

/// <summary>An Electron that is already on this machine. The demo never waits for a download of it.</summary>
internal static class ElectronForDemo
{
    /// <returns>The folder with its executable; null without one, or without a display to show it on.</returns>
    public static string? Find(Repository repository)
    {
        string?[] folders =
        [
            Environment.GetEnvironmentVariable("ELECTRON_OVERRIDE_DIST_PATH"),
            repository.PathOf("node_modules", "electron", "dist"),
        ];
        return HasDisplay ? folders.FirstOrDefault(HasElectron) : null;
    }

    private static bool HasElectron(string? folder) => !string.IsNullOrEmpty(folder) && File.Exists(Path.Combine(folder, Executable));

    private static string Executable => OperatingSystem.IsWindows() ? "electron.exe"
        : OperatingSystem.IsMacOS() ? "Electron.app/Contents/MacOS/Electron"
        : "electron";

    private static bool HasDisplay => !OperatingSystem.IsLinux() || IsSet("DISPLAY") || IsSet("WAYLAND_DISPLAY");

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
