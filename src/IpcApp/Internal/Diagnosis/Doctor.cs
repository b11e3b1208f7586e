using IpcApp.Internal.Diagnosis.Checks;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Launch;

namespace IpcApp.Internal.Diagnosis;

/// <summary>Looks at everything that an app needs from its machine. Nothing is installed or changed.</summary>
internal static class Doctor
{
    /// <param name="programDirectory">The folder of the app's program, where the build has put <c>ipcapp.dev.json</c>.</param>
    public static Diagnosis Examine(string programDirectory)
    {
        var electronNet = Path.Combine(programDirectory, ".electron");
        return File.Exists(ElectronFilesCheck.PlugInSettings(electronNet)) ? ExamineWithElectronNet(electronNet) : ExamineOwn(programDirectory);
    }

    private static Diagnosis ExamineOwn(string programDirectory)
    {
        var layout = Read(programDirectory);
        var settings = SettingsCheck.Of(out var host);
        var node = NodeRuntime.ReadVersion();
        return new Diagnosis(host,
        [
            SdkCheck.Of(layout?.Root),
            NodeCheck.Of(node),
            NpmCheck.Of(),
            NpmPackagesCheck.Of(layout?.Root),
            ElectronCheck.Of(layout, node),
            ElectronBuilderCheck.Of(layout?.Root),
            ChromiumCheck.Of(layout),
            DisplayCheck.Of(Display.IsAvailable),
            SocketDirectoryCheck.Of(),
            ElectronFilesCheck.Of(layout, ElectronFilesCheck.LibraryVersion),
            settings,
        ]);
    }

    /// <summary>Electron.NET gets Electron, starts it and packages the app. No other host can take its place.</summary>
    private static Diagnosis ExamineWithElectronNet(string folder)
    {
        var settings = SettingsCheck.Of(out var host, "Electron.NET");
        return new Diagnosis(
            host,
            [
                SdkCheck.Of(folder),
                NodeCheck.Of(NodeRuntime.ReadVersion()),
                NpmCheck.Of(),
                ElectronCheck.OfElectronNet(folder),
                DisplayCheck.OfElectronNet(Display.IsAvailable),
                SocketDirectoryCheck.Of(),
                ElectronFilesCheck.FindOldName(folder, ElectronFilesCheck.LibraryVersion)
                    ?? ElectronFilesCheck.OfPlugIn(folder, ElectronFilesCheck.LibraryVersion),
                settings,
            ],
            Capability.Electron | Capability.NoWindow);
    }

    private static AppLayout? Read(string programDirectory)
    {
        try
        {
            return AppLayout.Read(programDirectory);
        }
        catch (IpcStartupException)
        {
            return null; // one of the checks says so
        }
    }
}
