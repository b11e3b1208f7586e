using System.Runtime.Versioning;
using IpcApp.Build.Processes;
using IpcApp.Template.Tests.Support;

namespace IpcApp.Template.Tests.Packaging;

/// <summary>What packaging lacks is one line, before .NET is published and without the stack of a script.</summary>
[SupportedOSPlatform("linux")]
[Collection(typeof(PackagedAppCollection))]
[Trait("Part", "packaging")]
public sealed class FailureTests(PackagingFixture packaging)
{
    private const string NoNetwork = "http://127.0.0.1:1/";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_its_npm_packages()
    {
        var app = await packaging.Template.NewScaffoldAsync("Unpackaged");

        AssertFails(await DistAsync(app), "error IPC0120: electron-builder is not installed. Run 'npm ci' in the app's folder.", app);
    }

    [Fact]
    public async Task With_npm_packages_that_are_out_of_step()
    {
        var app = await CreateAsync();
        var package = app.Read("package.json");

        await WriteAsync(app, "package.json", package.Replace("\"electron\": \"", "\"electron\": \"1", StringComparison.Ordinal));
        AssertFails(await DistAsync(app), "error IPC0133: package-lock.json does not fit the devDependencies of package.json. Run 'npm install'", app);

        await WriteAsync(app, "package.json", package);
        var locked = app.Read("package-lock.json");
        await WriteAsync(app, "package-lock.json", ReplaceFirst(locked, "\"version\": \"3.4.1\"", "\"version\": \"3.4.2\""));
        AssertFails(await DistAsync(app), "is not installed as package-lock.json says. Run 'npm ci' in the app's folder.", app);
    }

    [Fact]
    public async Task With_a_Node_that_is_too_old()
    {
        var app = await CreateAsync();
        await WriteAsync(app, "package.json", app.Read("package.json").Replace(">=22.12", ">=99.1", StringComparison.Ordinal));

        var dist = await DistAsync(app);

        AssertFails(dist, "error IPC0102: Node.js 99.1 or later is needed, and the 'node' on the PATH is v", app);
        Assert.Contains("Install Node.js 99.1 or later, with npm", dist.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_SDK()
    {
        var app = await CreateAsync();

        AssertFails(
            await DistAsync(app, ("DOTNET_HOST_PATH", "/nowhere/dotnet")),
            "error IPC0130: A .NET SDK is needed, and 'dotnet' was not found on the PATH. Install one, and start the terminal or IDE again.",
            app);
    }

    [Fact]
    public async Task With_an_SDK_that_the_app_does_not_allow()
    {
        var app = await CreateAsync();
        await WriteAsync(app, "global.json", """{ "sdk": { "version": "99.0.100", "rollForward": "disable" } }""");

        AssertFails(await DistAsync(app), "error IPC0130: A .NET SDK is needed, and 'dotnet' finds none that global.json in the app's folder allows.", app);
    }

    [Fact]
    public async Task Without_a_network_to_get_Electron_from()
    {
        var app = await CreateAsync();
        var cache = packaging.Template.NewFolder();

        var dist = await DistAsync(app, ("ELECTRON_MIRROR", NoNetwork), ("electron_config_cache", cache), ("XDG_CACHE_HOME", cache));

        AssertFails(dist, $"IPC0122: Electron 45.5.0 for linux-x64 has to be downloaded, and {NoNetwork}v45.5.0/electron-v45.5.0-linux-x64.zip", app);
        Assert.Contains("cannot be reached (ECONNREFUSED). Connect to the network, or set electronDist", dist.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_Electron_that_is_named()
    {
        var app = await CreateAsync();

        AssertFails(
            await DistAsync(app, ["-c.electronDist=gone"]), $"IPC0122: electronDist is '{app.PathOf("gone")}', which does not exist.", app);
    }

    [Fact]
    public async Task With_a_program_that_does_not_build()
    {
        var app = await CreateAsync();
        await WriteAsync(
            app, "Directory.Build.targets", """<Project><Target Name="Stop" BeforeTargets="Restore"><Error Text="Stopped." /></Target></Project>""");

        var dist = await DistAsync(app, [$"-c.electronDist={await packaging.DistributionAsync("linux")}"]);

        AssertFails(dist, "failed: exit code 1", app);
        Assert.Contains("error : Stopped.", dist.Output, StringComparison.Ordinal);
    }

    /// <summary>An app that borrows the npm packages.</summary>
    private async Task<Scaffold> CreateAsync()
    {
        var app = await packaging.Template.NewScaffoldAsync("Unpackaged");
        Directory.CreateSymbolicLink(app.PathOf("node_modules"), (await packaging.AppAsync()).PathOf("node_modules"));
        return app;
    }

    private static void AssertFails(CommandResult dist, string expected, Scaffold app)
    {
        Assert.False(dist.Succeeded);
        Assert.NotNull(dist.ExitCode);
        Assert.Single(dist.Output.Split('\n'), line => line.Contains(expected, StringComparison.Ordinal));
        Assert.DoesNotContain("    at ", dist.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("stackTrace", dist.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(app.PathOf("artifacts", "main-process")), "it was published");
    }

    private static Task<CommandResult> DistAsync(Scaffold app, params (string Name, string Value)[] environment) => DistAsync(app, [], environment);

    private static Task<CommandResult> DistAsync(Scaffold app, string[] arguments, params (string Name, string Value)[] environment)
        => CommandRunner.TryRunAsync(new Command("npm", ["run", "dist:dir", "--", "--linux", "--x64", .. arguments])
        {
            Folder = app.Folder,
            Environment = environment.ToDictionary(variable => variable.Name, variable => (string?)variable.Value),
        });

    private static Task WriteAsync(Scaffold app, string file, string text) => File.WriteAllTextAsync(app.PathOf(file.Split('/')), text, Cancellation);

    private static string ReplaceFirst(string text, string old, string @new)
        => text.IndexOf(old, StringComparison.Ordinal) is var at and >= 0
            ? text[..at] + @new + text[(at + old.Length)..]
            : throw new InvalidOperationException($"'{old}' is not in the file.");
}
