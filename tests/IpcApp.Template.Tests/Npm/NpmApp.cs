using IpcApp.Build.Processes;
using IpcApp.Template.Tests.Support;

namespace IpcApp.Template.Tests.Npm;

/// <summary>
/// An app from the template that needs a small npm package, which lies in its own folder: npm installs it in no time and without a network.
/// </summary>
public sealed class NpmApp(TemplateFixture template) : IAsyncLifetime
{
    /// <summary>What the build prints before it runs npm.</summary>
    internal const string Restoring = "Restoring npm packages";

    /// <summary>package.json and package-lock.json of an app that needs nothing.</summary>
    internal const string NoPackages = """{ "name": "npm-app", "version": "1.0.0" }""";

    internal const string NoPackagesLock = """
        { "name": "npm-app", "version": "1.0.0", "lockfileVersion": 3, "packages": { "": { "name": "npm-app", "version": "1.0.0" } } }
        """;

    private const string OnePackage = """{ "name": "npm-app", "version": "1.0.0", "devDependencies": { "first": "file:first" } }""";

    private const string OnePackageLock = """
        {
          "name": "npm-app", "version": "1.0.0", "lockfileVersion": 3, "requires": true,
          "packages": {
            "": { "name": "npm-app", "version": "1.0.0", "devDependencies": { "first": "file:first" } },
            "first": { "version": "1.0.0", "dev": true },
            "node_modules/first": { "resolved": "first", "link": true }
          }
        }
        """;

    /// <summary>The same with a second package, of which the lock file knows nothing.</summary>
    internal const string TwoPackages
        = """{ "name": "npm-app", "version": "1.0.0", "devDependencies": { "first": "file:first", "second": "file:second" } }""";

    internal Scaffold Scaffold { get; private set; } = null!;

    /// <summary>The file that tells when npm has last installed something.</summary>
    internal string Installed => Scaffold.PathOf("node_modules", ".package-lock.json");

    /// <summary>What the build runs npm by.</summary>
    internal string Script => template.Repository.PathOf("src", "IpcApp", "buildTransitive", "npm-ci.cjs");

    public async ValueTask InitializeAsync()
    {
        Scaffold = await template.NewScaffoldAsync("Npm.App");
        foreach (var package in new[] { "first", "second" })
        {
            Directory.CreateDirectory(Scaffold.PathOf(package));
            Write($"{package}/package.json", $$"""{ "name": "{{package}}", "version": "1.0.0" }""");
        }

        await CommandRunner.RunAsync(Dotnet.Command(Scaffold.Folder, "restore", "MainProcess"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Nothing is installed, and the lock file is right.</summary>
    /// <returns>A PATH with recording stand-ins, and the machine's own programs behind them.</returns>
    internal ToolPath Reset(string packages = OnePackage, string lockFile = OnePackageLock)
    {
        if (Directory.Exists(Scaffold.PathOf("node_modules")))
        {
            Directory.Delete(Scaffold.PathOf("node_modules"), recursive: true);
        }

        File.Delete(Scaffold.PathOf(".npmrc"));
        Directory.CreateDirectory(Scaffold.PathOf(".ipcapp"));
        Write("package.json", packages);
        Write("package-lock.json", lockFile);
        return new ToolPath(template.NewFolder());
    }

    internal void Write(string file, string text) => File.WriteAllText(Scaffold.PathOf(file.Split('/')), text);

    /// <summary>The end of a build alone, which is npm's.</summary>
    internal Task<CommandResult> RestoreAsync(ToolPath tools, params string[] options)
        => DotnetAsync(tools, ["msbuild", Scaffold.MainProject, "-target:IpcAppNpmRestore", "-property:NpmRestore=true", .. options]);

    internal Task<CommandResult> DotnetAsync(ToolPath tools, params string[] arguments)
    {
        var command = Dotnet.Command(Scaffold.Folder, arguments);
        return CommandRunner.TryRunAsync(command with
        {
            Environment = new Dictionary<string, string?>(command.Environment) { ["PATH"] = tools.Value },
        });
    }

    /// <summary>npm, as a person runs it.</summary>
    internal Task RunNpmAsync(params string[] arguments) => CommandRunner.RunAsync(new Command("npm", arguments) { Folder = Scaffold.Folder });
}

/// <summary>The tests that share the app, one after the other.</summary>
[CollectionDefinition]
public sealed class NpmCollection : ICollectionFixture<NpmApp>;
