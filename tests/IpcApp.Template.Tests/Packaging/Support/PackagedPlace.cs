namespace IpcApp.Template.Tests.Packaging;

/// <summary>The folders that a packaged app finds on its machine, all of them a test's own.</summary>
/// <param name="Root">The folder that they lie in.</param>
internal sealed record PackagedPlace(string Root)
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The only programs on the PATH.</summary>
    public string Programs => Path.Combine(Root, "bin");

    public string Home => Path.Combine(Root, "home");

    /// <summary>Where the bridge's private directory is made.</summary>
    public string Meeting => Path.Combine(Root, "run");

    public string Temporary => Path.Combine(Root, "tmp");

    public string Results => Path.Combine(Root, "results");

    /// <summary>What should be gone when the app is. Files of the desktop's libraries, which Chromium loads, are not ours.</summary>
    public IEnumerable<string> Leftovers => Directory.EnumerateFileSystemEntries(Meeting, "ipcapp-*")
        .Concat(Directory.EnumerateFileSystemEntries(Temporary, "ipcapp-*"));

    public static PackagedPlace Make(string root)
    {
        var place = new PackagedPlace(root);
        foreach (var folder in new[] { place.Programs, place.Home, place.Meeting, place.Temporary, place.Results })
        {
            Directory.CreateDirectory(folder);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(folder, Private);
            }
        }

        return place;
    }
}
