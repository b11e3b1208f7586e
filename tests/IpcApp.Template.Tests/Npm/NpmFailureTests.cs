using System.Runtime.Versioning;
using IpcApp.Build.Processes;

namespace IpcApp.Template.Tests.Npm;

/// <summary>What a build says when Node.js or npm cannot do their part: one error, with the way out.</summary>
[SupportedOSPlatform("linux")]
[Collection(typeof(NpmCollection))]
[Trait("Part", "npm")]
public sealed class NpmFailureTests(NpmApp app)
{
    private const string WithoutNpm = "-p:NpmRestore=false";

    [Fact]
    public async Task Without_Node()
    {
        var error = Error("IPC0101", await app.RestoreAsync(app.Reset().WithoutNode()));

        Assert.Contains("package.json : error", error, StringComparison.Ordinal);
        Assert.Contains("'node' was not found on the PATH. Install Node.js 22.12 or later", error, StringComparison.Ordinal);
        Assert.Contains(WithoutNpm, error, StringComparison.Ordinal);
        Assert.Contains("[" + app.Scaffold.MainProject + "]", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_Node_but_without_npm()
    {
        var error = Error("IPC0101", await app.RestoreAsync(app.Reset().WithoutNode().WithNode("v22.12.0")));

        Assert.Contains("npm, which comes with Node.js, was not found", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v20.20.2")]
    [InlineData("v22.11.0")]
    [InlineData("v22.12.0", false)]
    [InlineData("v23.0.0-pre", false)]
    public async Task A_Node_that_is_too_old(string version, bool isTooOld = true)
    {
        var tools = app.Reset().WithNode(version).WithNpm("exit 0");

        var build = await app.RestoreAsync(tools);

        Assert.Equal(isTooOld ? 0 : 1, tools.NpmCalls.Length);
        if (isTooOld)
        {
            var error = Error("IPC0102", build);
            Assert.Contains($"Node.js 22.12 or later is needed, and the 'node' on the PATH is {version}.", error, StringComparison.Ordinal);
            Assert.Contains(WithoutNpm, error, StringComparison.Ordinal);
        }
        else
        {
            Assert.True(build.Succeeded, build.Output);
        }
    }

    [Fact]
    public async Task A_lock_file_that_is_out_of_step_until_npm_install()
    {
        var tools = app.Reset();
        await app.RestoreAsync(tools);
        app.Write("package.json", NpmApp.TwoPackages);

        var error = Error("IPC0103", await app.RestoreAsync(tools));
        Error("IPC0103", await app.RestoreAsync(tools));
        await app.RunNpmAsync("install");
        var mended = await app.RestoreAsync(tools);

        Assert.Contains("package-lock.json : error", error, StringComparison.Ordinal);
        Assert.Contains("(Missing: second@1.0.0 from lock file). Run 'npm install'", error, StringComparison.Ordinal);
        Assert.True(mended.Succeeded, mended.Output);
        Assert.Equal(3, tools.NpmCalls.Length);
    }

    [Theory]
    [InlineData("loglevel=silent")]
    [InlineData("color=always")]
    public async Task A_setting_of_npm_does_not_hide_what_it_says(string setting)
    {
        var tools = app.Reset();
        app.Write(".npmrc", setting);
        app.Write("package.json", NpmApp.TwoPackages);

        Error("IPC0103", await app.RestoreAsync(tools));
    }

    [Fact]
    public async Task Another_failure_with_the_last_that_npm_said_and_again_until_it_works()
    {
        var tools = app.Reset();

        // It fails late, in a script of the app, when everything is installed.
        tools.WithNpm("""
            mkdir -p node_modules; echo '{}' > node_modules/.package-lock.json; echo 'npm warn of little weight' >&2
            for line in 1 2 3 4 5 6 7 8 9 10 11 12 13; do echo "npm error line $line; with 'signs' (and more)" >&2; done; exit 28
            """);
        var failed = await app.RestoreAsync(tools);
        tools.WithNpm("exit 0");
        var next = await app.RestoreAsync(tools);

        Assert.False(failed.Succeeded);
        Assert.Contains("error IPC0104: 'npm ci' failed with exit code 28.", failed.Output, StringComparison.Ordinal);
        Assert.Contains("npm error line 13; with 'signs' (and more)", failed.Output, StringComparison.Ordinal);
        Assert.Contains("npm error line 2; ", failed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("npm error line 1; ", failed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("npm warn", failed.Output, StringComparison.Ordinal);
        Assert.True(next.Succeeded, next.Output);
        Assert.Equal(2, tools.NpmCalls.Length);
    }

    [Theory]
    [InlineData(null, "error IPC0101: Node.js is needed, and 'node' was not found on the PATH.")]
    [InlineData("v22.11.0", "error IPC0102: Node.js 22.12 or later is needed, and the 'node' on the PATH is v22.11.0.")]
    [InlineData("v22.12.0", "error IPC0121: ")]
    public async Task Packaging_needs_Node(string? version, string expected)
    {
        var tools = app.Reset().WithoutNode();
        Directory.CreateDirectory(app.Scaffold.PathOf("node_modules", "electron-builder"));
        app.Write("node_modules/electron-builder/package.json", "{}");
        tools = version is null ? tools : tools.WithNode(version).WithNpm("exit 1");

        var build = await app.DotnetAsync(
            tools, "msbuild", app.Scaffold.MainProject, "-target:IpcAppCheckProperties;IpcAppPackage", "-property:IpcAppPackage=true");

        Assert.False(build.Succeeded);
        Assert.Contains(expected, build.Output, StringComparison.Ordinal);
        Assert.Equal(version == "v22.12.0" ? ["run dist"] : [], tools.NpmCalls);
        Assert.DoesNotContain(WithoutNpm, build.Output, StringComparison.Ordinal);
    }

    /// <summary>The only one that there is.</summary>
    private static string Error(string id, CommandResult build)
    {
        Assert.False(build.Succeeded);
        var error = Assert.Single(build.Output.Split('\n'), line => line.Contains("error ", StringComparison.Ordinal));
        Assert.Contains($"error {id}: ", error, StringComparison.Ordinal);
        return error;
    }
}
