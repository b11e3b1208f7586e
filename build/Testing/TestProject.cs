using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace IpcApp.Build.Testing;

/// <summary>A project of tests, and what it says of itself.</summary>
/// <param name="File">The project file.</param>
/// <param name="WholePart">The part of <c>test full</c> that all of its tests belong to (MSBuild property <c>TestPart</c>); null for none.</param>
/// <param name="QuickArguments">What its runner gets from <c>test quick</c> (<c>QuickTestArguments</c>); null if it is not quick.</param>
/// <param name="Parts">The parts that some of its tests belong to, by <c>[Trait("Part", "...")]</c>.</param>
internal sealed partial record TestProject(string File, string? WholePart, string? QuickArguments, IReadOnlyList<string> Parts)
{
    public string Name => Path.GetFileNameWithoutExtension(File);

    /// <summary>The projects below <c>tests</c> that hold tests.</summary>
    public static IReadOnlyList<TestProject> All(Repository repository)
    {
        var projects = Directory.EnumerateFiles(repository.PathOf("tests"), "*.Tests.csproj", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(repository.PathOf("tests"), "*.Conformance.csproj", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .Select(Read)
            .ToList();
        return projects.Count > 0 ? projects : throw new BuildException("There is no test project (*.Tests.csproj) below tests.");
    }

    private static TestProject Read(string file)
    {
        var properties = XDocument.Load(file).Descendants("PropertyGroup").Elements().ToList();
        string? Property(string name) => properties.FirstOrDefault(property => property.Name.LocalName == name)?.Value.Trim();
        var sources = Directory.EnumerateFiles(Path.GetDirectoryName(file)!, "*.cs", SearchOption.AllDirectories)
            .Where(source => !source.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        var parts = sources.SelectMany(source => Part().Matches(System.IO.File.ReadAllText(source))).Select(match => match.Groups[1].Value);
        return new TestProject(
            file, Property("TestPart"), Property("QuickTestArguments"), [.. parts.Distinct().Order(StringComparer.Ordinal)]);
    }

    [GeneratedRegex("""\[Trait\("Part", "([^"]+)"\)\]""")]
    private static partial Regex Part();
}
