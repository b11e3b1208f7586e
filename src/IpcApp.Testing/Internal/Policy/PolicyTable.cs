using System.Text;

namespace IpcApp.Testing.Internal.Policy;

/// <summary>A policy matrix as aligned text.</summary>
internal static class PolicyTable
{
    private const string Footer = """

        The table holds for windows with SubFrames on. In all others iframes have no preload, and so cannot send at all.
        "detached" is the app's own main frame while its page is being left. "also from": main frames of these origins, and
        their iframes where own iframes are allowed.

        """;

    private static readonly string[] Head =
        ["kind", "channel", "handler", "own main frame", "own iframe", "foreign iframe", "opaque iframe", "detached", "also from"];

    public static string Write(IReadOnlyList<IpcPolicyRow> rows)
    {
        List<string[]> cells = [Head, .. rows.Select(Cells)];
        var widths = Head.Select((_, column) => cells.Max(row => row[column].Length)).ToArray();
        cells.Insert(1, [.. widths.Select(width => new string('-', width))]);
        var text = new StringBuilder();
        foreach (var row in cells)
        {
            text.Append(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()).Append('\n');
        }

        return text.Append(Footer.ReplaceLineEndings("\n")).ToString();
    }

    private static string[] Cells(IpcPolicyRow row) =>
    [
        row.Kind.ToString(), OneLine(row.Channel), row.Handler, Word(row.OwnMainFrame), Word(row.OwnIframe), Word(row.ForeignIframe),
        Word(row.OpaqueIframe), Word(row.Detached), string.Join(", ", row.AlsoFrom),
    ];

    private static string Word(bool isAllowed) => isAllowed ? "allowed" : "refused";

    /// <summary>A channel's name may be any text.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString()));
}
