using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Parity;

/// <summary>
/// <c>docs/reference/electron-parity.md</c> cannot drift from the suite. With <c>IPCAPP_WRITE_PARITY=1</c>, which
/// <c>dotnet run --project build -- parity</c> sets, it is brought up to date instead.
/// </summary>
public sealed class ParityTests
{
    private const string Advice = "'dotnet run --project build -- parity' writes it.";

    private static readonly ParityPage Page = ParityPage.Read();

    [Fact]
    public void Every_rule_has_one_row_in_order()
        => Assert.Equal(Enumerable.Range(1, RuleAttribute.Last), Page.Rows.Select(row => row.Rule));

    [Fact]
    public void Every_status_is_one_of_the_fixed_words_with_a_reason()
        => HasNone(Page.Rows.Select(row => (row, Problem: ParityStatus.Problem(row)))
            .Where(each => each.Problem is not null)
            .Select(each => $"S{each.row.Rule}: {each.Problem}"));

    [Fact]
    public void Evidence_and_scenarios_are_those_of_the_suite()
    {
        var update = new PageUpdate(Scenario.All, WriteSwitch.Reports(), PinnedElectron.Version);
        if (WriteSwitch.IsOn)
        {
            Page.Change(update.Of).Write();
            return;
        }

        HasNone(Page.Rows.SelectMany(row => Differences(row, update.Of(row))));
    }

    [Fact]
    public void What_a_row_is_shown_by_exists()
        => HasNone(
            from row in Page.Rows
            from item in row.Shown
            where !ShownItem.Exists(item)
            select $"S{row.Rule} names {item}: neither `Class.Test`, in a file of that class below tests, nor a file below src or tests.");

    [Fact]
    public void What_applies_is_shown_by_something()
        => HasNone(Page.Rows
            .Where(row => row.Shown.Count == 0 && !row.Status.StartsWith("not ", StringComparison.Ordinal))
            .Select(row => $"S{row.Rule} has no scenario: name the test or the file that shows it."));

    /// <summary>All that is wrong, in full: an assertion about a collection would cut it short.</summary>
    private static void HasNone(IEnumerable<string> problems)
    {
        var all = string.Join('\n', problems);
        Assert.True(all.Length == 0, all);
    }

    private static IEnumerable<string> Differences(ParityRow row, ParityRow wanted)
    {
        if (row.Evidence != wanted.Evidence)
        {
            yield return $"S{row.Rule} {Reason(wanted.Evidence)}: its evidence is '{wanted.Evidence}', not '{row.Evidence}'. {Advice}";
        }

        if (row.ShownBy != wanted.ShownBy)
        {
            yield return $"S{row.Rule} is shown by {wanted.ShownBy}, not by {row.ShownBy}. {Advice}";
        }
    }

    private static string Reason(string evidence) => evidence == Evidence.Chromium
        ? "has a scenario that runs on Chromium, and no run on Electron"
        : "has no scenario that runs on Chromium";
}
