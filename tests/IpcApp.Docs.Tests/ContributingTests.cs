using System.Text.RegularExpressions;
using IpcApp.Docs.Tests.Support;
using IpcApp.Tests.Shared;

namespace IpcApp.Docs.Tests;

/// <summary>The folders, files and tests that <c>CONTRIBUTING.md</c> names.</summary>
public sealed partial class ContributingTests
{
    private static readonly string Text = File.ReadAllText(Checkout.PathOf("CONTRIBUTING.md"));

    private static readonly string[] Sources =
    [
        .. new[] { "src", "tests" }.SelectMany(folder => Directory.EnumerateFiles(Checkout.PathOf(folder), "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".cs" or ".js")
            .Select(file => Path.GetFileName(file)!),
    ];

    [Fact]
    public void Every_path_exists()
    {
        var paths = RepositoryPath().Matches(Text).Select(match => match.Groups["path"].Value).Distinct().ToList();

        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.True(Path.Exists(Checkout.PathOf(path)), path));
    }

    [Fact]
    public void Every_source_file_and_test_class_exists()
    {
        var files = SourceFile().Matches(Text).Select(match => Path.GetFileName(match.Groups["file"].Value))
            .Concat(TestClass().Matches(Text).Select(match => $"{match.Groups["name"].Value}.cs"))
            .Distinct()
            .ToList();

        Assert.NotEmpty(files);
        Assert.Empty(files.Except(Sources));
    }

    [Fact]
    public void The_map_has_a_row_for_every_folder_of_sources()
    {
        var folders = Directory.EnumerateDirectories(Checkout.PathOf("src"))
            .Where(folder => Directory.EnumerateFiles(folder).Any())
            .Select(Checkout.RelativePathOf);

        Assert.All(folders, folder => Assert.Contains($"| `{folder}/` |", Text, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"(?<=[` ])(?<path>(src|tests|docs|build|template|bench|samples)/[\w./-]*\w)")]
    private static partial Regex RepositoryPath();

    [GeneratedRegex(@"`(?<file>[\w./-]+\.(cs|test\.js))`")]
    private static partial Regex SourceFile();

    [GeneratedRegex(@"`(?<name>\w+Tests)`")]
    private static partial Regex TestClass();
}
