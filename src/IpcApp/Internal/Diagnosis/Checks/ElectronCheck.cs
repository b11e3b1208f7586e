using IpcApp.Internal.Launch;

namespace IpcApp.Internal.Diagnosis.Checks;

/// <summary>Electron's executable, which the npm package downloads by itself.</summary>
internal static class ElectronCheck
{
    public const string Id = "IPC0134";
    private const string Name = "Electron";
    private static readonly string Get = $"Run 'npm ci' and 'npx install-electron' in the app's folder (Node.js {NodeRuntime.Floor} or later)";

    /// <param name="layout">The app's folder; null if it is not known.</param>
    /// <param name="node">What <c>node --version</c> printed; null if there is no <c>node</c>.</param>
    public static Finding Of(AppLayout? layout, string? node)
    {
        if (layout is null)
        {
            return Problem("not looked for: the app's folder is not known", ElectronFilesCheck.Build);
        }

        var overridden = Environment.GetEnvironmentVariable("ELECTRON_OVERRIDE_DIST_PATH");
        if (ElectronBinary.Find(layout) is not { } found)
        {
            var missing = string.IsNullOrEmpty(overridden)
                ? "its binary is not on this machine"
                : $"its binary is neither in ELECTRON_OVERRIDE_DIST_PATH ('{overridden}') nor in node_modules";
            if (DeveloperMachine.CanInstallElectron(layout, node))
            {
                return Warning(
                    $"{missing}; it is downloaded at the first start", "Run 'npx install-electron' in the app's folder to have it now.");
            }

            return Problem(
                missing,
                File.Exists(layout.ElectronInstallFailed)
                    ? $"A download has failed: see to the network, delete '{layout.ElectronInstallFailed}' and start the app again."
                    : $"{Get}, or set ELECTRON_OVERRIDE_DIST_PATH to the folder of one.");
        }

        if (!string.IsNullOrEmpty(overridden))
        {
            return found.StartsWith(overridden, StringComparison.Ordinal)
                ? new Finding(Id, Name, $"{found} (ELECTRON_OVERRIDE_DIST_PATH)")
                : Warning($"{found}, since ELECTRON_OVERRIDE_DIST_PATH ('{overridden}') has none", "Unset ELECTRON_OVERRIDE_DIST_PATH, or mend it.");
        }

        var binary = ReadVersion(Path.Combine(layout.ElectronPackage, "dist", "version"));
        var package = NpmPackage.VersionOf(layout.Root, "electron");
        return binary is null || package is null || binary == package
            ? new Finding(Id, Name, $"{binary ?? package ?? "of an unknown version"}, {found}")
            : Warning($"the binary is {binary}, the npm package {package}", $"{Get}.");
    }

    /// <summary>The one that Electron.NET's build has got.</summary>
    /// <param name="folder">Electron.NET's, beside the program.</param>
    public static Finding OfElectronNet(string folder)
    {
        var layout = new AppLayout(folder);
        return ElectronBinary.Find(layout) is { } found
            ? new Finding(Id, Name, $"{ReadVersion(Path.Combine(layout.ElectronPackage, "dist", "version")) ?? "of an unknown version"}, {found}")
            : Problem(
                $"its binary is not in '{folder}'", "Build the app again: Electron.NET gets it by npm. What that says is in the build's output.");
    }

    private static string? ReadVersion(string file) => File.Exists(file) ? File.ReadAllText(file).Trim().TrimStart('v') : null;

    private static Finding Problem(string found, string remedy) => new(Id, Name, found, remedy, Capability.Electron);

    private static Finding Warning(string found, string remedy) => new(Id, Name, found, remedy);
}
