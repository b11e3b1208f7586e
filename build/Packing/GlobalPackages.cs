namespace IpcApp.Build.Packing;

/// <summary>NuGet's own store of unpacked packages. A version that only a demo or a test restored is of no use to anyone later.</summary>
internal static class GlobalPackages
{
    private static readonly string[] Ids = ["ipcapp", "ipcapp.testing"];

    public static void Remove(string version)
    {
        foreach (var folder in Ids.Select(id => Path.Combine(Root, id, version)).Where(Directory.Exists))
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A build server may still hold the generator on Windows. Nothing depends on its removal.
            }
        }
    }

    private static string Root => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } chosen
        ? chosen
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
