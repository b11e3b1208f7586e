using System.Text.Json;
using IpcApp.Internal.Ground;

namespace IpcApp.Internal.Launch;

/// <summary>
/// Where the app's files are while it is developed: the folder with <c>package.json</c> and what the build put into <c>.ipcapp</c>.
/// </summary>
internal sealed record AppLayout(string Root)
{
    private const string FileName = "ipcapp.dev.json";

    public string HostEntry => Path.Combine(Root, ".ipcapp", "electron-main", "main.js");

    /// <summary>What Electron must know before its 'ready'.</summary>
    public string Settings => Path.Combine(Root, ".ipcapp", "app.json");

    /// <summary>Whether a second start is refused. False if the settings cannot be read: Electron says why.</summary>
    public bool IsSingleInstance
    {
        get
        {
            try
            {
                using var json = JsonDocument.Parse(File.ReadAllBytes(Settings));
                return json.RootElement.GetProperty("singleInstance").GetBoolean();
            }
            catch (Exception e) when (IsUnreadable(e))
            {
                return false;
            }
        }
    }

    public string ChromiumHost => Path.Combine(Root, ".ipcapp", "chromium-stand-in", "cli.js");

    public string ElectronPackage => Path.Combine(Root, "node_modules", "electron");

    /// <summary>There if an automatic download of Electron's binary has failed.</summary>
    public string ElectronInstallFailed => Path.Combine(Root, ".ipcapp", "electron-install-failed.txt");

    /// <summary>Reads the file that the build wrote beside the program, and sees to it that Electron is there.</summary>
    /// <exception cref="IpcStartupException">It is not there, or not right.</exception>
    public static AppLayout Find(string programDirectory)
    {
        var layout = Read(programDirectory);
        return File.Exists(layout.HostEntry) ? layout : throw Missing($"'{layout.HostEntry}' does not exist");
    }

    /// <summary>Reads the file that the build wrote beside the program. What it names need not be there.</summary>
    /// <exception cref="IpcStartupException">The file is not there, or not right.</exception>
    public static AppLayout Read(string programDirectory)
    {
        var file = Path.Combine(programDirectory, FileName);
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            return new AppLayout(json.RootElement.GetProperty("root").GetString() ?? throw new JsonException("'root' is null"));
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            throw Missing($"'{file}' cannot be read ({e.Message})");
        }
    }

    private static bool IsUnreadable(Exception e)
        => e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException;

    private static IpcStartupException Missing(string what)
        => new(
            $"Electron's files were not found: {what}. "
            + "Build the app again with 'dotnet build', or set IpcApp:Host to none to run without windows.",
            ExitCodes.MissingPrerequisite);
}
