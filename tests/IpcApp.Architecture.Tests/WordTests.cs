using System.Text.RegularExpressions;
using IpcApp.Architecture.Tests.Support;

namespace IpcApp.Architecture.Tests;

/// <summary>The language of sources, documentation and template: <c>words.txt</c>, and rule numbers.</summary>
public sealed partial class WordTests
{
    public static TheoryData<string, string> Words { get; } = Read();

    [Theory]
    [MemberData(nameof(Words))]
    public void A_word_of_the_list_is_not_used(string pattern, string instead)
    {
        var word = new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

        var found = WrittenFiles.All.Where(file => word.IsMatch(file.Value)).SelectMany(file => file.Value.Split('\n').Index()
            .Where(line => word.IsMatch(line.Item))
            .Select(line => $"{file.Key}:{line.Index + 1}: write {instead}: {line.Item.Trim()}"));

        Assert.Empty(found);
    }

    /// <summary>They mean nothing to a reader in an editor: they stay in comments of code, in tests and in the parity page.</summary>
    [Fact]
    public void The_documentation_of_public_types_names_no_rule_numbers()
    {
        var found = WrittenFiles.All
            .Where(file => file.Key.EndsWith(".cs", StringComparison.Ordinal) && !file.Key.Contains("/Internal/", StringComparison.Ordinal))
            .SelectMany(file => file.Value.Split('\n').Where(line => RuleInDocumentation.IsMatch(line)).Select(line => $"{file.Key}: {line.Trim()}"));

        Assert.Empty(found);
    }

    [GeneratedRegex(@"^\s*///.*\bS[0-9]{1,3}\b")]
    private static partial Regex RuleInDocumentation { get; }

    private static TheoryData<string, string> Read()
    {
        var data = new TheoryData<string, string>();
        foreach (var line in File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "words.txt")).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var parts = line.Split(" => ");
            data.Add(parts[0], parts[1]);
        }

        return data;
    }
}
