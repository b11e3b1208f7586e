using IpcApp.Build.Processes;

namespace IpcApp.Template.Tests.Packaging;

/// <summary>
/// A deb on this machine. On a machine for tests (CI=true, as root) it is installed, and purged in the end; on a developer's it is only
/// unpacked, to the same layout below another root.
/// </summary>
internal sealed class InstalledDeb : IAsyncDisposable
{
    private readonly bool _isInstalled;

    private InstalledDeb(string program, bool isInstalled)
    {
        Program = program;
        _isInstalled = isInstalled;
    }

    /// <summary>What a person would start.</summary>
    public string Program { get; }

    private static bool MayInstall
        => Environment.IsPrivilegedProcess && string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    public static async Task<InstalledDeb> InstallAsync(string deb, string root)
    {
        if (!MayInstall)
        {
            await CommandRunner.RunAsync(new Command("dpkg-deb", "--extract", deb, root));
            return new InstalledDeb(Path.Combine(root, "opt", PackagingFixture.Name, PackagingFixture.NpmName), isInstalled: false);
        }

        // Electron's own libraries are none of the stand-in's, and need not be there.
        await CommandRunner.RunAsync(new Command("dpkg", "--install", "--force-depends", deb));
        return new InstalledDeb($"/usr/bin/{PackagingFixture.NpmName}", isInstalled: true);
    }

    public async ValueTask DisposeAsync()
    {
        if (_isInstalled)
        {
            await CommandRunner.RunAsync(new Command("dpkg", "--purge", PackagingFixture.NpmName));
            Assert.False(Directory.Exists($"/opt/{PackagingFixture.Name}"));
            Assert.False(File.Exists(Program));
        }
    }
}
