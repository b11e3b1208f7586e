using IpcApp.Template.Tests.Support;

namespace IpcApp.Template.Tests.ElectronNet;

/// <summary><c>--windows electronnet</c> with Electron.NET's own package and build, where a feed has them.</summary>
[Trait("Part", "npm")]
public sealed class ElectronNetPackageTests(TemplateFixture template)
{
    private const string NotRun = "not run: ElectronNET.Core is on no feed";

    [Fact]
    public async Task It_builds_with_the_package_and_its_tests_pass()
    {
        var scaffold = await template.NewScaffoldAsync("Real.App", "--windows", "electronnet");
        var restore = await scaffold.DotnetAsync("restore", "tests");
        Assert.SkipWhen(IsUnknown(restore.Output), NotRun);
        Assert.True(restore.Succeeded, restore.Output);

        var build = await scaffold.DotnetAsync("build", "tests", "-warnaserror");
        Assert.True(build.Succeeded, build.Output);
        var tests = await scaffold.DotnetAsync("test", "tests", "--no-build");
        Assert.True(tests.Succeeded, tests.Output);

        var electron = Assert.Single(Directory.EnumerateDirectories(scaffold.PathOf("MainProcess", "bin"), ".electron", SearchOption.AllDirectories));
        Assert.True(File.Exists(Path.Combine(electron, "main.js")), "Electron.NET's own main script is not in its folder.");
        Assert.True(File.Exists(Path.Combine(electron, "ipcapp", "electron-main", "plug-in", "index.js")));
        Assert.Equal(scaffold.Read("electron/custom_main.js"), File.ReadAllText(Path.Combine(electron, "custom_main.js")));
    }

    /// <summary>Feeds have answered, and none has it in that version. A feed that does not answer is another matter.</summary>
    private static bool IsUnknown(string output)
        => output.Contains("ElectronNET.Core", StringComparison.Ordinal)
            && (output.Contains("error NU1101", StringComparison.Ordinal) || output.Contains("error NU1102", StringComparison.Ordinal));
}
