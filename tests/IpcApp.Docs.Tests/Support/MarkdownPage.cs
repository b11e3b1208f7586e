using System.Text.RegularExpressions;

namespace IpcApp.Docs.Tests.Support;

/// <summary>The links and headings of a page, without those in code.</summary>
internal sealed partial class MarkdownPage
{
    private readonly string _prose;

    public MarkdownPage(string file)
    {
        File = file;
        var text = System.IO.File.ReadAllText(file).ReplaceLineEndings("\n");
        var withoutBlocks = CodeBlock().Replace(text, "");
        _prose = InlineCode().Replace(withoutBlocks, "code");
        Anchors = [.. Heading().Matches(withoutBlocks).Select(match => Anchor(match.Groups["text"].Value))];
    }

    public string File { get; }

    /// <summary>The anchors of the headings, as GitHub makes them.</summary>
    public IReadOnlyList<string> Anchors { get; }

    /// <summary>The targets of all links: those in the text, and those of definitions such as <c>[id]: target</c>.</summary>
    public IEnumerable<string> Targets => [.. InlineLink().Matches(_prose).Concat(Definition().Matches(_prose)).Select(match => match.Groups["target"].Value)];

    /// <summary>The ids that the text uses as in <c>[text][id]</c>.</summary>
    public IEnumerable<string> UsedIds => [.. ReferenceLink().Matches(_prose).Select(match => match.Groups["id"].Value)];

    /// <summary>The ids that the page defines.</summary>
    public IEnumerable<string> DefinedIds => [.. Definition().Matches(_prose).Select(match => match.Groups["id"].Value)];

    private static string Anchor(string heading)
    {
        var text = LinkText().Replace(heading, "${text}").ToLowerInvariant();
        return NotInAnchor().Replace(text, "").Replace(' ', '-');
    }

    [GeneratedRegex(@"^(?<indent> *)```.*?^\k<indent>```[^\S\n]*$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("`[^`\n]+`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"^#+ (?<text>.+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[[^\[\]]*\]\((?<target>[^()\s]+)\)")]
    private static partial Regex InlineLink();

    [GeneratedRegex(@"\[[^\[\]]*\]\[(?<id>[^\[\]]+)\]")]
    private static partial Regex ReferenceLink();

    [GeneratedRegex(@"^\[(?<id>[^\[\]]+)\]: (?<target>\S+)$", RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex(@"\[(?<text>[^\[\]]*)\][(\[][^)\]]*[)\]]")]
    private static partial Regex LinkText();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();
}
