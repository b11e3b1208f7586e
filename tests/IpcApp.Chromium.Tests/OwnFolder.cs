namespace IpcApp.Chromium.Tests;

/// <summary>
/// A folder that is all that the processes of a test know of the machine: their temporary and their runtime directory, and their settings.
/// </summary>
internal sealed class OwnFolder : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("ipcapp-test-");

    public OwnFolder()
    {
        foreach (var name in new[] { "tmp", "config" })
        {
            _root.CreateSubdirectory(name);
        }
    }

    public string Root => _root.FullName;

    public string Temporary => Path.Combine(Root, "tmp");

    /// <summary>What .NET itself leaves of a process that was killed: its diagnostics ports.</summary>
    private static bool IsOfRuntime(string name)
        => name.StartsWith("clr-debug-pipe-", StringComparison.Ordinal) || name.StartsWith("dotnet-diagnostic-", StringComparison.Ordinal);

    /// <summary>The environment of a process that uses this folder.</summary>
    /// <param name="more">Other variables.</param>
    public IReadOnlyDictionary<string, string?> Environment(IReadOnlyDictionary<string, string?> more) => new Dictionary<string, string?>(more)
    {
        ["TMPDIR"] = Temporary,
        ["XDG_RUNTIME_DIR"] = null,
        ["XDG_CONFIG_HOME"] = Path.Combine(Root, "config"),
    };

    /// <summary>Waits until the temporary directory is empty but for what .NET leaves there.</summary>
    /// <param name="mayStay">The names that may stay; null for none.</param>
    public async Task AssertNothingIsLeftAsync(Func<string, bool>? mayStay = null)
    {
        var until = DateTime.UtcNow.AddSeconds(10);
        while (Left(mayStay).Length > 0 && DateTime.UtcNow < until)
        {
            await Task.Delay(20);
        }

        Assert.Empty(Left(mayStay));
    }

    /// <summary>What is in the temporary directory that should not stay there.</summary>
    /// <param name="mayStay">The names that may stay; null for none.</param>
    public string[] Left(Func<string, bool>? mayStay = null) =>
    [
        .. Directory.EnumerateFileSystemEntries(Temporary)
            .Select(entry => Path.GetFileName(entry))
            .Where(name => !IsOfRuntime(name) && mayStay?.Invoke(name) != true),
    ];

    public void Dispose() => _root.Delete(recursive: true);
}
