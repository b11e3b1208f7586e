using System.Reflection;
using IpcApp.Internal.Launch;

namespace IpcApp.Internal.Diagnosis.Checks;

/// <summary>The JavaScript that the build puts into <c>.ipcapp</c>, which must be of the same version as the library.</summary>
internal static class ElectronFilesCheck
{
    public const string Id = "IPC0139";
    public const string Build = "Build the app again with 'dotnet build'.";
    private const string Name = "IpcApp";

    /// <summary>The version of the NuGet package.</summary>
    public static string LibraryVersion { get; } = typeof(ElectronFilesCheck).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static Finding Of(AppLayout? layout, string library)
    {
        if (layout is null)
        {
            return Problem(library, "the app's folder is not known: there is no ipcapp.dev.json beside the program");
        }

        string[] needed = [layout.HostEntry, layout.ChromiumHost, layout.Settings];
        if (needed.FirstOrDefault(file => !File.Exists(file)) is { } missing)
        {
            return Problem(library, $"'{missing}' does not exist");
        }

        return FindOldName(layout.Root, library) ?? OfVersion(Path.GetDirectoryName(layout.HostEntry)!, library, ".ipcapp");
    }

    /// <summary>The plug-in for Electron.NET, which the build puts into Electron.NET's folder.</summary>
    public static Finding OfPlugIn(string folder, string library)
    {
        var entry = Path.Combine(folder, "ipcapp", "electron-main", "plug-in", "index.js");
        return File.Exists(entry)
            ? OfVersion(Path.Combine(folder, "ipcapp", "electron-main"), library, ".electron/ipcapp")
            : Problem(library, $"'{entry}' does not exist");
    }

    /// <summary>An app of an earlier version can name the folder of these files as it was called then.</summary>
    public static Finding? FindOldName(string root, string library) => OldNames.FindIn(root) is { } file
        ? new Finding(Id, Name, $"{library}, but '{file}' names the folder ipcapp/host", OldNames.Remedy, Capability.Windows | Capability.Package)
        : null;

    /// <summary>What the build writes for the plug-in; so it tells which kind of app this is.</summary>
    public static string PlugInSettings(string folder) => Path.Combine(folder, "ipcapp", "app.json");

    /// <summary>Only a package has a version. In a clone of IpcApp's own repository library and host are what they are.</summary>
    private static Finding OfVersion(string host, string library, string place)
    {
        var stamp = Path.Combine(host, "version.txt");
        return File.Exists(stamp) && File.ReadAllText(stamp).Trim() is var version && version != library
            ? Problem(library, $"Electron in {place} is {version}")
            : new Finding(Id, Name, $"{library}, with its host in {place}");
    }

    private static Finding Problem(string library, string what) => new(Id, Name, $"{library}, but {what}", Build, Capability.Windows | Capability.Package);
}
