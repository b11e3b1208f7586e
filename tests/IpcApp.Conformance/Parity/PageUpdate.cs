namespace IpcApp.Conformance.Parity;

/// <summary>What the suite, and runs of it on Electron, say about each row: its evidence and the scenarios that show it.</summary>
/// <param name="scenarios">All scenarios.</param>
/// <param name="runs">Reports of one run, one a platform; none for what needs no run.</param>
/// <param name="version">The Electron that they ran on.</param>
internal sealed class PageUpdate(IReadOnlyList<Scenario> scenarios, IReadOnlyList<RunReport> runs, string version)
{
    private const string Driver = "electron";

    private readonly ILookup<int, Scenario> _scenarios = scenarios
        .SelectMany(scenario => scenario.Rules.Distinct().Select(rule => (rule, scenario)))
        .ToLookup(pair => pair.rule, pair => pair.scenario);

    public ParityRow Of(ParityRow row) => row with { Evidence = EvidenceOf(row), ShownBy = ShownBy(row) };

    /// <summary>An older run on Electron counts until a newer one has run the rule's scenarios, and not all of them passed.</summary>
    private string EvidenceOf(ParityRow row)
    {
        var tests = _scenarios[row.Rule]
            .Where(scenario => scenario.RunsOn(Driver))
            .Select(scenario => scenario.TestNameOn(Driver))
            .ToList();
        if (tests.Count > 0 && runs.Count > 0 && tests.All(test => runs.All(run => run.HasPassed(test))))
        {
            return Evidence.Electron(version, runs.Min(run => run.Date));
        }

        return tests.Count > 0 && Evidence.IsElectron(row.Evidence) && !tests.Exists(test => runs.Any(run => run.HasRun(test)))
            ? row.Evidence
            : Evidence.WithoutElectron(_scenarios[row.Rule]);
    }

    /// <summary>The scenarios come first, a section after the other; what was named beside them stays.</summary>
    private string ShownBy(ParityRow row)
    {
        var sections = _scenarios[row.Rule].GroupBy(
            scenario => scenario.Section.Name,
            (section, group) => $"`{section}` {string.Join(", ", group.Select(scenario => scenario.Label).Distinct())}");
        var shown = sections.Concat(row.Shown.Where(item => !ShownItem.IsScenarios(item))).ToList();
        return shown.Count > 0 ? string.Join("; ", shown) : ParityRow.ShownByNothing;
    }
}
