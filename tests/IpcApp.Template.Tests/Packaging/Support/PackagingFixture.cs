using IpcApp.Build.Processes;
using IpcApp.Template.Tests.Support;

namespace IpcApp.Template.Tests.Packaging;

/// <summary>
/// An app from the template, packaged once for each platform, when the first test asks for it. Stand-ins take the place of Electron's
/// distributions, and of the program that electron-builder would download to make a deb. The page is operated by the demo's driver.
/// </summary>
public sealed class PackagingFixture(TemplateFixture template)
{
    /// <summary>A name with a space: paths, menus and the namespace have to cope.</summary>
    internal const string Name = "Packaging Probe";

    /// <summary>The same as npm, Debian and the shell know it.</summary>
    internal const string NpmName = "packaging-probe";

    /// <summary>Of the packaged .NET, given to whatever packages.</summary>
    internal const string Version = "2.3.4-given";

    /// <summary>The same.</summary>
    internal const string Product = "Given Product";

    private readonly Dictionary<string, Task<string>> _built = [];
    private Task<Scaffold>? _app;

    internal TemplateFixture Template { get; } = template;

    /// <summary>The app with its npm packages, not built yet.</summary>
    internal Task<Scaffold> AppAsync() => _app ??= CreateWithPackagesAsync();

    /// <summary>The folder with the packages for Linux: <c>linux-unpacked</c> and the deb. Made by the publish profile.</summary>
    internal Task<string> LinuxAsync() => Once("linux", async () =>
    {
        var app = await AppAsync();
        await PublishAsync(app, $"--linux dir deb --x64 -c.electronDist={await DistributionAsync("linux")}");
        return app.PathOf("dist");
    });

    /// <summary>The app's folder for Windows.</summary>
    internal Task<string> WindowsAsync() => Once("win32", async () =>
    {
        var app = await AppAsync();
        await DistAsync(app, "--win", "dir", "--x64", $"-c.electronDist={await DistributionAsync("win32")}");
        return app.PathOf("dist", "win-unpacked");
    });

    /// <summary>The app's bundle for macOS.</summary>
    internal Task<string> MacAsync() => Once("darwin", async () =>
    {
        var app = await AppAsync();
        await DistAsync(app, "--mac", "dir", "--arm64", $"-c.electronDist={await DistributionAsync("darwin")}");
        return app.PathOf("dist", "mac-arm64", $"{Name}.app");
    });

    /// <summary>The app's folder for Linux with native code: another app, made with <c>--aot</c>, that borrows the npm packages.</summary>
    internal Task<string> NativeAsync() => Once("native", async () =>
    {
        var app = await CreateAsync("--aot");
        Directory.CreateSymbolicLink(app.PathOf("node_modules"), (await AppAsync()).PathOf("node_modules"));
        await DistAsync(app, "--linux", "dir", "--x64", $"-c.electronDist={await DistributionAsync("linux")}");
        return app.PathOf("dist", "linux-unpacked");
    });

    /// <summary><c>npm run dist</c> with more arguments.</summary>
    internal Task<string> DistAsync(Scaffold app, params string[] arguments)
        => CommandRunner.RunAsync(new Command("npm", ["run", "dist", "--", .. arguments])
        {
            Folder = app.Folder,
            Environment = Tools(new Dictionary<string, string?> { ["IPCAPP_PACKAGE_PROPERTIES"] = $"Version={Version};Product={Product}" }),
        });

    /// <summary>What a Node.js script prints, with the app's npm packages at hand.</summary>
    internal static async Task<string> NodeAsync(Scaffold app, string script, params string[] arguments)
        => (await CommandRunner.RunAsync(new Command("node", ["-e", script, .. arguments]) { Folder = app.Folder })).Trim();

    /// <summary>The folder of a stand-in for Electron's distribution.</summary>
    internal Task<string> DistributionAsync(string platform) => Once($"electron-{platform}", async () =>
    {
        var app = await AppAsync();
        var folder = Path.Combine(Template.NewFolder(), "electron");
        await CommandRunner.RunAsync(new Command(
            "node", StandIn("make-dist.cjs"), app.PathOf("node_modules"), Template.Repository.PathOf("src", "chromium-stand-in"), platform, folder));
        return folder;
    });

    private Task<string> PublishAsync(Scaffold app, string arguments)
    {
        var publish = Dotnet.Command(
            app.Folder, "publish", "MainProcess", "-p:NpmRestore=true", "-p:PublishProfile=Electron", $"-p:Version={Version}",
            $"-p:IpcAppPackageProperties=Product={Product}", $"-p:IpcAppPackageArguments=\"{arguments}\"");
        return CommandRunner.RunAsync(publish with { Environment = Tools(publish.Environment) });
    }

    private Dictionary<string, string?> Tools(IReadOnlyDictionary<string, string?>? more = null)
    {
        var tools = new Dictionary<string, string?>(more ?? new Dictionary<string, string?>()) { ["CUSTOM_FPM_PATH"] = StandIn("fpm.cjs") };
        if (OperatingSystem.IsLinux() && !File.Exists("/usr/bin/clang"))
        {
            tools["CppCompilerAndLinker"] = "gcc"; // of the two linkers that .NET takes, most machines have only this one
        }

        return tools;
    }

    private string StandIn(string file) => Template.Repository.PathOf("tests", "IpcApp.Template.Tests", "Packaging", "StandIn", file);

    private async Task<Scaffold> CreateAsync(params string[] options)
    {
        var app = await Template.NewScaffoldAsync(Name, options);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "driver.cjs"), app.PathOf("electron", "main.cjs"), overwrite: true);
        AddLibrary(app);
        return app;
    }

    private async Task<Scaffold> CreateWithPackagesAsync()
    {
        var app = await CreateAsync();

        // The end of a build, which installs electron-builder.
        await CommandRunner.RunAsync(Dotnet.Command(
            app.Folder, "msbuild", "MainProcess", "-restore", "-target:IpcAppNpmRestore", "-property:NpmRestore=true"));
        return app;
    }

    /// <summary>A library that knows nothing of ipcapp.</summary>
    private static void AddLibrary(Scaffold app)
    {
        Directory.CreateDirectory(app.PathOf("Library"));
        File.WriteAllText(app.PathOf("Library", "Library.csproj"), """<Project Sdk="Microsoft.NET.Sdk" />""");
        File.WriteAllText(app.PathOf("Library", "Shared.cs"), "namespace Library;\n\npublic static class Shared;\n");
        const string Reference = """<ItemGroup><ProjectReference Include="../Library/Library.csproj" /></ItemGroup></Project>""";
        File.WriteAllText(app.MainProject, File.ReadAllText(app.MainProject).Replace("</Project>", Reference, StringComparison.Ordinal));
    }

    private Task<string> Once(string key, Func<Task<string>> make)
    {
        if (!_built.TryGetValue(key, out var task))
        {
            _built[key] = task = make();
        }

        return task;
    }
}

/// <summary>The tests that share one packaged app.</summary>
[CollectionDefinition]
public sealed class PackagedAppCollection : ICollectionFixture<PackagingFixture>;
