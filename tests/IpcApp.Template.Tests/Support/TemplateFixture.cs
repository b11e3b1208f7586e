using IpcApp.Build;
using IpcApp.Build.Packing;
using IpcApp.Build.Scaffolds;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(IpcApp.Template.Tests.Support.TemplateFixture))]

// Each test builds with both cores.
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace IpcApp.Template.Tests.Support;

/// <summary>The template, packed and installed once for all tests, in a folder that is removed in the end.</summary>
public sealed class TemplateFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, Task<Scaffold>> _scaffolds = [];
    private int _extra;

    internal Repository Repository { get; } = Repository.Find();

    internal PackedTemplate Packed { get; private set; } = null!;

    internal TemplateHive Hive { get; private set; } = null!;

    /// <summary>The folder that everything is made in.</summary>
    internal string Folder => _folder.Path;

    /// <summary>The folder with all packages.</summary>
    internal string Packages => _folder.PathOf("packages");

    public async ValueTask InitializeAsync()
    {
        var version = PackageVersion.Fresh(Repository);
        Packed = await new Packer(Repository, _folder.PathOf("work"), Packages).PackAsync(version);
        Hive = new TemplateHive(_folder.PathOf("hive"));
        await Hive.InstallAsync(Packed.TemplatePackage);
    }

    /// <summary>The app with a name and options: made once, and shared by the tests that do not change it.</summary>
    internal Task<Scaffold> ScaffoldAsync(string name, params string[] options)
    {
        var key = string.Join(' ', [name, .. options]);
        if (!_scaffolds.TryGetValue(key, out var scaffold))
        {
            _scaffolds[key] = scaffold = CreateAsync(options.Length == 0 ? "shared" : $"shared{_scaffolds.Count}", name, options);
        }

        return scaffold;
    }

    /// <summary>An app of the test's own.</summary>
    internal Task<Scaffold> NewScaffoldAsync(string name, params string[] options) => CreateAsync($"own{++_extra}", name, options);

    /// <summary>A new, empty folder.</summary>
    internal string NewFolder() => Directory.CreateDirectory(_folder.PathOf($"own{++_extra}")).FullName;

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        if (Packed is not null)
        {
            GlobalPackages.Remove(Packed.Version);
        }

        return ValueTask.CompletedTask;
    }

    private async Task<Scaffold> CreateAsync(string parent, string name, string[] options)
        => new(name, await Hive.CreateAsync(_folder.PathOf(parent), name, options));
}
