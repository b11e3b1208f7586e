using System.Text.Json;
using IpcApp.Template.Tests.Support;

namespace IpcApp.Template.Tests;

/// <summary>What the package's targets add to a build of the app.</summary>
public sealed class BuildTargetTests(TemplateFixture template)
{
    private const string App = "Targets.App";

    [Fact]
    public async Task The_app_gets_the_host_and_its_settings_and_only_the_app()
    {
        var scaffold = await BuiltAsync();

        Assert.True(File.Exists(scaffold.PathOf(".ipcapp", "electron-main", "main.js")));
        Assert.True(File.Exists(scaffold.PathOf(".ipcapp", "chromium-stand-in", "cli.js")));
        using var settings = JsonDocument.Parse(scaffold.Read(".ipcapp/app.json"));
        Assert.Equal("com.example.targetsapp", settings.RootElement.GetProperty("id").GetString());
        Assert.False(settings.RootElement.GetProperty("singleInstance").GetBoolean());
        Assert.Equal(App, settings.RootElement.GetProperty("mainProcess").GetString());
        Assert.Equal(15_000, settings.RootElement.GetProperty("handshakeMs").GetInt32());
        Assert.False(settings.RootElement.GetProperty("diagnostics").GetBoolean());
        using var development = JsonDocument.Parse(File.ReadAllBytes(DevelopmentFile(scaffold)));
        Assert.Equal(scaffold.Folder.Replace('\\', '/'), development.RootElement.GetProperty("root").GetString());

        if (!OperatingSystem.IsWindows())
        {
            var standIn = scaffold.PathOf(".ipcapp", "chromium-stand-in", "dist", "electron");
            Assert.True(File.GetUnixFileMode(standIn).HasFlag(UnixFileMode.UserExecute));
        }

        var tests = await scaffold.DotnetAsync("build", "tests");
        Assert.True(tests.Succeeded, tests.Output);
        Assert.Empty(Directory.EnumerateFiles(scaffold.PathOf("tests"), "ipcapp.dev.json", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_second_build_writes_nothing_and_removes_what_does_not_belong()
    {
        var scaffold = await BuiltAsync();
        var host = scaffold.PathOf(".ipcapp", "electron-main");
        string[] written = [scaffold.PathOf(".ipcapp", "app.json"), Path.Combine(host, "main.js"), DevelopmentFile(scaffold)];
        var times = written.Select(File.GetLastWriteTimeUtc).ToList();
        var stray = Path.Combine(host, "lib", "gone.js");
        await File.WriteAllTextAsync(stray, "", TestContext.Current.CancellationToken);

        var build = await scaffold.BuildAsync();

        Assert.True(build.Succeeded, build.Output);
        Assert.Equal(times, written.Select(File.GetLastWriteTimeUtc));
        Assert.False(File.Exists(stray));
    }

    [Fact]
    public async Task An_app_that_names_the_earlier_folder_is_told_which_file_to_change_and_the_earlier_folder_is_removed()
    {
        var scaffold = await BuiltAsync();
        var package = scaffold.Read("package.json");
        var old = scaffold.PathOf(".ipcapp", "host", "main.js");
        Directory.CreateDirectory(Path.GetDirectoryName(old)!);
        await File.WriteAllTextAsync(old, "", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            scaffold.PathOf("package.json"), package.Replace("/electron-main/", "/host/", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var refused = await scaffold.BuildAsync();

        Assert.False(refused.Succeeded);
        Assert.Contains("error IPC0123: The folder ipcapp/host is now called ipcapp/electron-main. Replace the old name in 'package.json'.", refused.Output,
            StringComparison.Ordinal);
        await File.WriteAllTextAsync(scaffold.PathOf("package.json"), package, TestContext.Current.CancellationToken);
        var build = await scaffold.BuildAsync();
        Assert.True(build.Succeeded, build.Output);
        Assert.False(File.Exists(old));
    }

    [Fact]
    public async Task A_design_time_build_writes_nothing()
    {
        var scaffold = await BuiltAsync();
        Directory.Delete(scaffold.PathOf(".ipcapp"), recursive: true);

        var build = await scaffold.BuildAsync("-p:DesignTimeBuild=true", "-p:IpcAppId=bad");

        Assert.True(build.Succeeded, build.Output);
        Assert.False(Directory.Exists(scaffold.PathOf(".ipcapp")));
        Assert.True((await scaffold.BuildAsync()).Succeeded);
    }

    [Fact]
    public async Task A_published_app_does_not_know_where_it_was_developed()
    {
        var scaffold = await BuiltAsync();

        var publish = await scaffold.DotnetAsync("publish", "MainProcess", "--output", scaffold.PathOf("artifacts", "main-process"));

        Assert.True(publish.Succeeded, publish.Output);
        Assert.True(File.Exists(scaffold.PathOf("artifacts", "main-process", "appsettings.json")));
        Assert.False(File.Exists(scaffold.PathOf("artifacts", "main-process", "ipcapp.dev.json")));
    }

    [Theory]
    [InlineData("IpcAppRoot", "", "IPC0110")]
    [InlineData("IpcAppRoot", "nowhere", "IPC0111")]
    [InlineData("IpcAppId", "", "IPC0112")]
    [InlineData("IpcAppId", "myapp", "IPC0112")]
    [InlineData("IpcAppId", "com.example.my_app", "IPC0112")]
    [InlineData("IpcAppId", "com..example", "IPC0112")]
    [InlineData("IpcAppName", "Say %22hi%22", "IPC0113")]
    [InlineData("IpcAppName", "a\\b", "IPC0113")]
    [InlineData("IpcAppSingleInstance", "maybe", "IPC0114")]
    [InlineData("IpcAppWindows", "tauri", "IPC0116")]
    [InlineData("IpcAppHandshakeMs", "soon", "IPC0115")]
    [InlineData("IpcAppHandshakeMs", "0", "IPC0115")]
    [InlineData("IpcAppDiagnostics", "maybe", "IPC0119")]
    public async Task A_property_that_can_not_be_used_is_one_error(string property, string value, string id)
    {
        var scaffold = await BuiltAsync();

        var check = await scaffold.DotnetAsync(
            "msbuild", scaffold.MainProject, "-target:IpcAppCheckProperties", $"-property:{property}={value}");

        Assert.False(check.Succeeded);
        Assert.Contains($"error {id}: ", check.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { "IpcAppInnerPublish=true" }, "false", false)]
    [InlineData(new[] { "IpcAppInnerPublish=true", "StartupHookSupport=true", "IpcAppDiagnostics=True" }, "true", true)]
    [InlineData(new string[0], "", false)]
    public async Task A_package_is_closed_to_startup_hooks_and_tracers_unless_the_app_opens_it(string[] given, string hooks, bool diagnostics)
    {
        var scaffold = await BuiltAsync();

        var asked = await scaffold.DotnetAsync(
            ["msbuild", scaffold.MainProject, "-target:IpcAppComposeSettings", "-getProperty:StartupHookSupport,_IpcAppSettings",
             .. given.Select(property => $"-property:{property}")]);

        using var printed = JsonDocument.Parse(asked.Output);
        var properties = printed.RootElement.GetProperty("Properties");
        Assert.Equal(hooks, properties.GetProperty("StartupHookSupport").GetString());
        using var settings = JsonDocument.Parse(properties.GetProperty("_IpcAppSettings").GetString()!);
        Assert.Equal(diagnostics, settings.RootElement.GetProperty("diagnostics").GetBoolean());
    }

    [Theory]
    [InlineData("""{ "version": "1.0.0" }""", "1.0.0", null)]
    [InlineData("""{ "version": "1.0.0" }""", "1.0.0+abcdef", null)]
    [InlineData("""{ "name": "without-a-version", "build": { "version": "2.0.0" } }""", "1.0.0", null)]
    [InlineData("""{ "version": "1.0.0" }""", "1.0.1", "1.0.0")]
    [InlineData("""{ "version": "1.0.0" }""", "1.0.1", null, "IpcAppPackageVersion=1.0.1")]
    [InlineData("""{ "version": "1.0.0" }""", "1.0.1", "1.0.2", "IpcAppPackageVersion=1.0.2")]
    [InlineData("""{ "version": "1.0.0" }""", "1.0.1", null, "IpcAppPackage=true")]
    [InlineData("""{ "a": [{ "version": "3.0.0", "x": "}" }], "b": "\"version\": \"4.0.0\"", "version" : "2.0.0-rc.1" }""", "2.0.0", "2.0.0-rc.1")]
    public async Task A_version_that_differs_between_package_json_and_the_project_is_a_warning(
        string package, string project, string? warned, string more = "")
    {
        var scaffold = await BuiltAsync();
        var folder = template.NewFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), package, TestContext.Current.CancellationToken);

        var check = await scaffold.DotnetAsync(
            "msbuild", scaffold.MainProject, "-target:IpcAppCompareVersions", $"-property:Version={project};IpcAppRoot={folder};{more}");

        Assert.True(check.Succeeded, check.Output);
        Assert.Equal(warned is not null, check.Output.Contains("IPC0118", StringComparison.Ordinal));
        Assert.Contains(
            warned is null ? "" : $"package.json : warning IPC0118: The version is '{warned}' in package.json, which names the package, and '{project}' in",
            check.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_app_s_own_build_compares_the_versions()
    {
        var scaffold = await BuiltAsync();

        var build = await scaffold.DotnetAsync(
            "msbuild", scaffold.MainProject, "-target:IpcAppCheckProperties;IpcAppWriteSettings", "-property:Version=1.0.1");

        Assert.True(build.Succeeded, build.Output);
        Assert.Contains("package.json : warning IPC0118: ", build.Output, StringComparison.Ordinal);
        Assert.Contains("Set both to the same", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_publish_profile_says_what_it_lacks_or_what_failed()
    {
        var scaffold = await template.NewScaffoldAsync("Unpackaged");

        var lacking = await scaffold.DotnetAsync("publish", "MainProcess", "-p:PublishProfile=Electron");
        var builder = Directory.CreateDirectory(scaffold.PathOf("node_modules", "electron-builder"));
        await File.WriteAllTextAsync(Path.Combine(builder.FullName, "package.json"), "{}", TestContext.Current.CancellationToken);
        var failing = await scaffold.DotnetAsync("publish", "MainProcess", "-p:PublishProfile=Electron");

        Assert.False(lacking.Succeeded);
        Assert.Contains("error IPC0120: electron-builder is not installed. Run 'npm ci'", lacking.Output, StringComparison.Ordinal);
        Assert.False(failing.Succeeded);
        Assert.Contains("error IPC0121: 'npm run dist' failed with exit code", failing.Output, StringComparison.Ordinal);
    }

    private static string DevelopmentFile(Scaffold scaffold) => Path.Combine(scaffold.Output, "ipcapp.dev.json");

    private async Task<Scaffold> BuiltAsync()
    {
        var scaffold = await template.ScaffoldAsync(App);
        if (!Directory.Exists(scaffold.Output))
        {
            var build = await scaffold.BuildAsync();
            Assert.True(build.Succeeded, build.Output);
        }

        return scaffold;
    }
}
