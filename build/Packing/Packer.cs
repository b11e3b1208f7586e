using IpcApp.Build.Processes;

namespace IpcApp.Build.Packing;

/// <summary>Packs the libraries, puts their packages into a copy of the template's content, and packs that.</summary>
/// <param name="repository">The clone.</param>
/// <param name="work">A folder for what is built on the way. Kept between runs, it saves time.</param>
/// <param name="output">Where the packages go; older ones of ours there are removed.</param>
internal sealed class Packer(Repository repository, string work, string output)
{
    /// <summary>The projects in <c>src</c> that are packages, by their ids.</summary>
    public static readonly string[] Libraries = ["IpcApp", "IpcApp.Testing", "IpcApp.Testing.Xunit"];

    public async Task<PackedTemplate> PackAsync(PackageVersion version)
    {
        RemoveOldPackages();
        await PackAsync(repository.PathOf("build", "packages.slnf"), version);
        var content = Path.Combine(work, "template");
        var packages = Libraries.Select(library => PackagePath(library, version));
        TemplateContent.Prepare(repository.PathOf("template", "content"), content, version.Text, packages);
        await PackAsync(repository.PathOf("template", "TemplatePack.csproj"), version, $"-p:TemplateContent={content}");
        return new PackedTemplate(version.Text, PackagePath("IpcApp.Templates", version));
    }

    private string PackagePath(string id, PackageVersion version) => Path.Combine(output, $"{id}.{version.Text}.nupkg");

    private Task<string> PackAsync(string project, PackageVersion version, params string[] more) => CommandRunner.RunAsync(Dotnet.Command(
        repository.Root,
    [
        "pack", project, "--configuration", "Release", "--output", output, "--artifacts-path", Path.Combine(work, "build"),
        $"-p:Version={version.Text}", "-p:IncludeSourceRevisionInInformationalVersion=false",
        $"-p:DeterministicTimestamp={version.Time.ToUnixTimeSeconds()}",

        // Packages contain no paths of this machine: this maps the repository's paths, PathMap those of generated files.
        "-p:ContinuousIntegrationBuild=true", $"-p:PathMap={work}{Path.DirectorySeparatorChar}=/_/artifacts/",

        // The build of the solution runs the analyzers.
        "-p:RunAnalyzers=false", .. more,
    ]));

    private void RemoveOldPackages()
    {
        Directory.CreateDirectory(output);
        foreach (var old in Directory.EnumerateFiles(output, "IpcApp.*").Where(IsOurs))
        {
            File.Delete(old);
        }
    }

    private static bool IsOurs(string file)
        => file.EndsWith(".nupkg", StringComparison.Ordinal) || file.EndsWith(".cdx.json", StringComparison.Ordinal);
}
