using IpcApp.Internal.Launch;

namespace IpcApp.Tests.Shared;

/// <summary>The Electron of the repository's own npm packages, or of <c>ELECTRON_OVERRIDE_DIST_PATH</c>.</summary>
internal static class ElectronForSuite
{
    /// <summary>Tells an app, whose own folder has no packages, which Electron to start.</summary>
    public const string DistVariable = "ELECTRON_OVERRIDE_DIST_PATH";

    private static readonly string? Found = ElectronBinary.Find(new AppLayout(Checkout.Root));

    /// <summary>Whether <c>IPCAPP_HOST=electron</c> demands it: then a missing binary is a failure, and no reason to skip.</summary>
    private static readonly bool IsWanted = Environment.GetEnvironmentVariable("IPCAPP_HOST") == "electron";

    /// <summary>Why no test runs on Electron on this machine; null if they do.</summary>
    public static string? NotRunReason { get; } = IsWanted || Found is not null ? null : "no Electron binary";

    /// <summary>The executable.</summary>
    /// <exception cref="InvalidOperationException">It is demanded and missing.</exception>
    public static string Binary => Found ?? throw new InvalidOperationException(
        "IPCAPP_HOST is electron, and there is no Electron binary. Run 'npx install-electron' at the repository's root.");

    /// <summary>The value of <see cref="DistVariable"/>.</summary>
    public static string DistFolder
    {
        get
        {
            var folder = new DirectoryInfo(Path.GetDirectoryName(Binary)!);
            // On macOS the program is three folders inside of the app's bundle, and the variable names the bundle's folder.
            for (var i = 0; i < 3 && OperatingSystem.IsMacOS(); i++)
            {
                folder = folder.Parent!;
            }

            return folder.FullName;
        }
    }
}
