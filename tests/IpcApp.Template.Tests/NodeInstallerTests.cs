using System.Runtime.Versioning;
using IpcApp.Build;
using IpcApp.Build.Prerequisites;
using IpcApp.Build.Scaffolds;

namespace IpcApp.Template.Tests;

/// <summary>The Node.js that the build tool installs where the machine's own is too old. A script takes npm's place.</summary>
[SupportedOSPlatform("linux")]
[SupportedOSPlatform("macos")]
public sealed class NodeInstallerTests : IDisposable
{
    private const string OldNode = "v20.20.2";

    /// <summary>Writes down that it was called, and makes of the last argument what npm would: the package with its executable.</summary>
    private const string Installing = """
        echo "$*" >> "$0.calls"
        while [ "$1" != --prefix ]; do shift; done; prefix=$2
        while [ $# -gt 1 ]; do shift; done; bin="$prefix/node_modules/${1%@*}/bin"
        mkdir -p "$bin"; printf '#!/bin/sh\necho v%s\n' "${1#*@}" > "$bin/node"; chmod +x "$bin/node"
        """;

    private readonly TemporaryFolder _folder = new();

    private string Folder => _folder.PathOf("tools", "node");

    private string Npm => _folder.PathOf("npm");

    private string Program => Path.Combine(InstalledNode.ProgramsIn(Folder), "node");

    private string[] Calls => File.Exists(Npm + ".calls") ? File.ReadAllLines(Npm + ".calls") : [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Installs_the_package_of_this_platform_without_running_its_scripts()
    {
        await Installer(Installing).InstallAsync();

        Assert.Equal($"v{InstalledNode.Version}", InstalledNode.Ask(Program));
        Assert.Contains("--ignore-scripts", Assert.Single(Calls), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Folder + ".partial"));
    }

    [Fact]
    public async Task Builds_at_the_same_time_install_it_once()
    {
        var installer = Installer("sleep 0.5\n" + Installing);

        await Task.WhenAll(installer.InstallAsync(), Installer().InstallAsync(), Installer().InstallAsync());

        Assert.Single(Calls);
        Assert.Equal($"v{InstalledNode.Version}", InstalledNode.Ask(Program));
    }

    [Fact]
    public async Task Replaces_what_an_interrupted_build_has_left()
    {
        Directory.CreateDirectory(Path.Combine(Folder + ".partial", "node_modules"));
        await File.WriteAllTextAsync(Folder + ".lock", "", Cancellation);

        await Installer(Installing).InstallAsync();

        Assert.Equal($"v{InstalledNode.Version}", InstalledNode.Ask(Program));
    }

    [Theory]
    [InlineData(null, "'node' was not found on the PATH.")]
    [InlineData(OldNode, "the 'node' on the PATH is v20.20.2.")]
    public async Task Without_npm_says_what_is_needed(string? found, string problem)
    {
        var installer = new NodeInstaller(Folder, found, _folder.PathOf("missing"));

        var error = await Assert.ThrowsAsync<BuildException>(installer.InstallAsync);

        Assert.StartsWith($"Node.js 22.12 or later is needed, and {problem} Install it with npm", error.Message, StringComparison.Ordinal);
        Assert.Single(error.Message.Split('\n'));
        Assert.False(Directory.Exists(Folder));
    }

    [Theory]
    [InlineData("echo 'npm error code ENOTFOUND'; exit 1")]
    [InlineData("echo 'npm error code ENOTFOUND'")]
    public async Task Shows_what_npm_said_when_it_fails_and_tries_again_the_next_time(string failing)
    {
        var error = await Assert.ThrowsAsync<BuildException>(Installer(failing).InstallAsync);

        Assert.Contains("npm error code ENOTFOUND", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Folder));

        await Installer(Installing).InstallAsync();
        Assert.True(File.Exists(Program));
    }

    [Fact]
    public void Is_found_from_the_folder_of_a_test_project_once_it_is_installed()
    {
        var root = _folder.PathOf("clone");
        var tests = Path.Combine(root, "tests", "bin");
        Assert.Null(InstalledNode.Find(tests));

        Directory.CreateDirectory(InstalledNode.FolderIn(root));

        Assert.Equal(InstalledNode.FolderIn(root), InstalledNode.Find(tests));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("not a version", false)]
    [InlineData(OldNode, false)]
    [InlineData("v22.11.0", false)]
    [InlineData("v22.12.0\n", true)]
    [InlineData("v24.0.0-nightly", true)]
    public void Is_needed_where_the_PATH_has_none_that_is_new_enough(string? printed, bool isNewEnough)
        => Assert.Equal(isNewEnough, InstalledNode.IsNewEnough(printed));

    public void Dispose() => _folder.Dispose();

    private NodeInstaller Installer(string? script = null)
    {
        if (script is not null)
        {
            WriteProgram(Npm, script);
        }

        return new NodeInstaller(Folder, OldNode, Npm);
    }

    private static void WriteProgram(string file, string script)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
