using System.Reflection;
using IpcApp.Internal.Launch;

namespace IpcApp.Internal.Diagnosis.Checks;

/// <summary>The JavaScript that the build puts into <c>.ipcapp</c>, which must be of the same version as the library.</summary>
internal static class HostFilesCheck
{
    public const string Id = "IPC0139";
    public const string Build = "Build the app again with 'dotnet build'.";
    private const string Name = "IpcApp";

    /// <summary>The version of the NuGet package.</summary>
    public static string LibraryVersion { get; } = typeof(HostFilesCheck).Assembly
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

        // Only a package has a version. In a clone of IpcApp's own repository library and host are what they are.
        var stamp = Path.Combine(Path.GetDirectoryName(layout.HostEntry)!, "version.txt");
        return File.Exists(stamp) && File.ReadAllText(stamp).Trim() is var host && host != library
            ? Problem(library, $"the host in .ipcapp is {host}")
            : new Finding(Id, Name, $"{library}, with its host in .ipcapp");
    }

    private static Finding Problem(string library, string what) => new(Id, Name, $"{library}, but {what}", Build, Way.Windows | Way.Package);
}
