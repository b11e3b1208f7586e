using IpcApp.Conformance.Parity;
using IpcApp.Internal.Launch;
using IpcApp.Tests.Shared;

namespace IpcApp.Conformance.Electron;

/// <summary>The Electron of the repository's own npm packages, or of <c>ELECTRON_OVERRIDE_DIST_PATH</c>.</summary>
internal static class ElectronForSuite
{
    private const string DistVariable = "ELECTRON_OVERRIDE_DIST_PATH";

    private static readonly string? Binary = ElectronBinary.Find(new AppLayout(Checkout.PathOf()));

    /// <summary>Whether <c>IPCAPP_HOST=electron</c> demands it: then a missing binary is a failure, and no reason to skip.</summary>
    public static bool IsWanted { get; } = Environment.GetEnvironmentVariable("IPCAPP_HOST") == "electron";

    public static bool IsThere => Binary is not null;

    /// <summary>Lets the app, whose own folder has no packages, find it.</summary>
    public static void Use()
    {
        if (Binary is null)
        {
            throw new InvalidOperationException(
                "IPCAPP_HOST is electron, and there is no Electron binary. Run 'npx install-electron' at the repository's root.");
        }

        var folder = new DirectoryInfo(Path.GetDirectoryName(Binary)!);
        // On macOS the program is three folders inside of the app's bundle, and the variable names the bundle's folder.
        for (var i = 0; i < 3 && OperatingSystem.IsMacOS(); i++)
        {
            folder = folder.Parent!;
        }

        Environment.SetEnvironmentVariable(DistVariable, folder.FullName);
    }
}
