using System.Reflection;
using IpcApp.Conformance.Scenarios;

namespace IpcApp.Conformance.Suite;

/// <summary>The suite itself: nothing is left out without a reason that stands somewhere.</summary>
public sealed class SuiteTests
{
    private static readonly Type[] Types = typeof(SuiteTests).Assembly.GetTypes();

    /// <summary>The classes of scenarios, written once.</summary>
    public static TheoryData<Type> Sections => [.. Types.Where(type => type.IsAbstract && type.BaseType == typeof(ScenarioClass))];

    public static TheoryData<string> Drivers => ["fake", "chromium", "electron"];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Every_section_runs_on_every_renderer(Type section)
    {
        var runs = Types.Where(type => type.IsSealed && type.BaseType == section).Select(type => type.Name).Where(IsOrdinary).Order();
        var name = section.Name.Replace("Scenarios", "", StringComparison.Ordinal);
        Assert.Equal([$"Chromium{name}", $"Electron{name}", $"Fake{name}"], runs);
    }

    [Fact]
    public void Every_section_but_the_load_runs_once_more_with_the_newer_header()
        => Assert.Equal(
            Sections.Select(section => section.Data).Where(section => section != typeof(LoadScenarios)).Select(section => section.Name).Order(),
            Types.Where(type => !IsOrdinary(type.Name) && type.Namespace == "IpcApp.Conformance.Fake").Select(type => type.BaseType!.Name).Order());

    /// <summary>Some sections run once more, on Electron that is set up differently.</summary>
    private static bool IsOrdinary(string run)
        => !run.EndsWith("Version16", StringComparison.Ordinal) && !run.EndsWith("OldDetached", StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Sections))]
    public void A_scenario_that_is_named_by_a_rule_has_that_rule(Type section)
        => Assert.All(
            section.GetMethods().Where(method => method.IsDefined(typeof(FactAttribute)) && method.Name is ['S', >= '0' and <= '9', ..]),
            method => Assert.Contains(method.Name.Split('_')[0], RulesOf(method).Select(rule => $"S{rule}")));

    [Theory]
    [MemberData(nameof(Drivers))]
    public void A_driver_gives_reasons_for_rules_that_have_a_scenario(string driver)
        => Assert.All(RuleList.Read(driver).Keys, rule => Assert.Contains(rule, RulesWithScenarios()));

    [Fact]
    public void A_rule_without_any_scenario_has_a_reason()
    {
        var missing = Enumerable.Range(1, RuleAttribute.Last).Except(RulesWithScenarios()).Except(RuleList.Read("any").Keys);
        Assert.Empty(missing.Select(rule => $"S{rule}"));
    }

    [Fact]
    public void A_rule_that_nobody_can_observe_has_no_scenario()
        => Assert.Empty(RuleList.Read("any").Keys.Intersect(RulesWithScenarios()).Select(rule => $"S{rule}"));

    private static HashSet<int> RulesWithScenarios()
        => [.. Types.SelectMany(type => type.GetMethods()).SelectMany(RulesOf)];

    private static IEnumerable<int> RulesOf(MethodInfo method)
        => method.GetCustomAttributes<RuleAttribute>().Select(rule => rule.Number);
}
