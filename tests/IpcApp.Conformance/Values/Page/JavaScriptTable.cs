using IpcApp.Internal.Codec;

namespace IpcApp.Conformance.Values.Page;

/// <summary>One row for each kind of JavaScript value: what C# gets, with and without the context bridge.</summary>
internal static class JavaScriptTable
{
    private const int MaxShown = 70;

    public static IEnumerable<string> Rows()
    {
        yield return Markdown.Row("JavaScript", "`IpcValue`", "As text", "`JsonElement`", "Over `window.ipc`");
        yield return Markdown.Row("---", "---", "---", "---", "---");
        foreach (var row in ValueTable.Rows.Where(IsShown))
        {
            yield return Markdown.Row(
                Markdown.Code(row.Expression), Markdown.Code(row.Arrives.GetType().Name), Shown(row.Arrives), Binding.ShowJson(row.Arrives),
                Bridged(row.Bridged, row.Arrives));
        }

        foreach (var row in ValueTable.Refused.Where(row => row.Expression.Length <= MaxShown))
        {
            yield return Markdown.Row(Markdown.Code(row.Expression), "cannot be cloned", "", "", Bridged(row.Bridged, null));
        }
    }

    /// <summary>The rows of sizes and of empty views say nothing that the others do not.</summary>
    private static bool IsShown(ValueRow row)
        => row.Rule != 124 && row.Expression.Length <= MaxShown && !row.Name.StartsWith("empty ", StringComparison.Ordinal);

    private static string Bridged(BridgedValue bridged, IpcValue? plain) => bridged switch
    {
        { Unknown: { } why } => $"not certain: {why}",
        { Error: RefusedRow.Text } => "cannot be cloned",
        { Error: { } error } => $"fails: {error}",
        { Value: { } value } => Shown(value),
        _ => plain is null ? "cannot be cloned" : "the same",
    };

    private static string Shown(IpcValue value)
    {
        var text = ValueRenderer.Render(value);
        return Markdown.Code(text.Length <= MaxShown ? text : $"{text[..MaxShown]}…");
    }
}
