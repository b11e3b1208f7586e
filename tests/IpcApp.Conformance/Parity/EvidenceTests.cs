using System.Text.Json;

namespace IpcApp.Conformance.Parity;

/// <summary>What a run on Electron does to the page, with a report that was made up.</summary>
public sealed class EvidenceTests : IDisposable
{
    private const string VersionTest = "IpcApp.Conformance.Electron.ElectronVersion.The_Electron_that_runs_is_the_pinned_one";
    private const string Before = "electron 44.0.0, 2026-08-01";
    private const string After = "electron 45.4.1, 2026-11-22";

    // Rule 1 has one scenario, rule 2 that and another.
    private static readonly Scenario[] Two =
    [
        new(typeof(Scenarios.RegistryScenarios), "S1_First", [1, 2]),
        new(typeof(Scenarios.RegistryScenarios), "S2_Second", [2]),
    ];

    private readonly List<string> _files = [];

    [Fact]
    public void A_rule_whose_scenarios_all_passed_everywhere_has_evidence()
    {
        string[] passed = ["S1_First: passed", "S2_Second: passed"];
        Assert.Equal(After, EvidenceOf(2, Evidence.Chromium, passed, passed));
    }

    [Fact]
    public void Every_case_of_a_theory_must_pass()
        => Assert.Equal(Evidence.Chromium, EvidenceOf(1, Before, ["S1_First(a: \"x.y\"): passed", "S1_First(a: 2): failed"]));

    [Fact]
    public void A_rule_with_a_scenario_that_failed_somewhere_loses_its_evidence()
    {
        string[] passed = ["S1_First: passed", "S2_Second: passed"];
        string[] failed = ["S1_First: passed", "S2_Second: failed"];
        Assert.Equal(Evidence.Chromium, EvidenceOf(2, Before, passed, failed));
        Assert.Equal(After, EvidenceOf(1, Before, passed, failed));
    }

    [Fact]
    public void What_was_skipped_or_left_out_is_no_evidence_and_takes_none_away()
    {
        Assert.Equal(Before, EvidenceOf(1, Before, ["S1_First: skipped"]));
        Assert.Equal(Before, EvidenceOf(1, Before, []));
        Assert.Equal(Evidence.Chromium, EvidenceOf(2, Evidence.Chromium, ["S1_First: passed"]));
    }

    [Fact]
    public void A_rule_without_scenarios_has_none()
        => Assert.Equal(Evidence.SourceOnly, EvidenceOf(3, Before, ["S1_First: passed"]));

    [Fact]
    public void Scenarios_are_named_by_section_and_other_tests_stay()
    {
        var row = new ParityRow(2, "what", "same", Evidence.SourceOnly, "`OldScenarios` S9; `EmitterTests.Some_test`");
        var page = ParityPage.Parse($"# Title\n\n{row}\nlast\n").Change(new PageUpdate(Two, [], After).Of);
        var expected = row with { Evidence = Evidence.Chromium, ShownBy = "`RegistryScenarios` S1, S2; `EmitterTests.Some_test`" };
        Assert.Equal($"# Title\n\n{expected}\nlast\n", $"{page}");
    }

    [Fact]
    public void A_run_on_another_Electron_is_refused()
    {
        var file = Report([], $"{VersionTest}: failed");
        var error = Assert.Throws<InvalidOperationException>(() => WriteSwitch.ReadOfPinned(file));
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("same", 1, true)]
    [InlineData("deviates: why", 1, true)]
    [InlineData("deviates", 1, false)]
    [InlineData("not applicable: ", 1, false)]
    [InlineData("not yet: why", 1, false)]
    [InlineData("not yet: why", 146, true)]
    [InlineData("deviates: why", 146, false)]
    [InlineData("better", 1, false)]
    public void Statuses_are_fixed(string status, int rule, bool isFine)
        => Assert.Equal(isFine, ParityStatus.Problem(new ParityRow(rule, "", status, "", "")) is null);

    [Theory]
    [InlineData("electron 45.4.1, 2026-11-22", true)]
    [InlineData("electron 45.4.1", false)]
    [InlineData("Electron 45.4.1, 2026-11-22", false)]
    [InlineData("electron 45, 2026-11-22", false)]
    public void Evidence_of_Electron_has_a_version_and_a_day(string evidence, bool isFine)
        => Assert.Equal(isFine, Evidence.IsElectron(evidence));

    [Theory]
    [InlineData("`EvidenceTests.Names_are_looked_up`", true)]
    [InlineData("`EvidenceTests.Names_are_not_looked_up_`", false)]
    [InlineData("[`src/electron-main/preload.js`](../../src/electron-main/preload.js)", true)]
    [InlineData("[`src/electron-main/none.js`](../../src/electron-main/none.js)", false)]
    [InlineData("[`src/electron-main/preload.js`](../../src/electron-main/main.js)", false)]
    [InlineData("preload.js", false)]
    public void Names_are_looked_up(string item, bool isThere) => Assert.Equal(isThere, ShownItem.Exists(item));

    public void Dispose() => _files.ForEach(File.Delete);

    private string EvidenceOf(int rule, string known, params string[][] platforms)
    {
        var reports = platforms.Select(tests => WriteSwitch.ReadOfPinned(Report(tests, $"{VersionTest}: passed"))).ToList();
        return new PageUpdate(Two, reports, "45.4.1").Of(new ParityRow(rule, "", "same", known, "")).Evidence;
    }

    private string Report(IEnumerable<string> tests, string versionTest)
    {
        var all = tests.Select(test => $"IpcApp.Conformance.Electron.ElectronRegistry.{test}").Prepend(versionTest)
            .Select(test => new { name = test[..test.LastIndexOf(": ", StringComparison.Ordinal)], status = test.Split(' ')[^1] });
        var start = new DateTimeOffset(2026, 11, 22, 23, 59, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        _files.Add(Path.GetTempFileName());
        File.WriteAllText(_files[^1], JsonSerializer.Serialize(new { results = new { summary = new { start }, tests = all } }));
        return _files[^1];
    }
}
