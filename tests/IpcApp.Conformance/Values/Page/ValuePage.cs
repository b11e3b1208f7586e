using IpcApp.Conformance.Parity;
using IpcApp.Tests.Shared;

namespace IpcApp.Conformance.Values.Page;

/// <summary><c>docs/reference/values.md</c>: its text is written by hand, its tables by the rows that the suite runs on every renderer.</summary>
internal static class ValuePage
{
    /// <summary>The page itself, not a copy beside the test: the test compares what is there, and can write it.</summary>
    public static string Location { get; } = Checkout.PathOf("docs", "reference", "values.md");

    public static string Read() => File.ReadAllText(Location).ReplaceLineEndings("\n");

    /// <summary>The page with its tables as the suite has them now.</summary>
    /// <exception cref="InvalidOperationException">The page has no place for a table.</exception>
    public static string Update(string page)
        => Replace(Replace(page, "types", TypeTable.Rows()), "values", JavaScriptTable.Rows());

    /// <summary>Puts a table between its two marks.</summary>
    private static string Replace(string page, string table, IEnumerable<string> rows)
    {
        var (start, end) = ($"<!-- table {table}: written by the tests -->\n", $"<!-- end of table {table} -->");
        var (from, to) = (page.IndexOf(start, StringComparison.Ordinal), page.IndexOf(end, StringComparison.Ordinal));
        return from >= 0 && to > from
            ? $"{page[..(from + start.Length)]}{string.Concat(rows.Select(row => $"{row}\n"))}{page[to..]}"
            : throw new InvalidOperationException($"{Location} has no lines '{start.Trim()}' and '{end}' for the table.");
    }
}
