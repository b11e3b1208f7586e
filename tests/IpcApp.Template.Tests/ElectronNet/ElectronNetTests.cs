using System.Runtime.InteropServices;
using System.Text.Json;
using IpcApp.Template.Tests.Support;

namespace IpcApp.Template.Tests.ElectronNet;

/// <summary>
/// <c>--windows electronnet</c>, where Electron.NET's package cannot be had: the files, and the C# compiled against a stand-in. With the
/// package see <see cref="ElectronNetPackageTests"/>.
/// </summary>
[Trait("Part", "npm")]
public sealed class ElectronNetTests(TemplateFixture template)
{
    private const string Name = "Net.App";
    private static readonly string[] Options = ["--windows", "electronnet"];

    [Fact]
    public async Task No_trace_of_the_other_choice_is_left_in_either()
    {
        var standard = await template.ScaffoldAsync("My.App");
        var scaffold = await template.NewScaffoldAsync("My \"App\"", Options);

        Assert.All(standard.TextFiles, file => Assert.DoesNotContain("electronnet", standard.Read(file), StringComparison.OrdinalIgnoreCase));
        Assert.All(scaffold.TextFiles, file =>
        {
            var text = scaffold.Read(file);
            Assert.DoesNotContain("SampleApp", text, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"npm run|npm ci|electron-builder\.yml|main\.cjs|IpcAppBuildWithoutNpm", text);
        });
        Assert.Contains("Title = \"My \\\"App\\\"\"", scaffold.Read("MainProcess/ElectronNetLauncher.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(3, "--empty")]
    public async Task It_builds_against_a_stand_in_and_its_tests_pass_without_Electron_NET_and_Electron_NET_gets_its_files(
        int expected, params string[] others)
    {
        var scaffold = await template.NewScaffoldAsync(Name, [.. Options, .. others]);
        StandIn.TakeThePlaceOfElectronNet(template.Repository, scaffold);

        var build = await scaffold.DotnetAsync("build", "tests", "-warnaserror");
        Assert.True(build.Succeeded, build.Output);
        var tests = await scaffold.DotnetAsync("test", "tests", "--no-build");
        Assert.True(tests.Succeeded, tests.Output);
        Assert.Matches($@"total: {expected}\s+failed: 0\s+succeeded: {expected}\b", tests.Output);
        if (others.Length > 0)
        {
            return; // what is looked at below is the same
        }

        var output = Path.Combine(scaffold.Output, RuntimeInformation.RuntimeIdentifier);
        AssertElectronFolder(scaffold, output);
        Assert.Equal(scaffold.PathOf(".ipcapp", "electron-main", "ipc.d.ts"), Assert.Single(Directory.EnumerateFiles(scaffold.PathOf(".ipcapp"), "*", SearchOption.AllDirectories)));
        var developed = Pages(output);
        Assert.Equal(scaffold.PathOf("wwwroot").Replace('\\', '/'), developed);
        Assert.False(Directory.Exists(Path.Combine(output, ".electron", "ipcapp", "wwwroot")));

        var published = scaffold.PathOf("publish");
        var publish = await scaffold.DotnetAsync("publish", "MainProcess", "--output", published);
        Assert.True(publish.Succeeded, publish.Output);
        AssertElectronFolder(scaffold, published);
        Assert.Equal("wwwroot", Pages(published));
        Assert.Equal(
            Directory.EnumerateFiles(scaffold.PathOf("wwwroot")).Select(Path.GetFileName).Order(),
            Directory.EnumerateFiles(Path.Combine(published, ".electron", "ipcapp", "wwwroot")).Select(Path.GetFileName).Order());
        Assert.True(File.Exists(Path.Combine(published, "Assets", "tray.png")));

        var withoutWindow = await scaffold.DotnetAsync("run", "--no-build", "--project", "MainProcess", "--launch-profile", "No window", "--", "doctor");
        Assert.Contains("without window: yes.", withoutWindow.Output, StringComparison.Ordinal);

        var native = await scaffold.BuildAsync("-p:PublishAot=true", "--no-restore");
        Assert.Contains("error IPC0117: PublishAot is true, but Electron.NET does not run as native code.", native.Output, StringComparison.Ordinal);
    }

    private static void AssertElectronFolder(Scaffold scaffold, string output)
    {
        var electron = Path.Combine(output, ".electron");
        Assert.Equal(scaffold.Read("electron/custom_main.js"), File.ReadAllText(Path.Combine(electron, "custom_main.js")));
        Assert.True(File.Exists(Path.Combine(electron, "ipcapp", "electron-main", "plug-in", "index.js")));
        Assert.True(File.Exists(Path.Combine(electron, "ipcapp", "electron-main", "lib", "host.js")));
        Assert.True(File.Exists(Path.Combine(electron, "ipcapp", "electron-main", "preload.js")));
    }

    private static string? Pages(string output)
    {
        using var settings = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(output, ".electron", "ipcapp", "app.json")));
        Assert.Equal("com.example.netapp", settings.RootElement.GetProperty("id").GetString());
        return settings.RootElement.GetProperty("wwwroot").GetString();
    }
}
