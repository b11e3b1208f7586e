namespace IpcApp.Internal.Launch;

/// <summary>Finds Electron's executable without asking the npm package, which would start a download (chromium-stand-in notes).</summary>
internal static class ElectronBinary
{
    /// <summary>The executable, or null if it is not on this machine.</summary>
    public static string? Find(AppLayout layout)
    {
        var name = ExecutableName(layout.ElectronPackage);
        var overridden = Environment.GetEnvironmentVariable("ELECTRON_OVERRIDE_DIST_PATH");
        string[] folders = string.IsNullOrEmpty(overridden)
            ? [Path.Combine(layout.ElectronPackage, "dist")]
            : [overridden, Path.Combine(layout.ElectronPackage, "dist")];
        return folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }

    private static string ExecutableName(string package)
    {
        var pathFile = Path.Combine(package, "path.txt");
        return File.Exists(pathFile) ? File.ReadAllText(pathFile).Trim()
            : OperatingSystem.IsWindows() ? "electron.exe"
            : OperatingSystem.IsMacOS() ? "Electron.app/Contents/MacOS/Electron"
            : "electron";
    }
}
