using System.Buffers.Binary;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using IpcApp.Build.Packing;
using IpcApp.Template.Tests.Support;

namespace IpcApp.Template.Tests;

/// <summary>What package pages, debuggers and auditors read of each package.</summary>
public sealed class PackageMetadataTests(TemplateFixture template)
{
    public static TheoryData<string> Packages => [.. Packer.Libraries, "IpcApp.Templates"];

    public static TheoryData<string, string> Assemblies =>
    [
        .. Packer.Libraries.Select(id => (id, $"lib/net10.0/{id}.dll")),
        ("IpcApp", "analyzers/dotnet/cs/IpcApp.Generators.dll"),
        ("IpcApp", "analyzers/dotnet/cs/IpcApp.CodeFixes.dll"),
    ];

    [Theory, MemberData(nameof(Packages))]
    public void Describes_itself_and_names_the_repository(string id)
    {
        using var package = new PackageFile(template, id);
        var metadata = package.Metadata;

        Assert.NotEmpty(Value(metadata, "description"));
        Assert.NotEmpty(Value(metadata, "tags"));
        Assert.Equal("MIT", Value(metadata, "license"));
        Assert.Equal(RepositoryUrl, Value(metadata, "projectUrl"));
        Assert.StartsWith(RepositoryUrl, Value(metadata, "releaseNotes"), StringComparison.Ordinal);
        var repository = Child(metadata, "repository");
        Assert.Equal("git", repository.Attribute("type")?.Value);
        Assert.Equal(RepositoryUrl, repository.Attribute("url")?.Value);
        Assert.Matches("^[0-9a-f]{40}$", repository.Attribute("commit")?.Value);
    }

    [Theory, MemberData(nameof(Packages))]
    public void Contains_its_readme_and_a_license(string id)
    {
        using var package = new PackageFile(template, id);

        Assert.NotEmpty(package.Read(Value(package.Metadata, "readme")));
        Assert.Contains("LICENSE", package.Entries);
    }

    [Theory, MemberData(nameof(Packages))]
    public void Contains_an_icon_of_128_pixels(string id)
    {
        using var package = new PackageFile(template, id);

        // Width and height follow the signature and the head of the first chunk of a PNG file.
        var icon = package.Read(Value(package.Metadata, "icon"));
        Assert.Equal("PNG"u8, icon.AsSpan(1, 3));
        Assert.Equal(128, BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)));
        Assert.Equal(128, BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20)));
    }

    [Theory, MemberData(nameof(Assemblies))]
    public void Debuggers_find_the_sources_of_an_assembly_at_the_packed_commit(string id, string assembly)
    {
        using var package = new PackageFile(template, id);
        using var debugInformation = new DebugInformation(package.Read(assembly));

        Assert.NotEmpty(debugInformation.SourceFiles);
        Assert.All(debugInformation.SourceFiles, file => Assert.StartsWith("/_/", file, StringComparison.Ordinal));
        var commit = Child(package.Metadata, "repository").Attribute("commit")!.Value;
        var address = new Uri(RepositoryUrl).AbsolutePath;
        Assert.NotNull(debugInformation.SourceLink);
        var target = (string?)JsonNode.Parse(debugInformation.SourceLink)!["documents"]!["/_/*"];
        Assert.EndsWith($"{address}/{commit}/*", target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bill_of_materials_lists_the_dependencies_of_a_package_and_no_build_tools()
    {
        var output = template.NewFolder();
        await new Sbom(template.Repository, Path.Combine(template.Folder, "work"), output).WriteAsync(template.Packed.Version);

        Assert.All(Packer.Libraries, id =>
        {
            using var package = new PackageFile(template, id);
            var materials = JsonNode.Parse(File.ReadAllText(Path.Combine(output, $"{id}.cdx.json")))!;
            Assert.Equal("CycloneDX", (string?)materials["bomFormat"]);
            Assert.Equal($"pkg:nuget/{id}@{template.Packed.Version}", (string?)materials["metadata"]!["component"]!["purl"]);
            var components = materials["components"]!.AsArray().Select(component => $"{component!["name"]} {component["version"]}").ToList();
            Assert.All(Dependencies(package), dependency => Assert.Contains(dependency, components));
            Assert.DoesNotContain(components, component => component.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
        });
    }

    private string RepositoryUrl => XDocument.Load(template.Repository.PathOf("build", "Repository.props")).Descendants("RepositoryUrl").Single().Value;

    private static IEnumerable<string> Dependencies(PackageFile package) => Child(package.Metadata, "dependencies").Descendants()
        .Where(element => element.Name.LocalName == "dependency")
        .Select(element => $"{element.Attribute("id")!.Value} {element.Attribute("version")!.Value}");

    private static string Value(XElement metadata, string name) => Child(metadata, name).Value;

    private static XElement Child(XElement metadata, string name)
        => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)
            ?? throw new InvalidOperationException($"The package's metadata has no '{name}'.");
}
