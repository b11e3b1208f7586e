using System.Text;
using System.Text.RegularExpressions;
using IpcApp.Template.Tests.Support;

namespace IpcApp.Template.Tests;

public sealed partial class PackageTests(TemplateFixture template)
{
    [Theory]
    [InlineData("lib/net10.0/IpcApp.dll")]
    [InlineData("lib/net10.0/IpcApp.xml")]
    [InlineData("analyzers/dotnet/cs/IpcApp.Generators.dll")]
    [InlineData("analyzers/dotnet/cs/IpcApp.CodeFixes.dll")]
    [InlineData("buildTransitive/IpcApp.props")]
    [InlineData("buildTransitive/IpcApp.targets")]
    [InlineData("buildTransitive/IpcApp.Npm.proj")]
    [InlineData("buildTransitive/npm-ci.cjs")]
    [InlineData("electron-main/main.js")]
    [InlineData("electron-main/preload.js")]
    [InlineData("electron-main/ipc.d.ts")]
    [InlineData("electron-main/version.txt")]
    [InlineData("chromium-stand-in/cli.js")]
    [InlineData("chromium-stand-in/dist/electron")]
    [InlineData("README.md")]
    [InlineData("LICENSE")]
    public void The_library_s_package_has(string entry) => Assert.Contains(entry, Entries("IpcApp"));

    [Fact]
    public void The_library_s_package_has_no_tests_and_no_settings_of_tools() => Assert.All(Entries("IpcApp"), entry =>
    {
        Assert.DoesNotContain("/test/", entry, StringComparison.Ordinal);
        Assert.False(entry.EndsWith("tsconfig.json", StringComparison.Ordinal), entry);
    });

    [Theory]
    [InlineData("IpcApp")]
    [InlineData("IpcApp.Testing")]
    [InlineData("IpcApp.Testing.Xunit")]
    [InlineData("IpcApp.Templates")]
    public void A_package_does_not_say_where_it_was_built(string id)
    {
        byte[][] places = [Encoding.UTF8.GetBytes(template.Repository.Root), Encoding.UTF8.GetBytes(template.Folder)];
        using var package = new PackageFile(template, id);
        foreach (var entry in package.Entries.Where(entry => !entry.EndsWith(".nupkg", StringComparison.Ordinal)))
        {
            var bytes = package.Read(entry);
            Assert.All(places, place => Assert.True(bytes.AsSpan().IndexOf(place) < 0, entry));
        }
    }

    [Fact]
    public void Every_error_of_a_build_is_documented()
    {
        string[] folders = [template.Repository.PathOf("src", "IpcApp", "buildTransitive"), template.Repository.PathOf("template", "content", "build")];
        var documented = File.ReadAllText(template.Repository.PathOf("docs", "reference", "diagnostics.md"));

        var ids = folders.SelectMany(folder => Directory.EnumerateFiles(folder))
            .SelectMany(file => DiagnosticId().Matches(File.ReadAllText(file)))
            .Select(match => match.Value)
            .Distinct()
            .ToList();

        Assert.NotEmpty(ids);
        Assert.All(ids, id => Assert.Contains($"| [{id}](#{id.ToLowerInvariant()}) |", documented, StringComparison.Ordinal));
        Assert.All(ids, id => Assert.Contains($"\n## {id}\n", documented, StringComparison.Ordinal));
    }

    private IReadOnlyList<string> Entries(string id)
    {
        using var package = new PackageFile(template, id);
        return package.Entries;
    }

    [GeneratedRegex("IPC[0-9]{4}")]
    private static partial Regex DiagnosticId();
}
