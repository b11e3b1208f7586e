using System.Text.RegularExpressions;

namespace IpcApp.Chromium.Tests;

/// <summary>Each check of <c>checks.js</c>, as a real renderer saw it.</summary>
public sealed partial class PageTests(DefaultPageChecks checks, SubFramesPageChecks withSubFrames)
    : IClassFixture<DefaultPageChecks>, IClassFixture<SubFramesPageChecks>
{
    public static TheoryData<string> Names
    {
        get
        {
            var script = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "checks.js"));
            var names = CheckName().Matches(script).Select(match => match.Groups[1].Value.Replace("\\'", "'", StringComparison.Ordinal));
            return [.. names, .. SurvivingValues.Select(value => $"{value} survives")];
        }
    }

    private static string[] SurvivingValues => ["minus zero", "NaN", "a bigint", "undefined", "null", "a lone surrogate"];

    [Theory]
    [MemberData(nameof(Names))]
    public void In_a_page(string name) => checks.AssertOk(name);

    [Theory]
    [MemberData(nameof(Names))]
    public void In_a_page_whose_iframes_have_the_preload(string name) => withSubFrames.AssertOk(name);

    [GeneratedRegex(@"await check\('((?:[^'\\]|\\.)*)'")]
    private static partial Regex CheckName();
}
