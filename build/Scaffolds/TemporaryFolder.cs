namespace IpcApp.Build.Scaffolds;

/// <summary>A folder outside the clone, whose settings must not reach into a scaffold. Removed in the end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("ipcapp-build-").FullName;

    public string PathOf(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A build server may still hold a file on Windows; the system's own clean-up gets it.
        }
    }
}
