namespace IpcApp.Conformance.Values.Page;

/// <summary>Cells of a Markdown table.</summary>
internal static class Markdown
{
    public static string Row(params IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    /// <summary>Code in a cell. A vertical bar would end the cell.</summary>
    public static string Code(string text) => $"`{text.Replace("|", "\\|", StringComparison.Ordinal)}`";
}
