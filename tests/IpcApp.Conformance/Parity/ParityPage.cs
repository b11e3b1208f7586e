using IpcApp.Tests.Shared;

namespace IpcApp.Conformance.Parity;

/// <summary>The page of the repository that has one row a rule.</summary>
internal sealed class ParityPage
{
    private readonly IReadOnlyList<string> _lines;

    private ParityPage(IReadOnlyList<string> lines)
    {
        _lines = lines;
        Rows = [.. lines.Where(ParityRow.IsRow).Select(ParityRow.Parse)];
    }

    /// <summary>The page itself, not a copy beside the test: what is checked must be what is there, and it can be written.</summary>
    public static string Location { get; } = Checkout.PathOf("docs", "reference", "electron-parity.md");

    public IReadOnlyList<ParityRow> Rows { get; }

    public static ParityPage Read() => Parse(File.ReadAllText(Location));

    public static ParityPage Parse(string text) => new(text.ReplaceLineEndings("\n").Split('\n'));

    /// <summary>The page with rows that were changed; all else stays as it is.</summary>
    public ParityPage Change(Func<ParityRow, ParityRow> change)
        => new([.. _lines.Select(line => ParityRow.IsRow(line) ? change(ParityRow.Parse(line)).ToString() : line)]);

    public void Write() => File.WriteAllText(Location, ToString());

    public override string ToString() => string.Join('\n', _lines);
}
