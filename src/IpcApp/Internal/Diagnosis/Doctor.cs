using IpcApp.Internal.Diagnosis.Checks;
using IpcApp.Internal.Hosting;
using IpcApp.Internal.Launch;

namespace IpcApp.Internal.Diagnosis;

/// <summary>Looks at everything that an app needs from its machine. Nothing is installed or changed.</summary>
internal static class Doctor
{
    /// <param name="programDirectory">The folder of the app's program, where the build has put <c>ipcapp.dev.json</c>.</param>
    public static Diagnosis Examine(string programDirectory)
    {
        var layout = Read(programDirectory);
        var settings = SettingsCheck.Of(out var host);
        return new Diagnosis(host,
        [
            SdkCheck.Of(layout?.Root),
            NodeCheck.Of(NodeRuntime.ReadVersion()),
            NpmCheck.Of(),
            NpmPackagesCheck.Of(layout?.Root),
            ElectronCheck.Of(layout),
            ElectronBuilderCheck.Of(layout?.Root),
            ChromiumCheck.Of(layout),
            DisplayCheck.Of(Display.IsAvailable),
            SocketDirectoryCheck.Of(),
            HostFilesCheck.Of(layout, HostFilesCheck.LibraryVersion),
            settings,
        ]);
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
