namespace IpcApp.Docs.Tests;

/// <summary>The C# of these pages is code that this project compiles, or that of the apps of other tests, line for line.</summary>
public sealed class SnippetTests
{
    private static readonly string[] Compiled =
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Snippets"), "*.cs", SearchOption.AllDirectories).Select(ReadPlain)];

    [Theory]
    [InlineData("guide/ipc-main.md")]
    [InlineData("guide/windows.md")]
    [InlineData("guide/endpoints.md")]
    [InlineData("guide/testing.md")]
    [InlineData("guide/recording.md")]
    [InlineData("guide/electron-net.md")]
    public void Every_snippet_is_compiled(string page)
    {
        var snippets = CSharpOf(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "docs", page))).ToList();

        Assert.NotEmpty(snippets);
        Assert.All(snippets, snippet => Assert.True(
            Compiled.Any(code => code.Contains(snippet, StringComparison.Ordinal)),
            $"This snippet of {page} is in none of the files that this project copies to Snippets/:\n{snippet}"));
    }

    private static IEnumerable<string> CSharpOf(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] == "```csharp")
            {
                var end = Array.IndexOf(lines, "```", i);
                yield return Plain(lines[(i + 1)..end]);
                i = end;
            }
        }
    }

    private static string ReadPlain(string file) => Plain(File.ReadAllLines(file));

    /// <summary>Indentation does not count: a page shows a method's inside without the method.</summary>
    private static string Plain(IEnumerable<string> lines) => string.Concat(lines.Select(line => line.Trim() + "\n"));
}
