namespace IpcApp.Conformance.Parity;

/// <summary>One rule's row in <c>docs/reference/electron-parity.md</c>.</summary>
/// <param name="Rule">1 to 155.</param>
/// <param name="What">The rule in a few words.</param>
/// <param name="Status">A word of <see cref="ParityStatus"/>, and after a colon the reason.</param>
/// <param name="Evidence">What proves it.</param>
/// <param name="ShownBy">Scenarios, tests and files, with <c>; </c> between.</param>
internal sealed record ParityRow(int Rule, string What, string Status, string Evidence, string ShownBy)
{
    private const string Separator = " | ";

    /// <summary>Nothing here shows it: for rules that do not apply.</summary>
    public const string ShownByNothing = "–";

    public IReadOnlyList<string> Shown => ShownBy == ShownByNothing ? [] : ShownBy.Split("; ");

    public static bool IsRow(string line) => line is ['|', ' ', 'S', >= '0' and <= '9', ..];

    public static ParityRow Parse(string line)
        => line.Trim().TrimStart('|').TrimEnd('|').Trim().Split(Separator) is [var rule, var what, var status, var evidence, var shownBy]
            && int.TryParse(rule[1..], out var number)
            ? new ParityRow(number, what, status, evidence, shownBy)
            : throw new FormatException($"'{line}' is no row. Write '| S61 | what | status | evidence | shown by |'.");

    public override string ToString() => $"| {string.Join(Separator, $"S{Rule}", What, Status, Evidence, ShownBy)} |";
}
