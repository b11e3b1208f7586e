using System.Text.RegularExpressions;

namespace IpcApp.Tests.Windows;

/// <summary>The C# of <c>docs/windows.md</c> is part of code that is compiled and tested.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Root = FindRoot();

    public static TheoryData<string> Snippets
        => [.. Snippet().Matches(Normalized(Path.Combine(Root, "docs", "windows.md"))).Select(match => match.Groups[1].Value)];

    [Theory]
    [MemberData(nameof(Snippets))]
    public void Every_snippet_is_compiled_somewhere(string snippet)
        => Assert.Contains(
            Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*.cs", SearchOption.AllDirectories),
            file => Normalized(file).Contains(snippet, StringComparison.Ordinal));

    [Fact]
    public void There_are_snippets() => Assert.True(Snippets.Count >= 8);

    /// <summary>Without what differs between a file and a part of it: where its lines begin.</summary>
    private static string Normalized(string file) => string.Join('\n', File.ReadLines(file).Select(line => line.Trim()));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "IpcApp.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run below the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex("```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Snippet();
}
