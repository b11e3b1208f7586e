using System.Diagnostics;
using System.Net;
using System.Runtime.Versioning;
using System.Text.Json;

namespace IpcApp.Template.Tests.Npm;

/// <summary>When a build runs npm, and when not.</summary>
[SupportedOSPlatform("linux")]
[Collection(typeof(NpmCollection))]
[Trait("Part", "npm")]
public sealed class NpmTests(NpmApp app)
{
    private const string Lock = ".ipcapp/npm.lock";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_build_installs_what_is_missing_and_the_next_one_has_nothing_to_do()
    {
        var tools = app.Reset();

        var first = await app.RestoreAsync(tools);
        var second = await app.RestoreAsync(tools);

        Assert.True(first.Succeeded, first.Output);
        Assert.True(File.Exists(app.Scaffold.PathOf("node_modules", "first", "package.json")));
        Assert.Single(first.Output.Split('\n'), line => line.Contains(NpmApp.Restoring, StringComparison.Ordinal));
        Assert.DoesNotContain("added 1 package", first.Output, StringComparison.Ordinal);
        Assert.True(second.Succeeded, second.Output);
        Assert.DoesNotContain(NpmApp.Restoring, second.Output, StringComparison.Ordinal);
        Assert.StartsWith("ci ", Assert.Single(tools.NpmCalls), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("package.json")]
    [InlineData("package-lock.json")]
    public async Task A_change_is_installed(string file)
    {
        var tools = app.Reset();
        await app.RestoreAsync(tools);
        app.Write(file, app.Scaffold.Read(file));

        var build = await app.RestoreAsync(tools);

        Assert.True(build.Succeeded, build.Output);
        Assert.Equal(2, tools.NpmCalls.Length);
    }

    [Theory]
    [InlineData("ci")]
    [InlineData("install")]
    [InlineData("install", "--save-dev", "./second")]
    public async Task Who_ran_npm_by_hand_does_not_get_it_again(params string[] arguments)
    {
        var tools = app.Reset();
        await app.RunNpmAsync(arguments);

        var build = await app.RestoreAsync(tools);

        Assert.True(build.Succeeded, build.Output);
        Assert.Empty(tools.NpmCalls);
    }

    [Fact]
    public async Task Development_dependencies_are_installed_on_a_machine_for_production_too()
    {
        var tools = app.Reset().WithNpm("""NODE_ENV=production; export NODE_ENV; PATH="${PATH#*:}"; npm "$@" """);

        var build = await app.RestoreAsync(tools);

        Assert.True(build.Succeeded, build.Output);
        Assert.True(File.Exists(app.Scaffold.PathOf("node_modules", "first", "package.json")));
    }

    [Fact]
    public async Task An_app_that_needs_no_packages_asks_npm_once()
    {
        var tools = app.Reset(NpmApp.NoPackages, NpmApp.NoPackagesLock);

        await app.RestoreAsync(tools);
        var second = await app.RestoreAsync(tools);
        await app.RunNpmAsync("install", "--save-dev", "./first");

        Assert.True(second.Succeeded, second.Output);
        Assert.Single(tools.NpmCalls);
        Assert.True(File.Exists(app.Scaffold.PathOf("node_modules", "first", "package.json")));
    }

    [Theory]
    [InlineData("-property:NpmRestore=false")]
    [InlineData("-property:DesignTimeBuild=true")]
    [InlineData("-property:IpcAppInnerPublish=true")]
    public async Task It_is_left_out_and_nothing_of_Node_is_needed(string property)
    {
        var build = await app.RestoreAsync(app.Reset().WithoutNode(), property);

        Assert.True(build.Succeeded, build.Output);
    }

    [Fact]
    public async Task An_app_of_another_package_manager_is_left_alone()
    {
        var tools = app.Reset().WithoutNode();
        File.Delete(app.Scaffold.PathOf("package-lock.json"));

        var build = await app.RestoreAsync(tools);

        Assert.True(build.Succeeded, build.Output);
    }

    [Fact]
    public async Task Builds_at_the_same_time_ask_npm_once()
    {
        // It fails, so the second is not spared by what the first has installed.
        var tools = app.Reset().WithNpm("echo 'npm error of a stand-in'; exit 1");
        app.Write("second/both.proj", $"""
            <Project>
              <ItemGroup>
                <App Include="{app.Scaffold.MainProject}" AdditionalProperties="Configuration=Debug" />
                <App Include="{app.Scaffold.MainProject}" AdditionalProperties="Configuration=Release;TargetFramework=net10.0" />
              </ItemGroup>
              <Target Name="Both">
                <MSBuild Projects="@(App)" Targets="IpcAppNpmRestore" BuildInParallel="true" ContinueOnError="true" />
              </Target>
            </Project>
            """);

        var both = app.Scaffold.PathOf("second", "both.proj");
        var build = await app.DotnetAsync(
            tools, "msbuild", both, "-maxCpuCount:2", "-property:NpmRestore=true", "-consoleLoggerParameters:NoSummary");

        Assert.Equal(2, build.Output.Split("error IPC0104: npm error of a stand-in").Length - 1);
        Assert.Single(tools.NpmCalls);
    }

    [Fact]
    public async Task A_build_waits_for_the_npm_of_another_and_does_not_repeat_it()
    {
        var tools = app.Reset();
        app.Write(Lock, $"{Dns.GetHostName()} {Environment.ProcessId}");
        var start = new ProcessStartInfo("node", [app.Script]) { WorkingDirectory = app.Scaffold.Folder, RedirectStandardError = true };
        start.Environment["PATH"] = tools.Value;
        using var waiting = Process.Start(start)!;

        Assert.Equal(
            $"  Waiting for the npm of another build ({app.Scaffold.PathOf(Lock.Split('/'))}).", await waiting.StandardError.ReadLineAsync(Cancellation));
        Directory.CreateDirectory(app.Scaffold.PathOf("node_modules"));
        File.WriteAllText(app.Installed, "{}");
        File.Delete(app.Scaffold.PathOf(Lock.Split('/')));
        await waiting.WaitForExitAsync(Cancellation);

        Assert.Equal(0, waiting.ExitCode);
        Assert.Empty(tools.NpmCalls);
    }

    [Fact]
    public async Task A_build_that_was_killed_holds_up_no_other()
    {
        var tools = app.Reset();
        using var killed = Process.Start("true");
        await killed.WaitForExitAsync(Cancellation);
        app.Write(Lock, $"{Dns.GetHostName()} {killed.Id}");

        var build = await app.RestoreAsync(tools);

        Assert.True(build.Succeeded, build.Output);
        Assert.Single(tools.NpmCalls);
        Assert.False(File.Exists(app.Scaffold.PathOf(Lock.Split('/'))));
    }

    [Fact]
    public async Task Tests_are_built_without_Node_and_the_app_s_own_build_asks_for_it()
    {
        var tools = app.Reset().WithoutNode();

        var tests = await app.DotnetAsync(tools, "build", "tests", "-property:NpmRestore=true");
        var all = await app.DotnetAsync(tools, "build", "-property:NpmRestore=true");

        Assert.True(tests.Succeeded, tests.Output);
        Assert.True(File.Exists(Path.Combine(app.Scaffold.Output, "Npm.App.dll")));
        Assert.False(all.Succeeded);
        Assert.Contains("error IPC0101: ", all.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Visual_Studio_is_told_when_there_is_something_to_do()
    {
        var tools = app.Reset();

        var asked = await app.DotnetAsync(
            tools, "msbuild", app.Scaffold.MainProject, "-property:NpmRestore=true", "-getItem:UpToDateCheckInput,UpToDateCheckOutput");

        using var items = JsonDocument.Parse(asked.Output);
        Assert.Equal(["package.json", "package-lock.json"], Named("UpToDateCheckInput"));
        Assert.Equal([".package-lock.json"], Named("UpToDateCheckOutput"));

        IEnumerable<string> Named(string kind) => items.RootElement.GetProperty("Items").GetProperty(kind).EnumerateArray()
            .Where(item => item.TryGetProperty("Set", out var set) && set.GetString() == "IpcAppNpm")
            .Select(item => Path.GetFileName(item.GetProperty("Identity").GetString()!));
    }
}
