namespace IpcApp.Chromium.Tests;

/// <summary>Each check of <c>checks.js</c>, as a real renderer saw it.</summary>
public sealed class PageTests(DefaultPageChecks checks, SubFramesPageChecks withSubFrames)
    : IClassFixture<DefaultPageChecks>, IClassFixture<SubFramesPageChecks>
{
    public static TheoryData<string> Names
        => [.. CheckNames.Of("checks.js"), .. SurvivingValues.Select(value => $"{value} survives")];

    private static string[] SurvivingValues => ["minus zero", "NaN", "a bigint", "undefined", "null", "a lone surrogate"];

    [Theory]
    [MemberData(nameof(Names))]
    public void In_a_page(string name) => checks.AssertOk(name);

    [Theory]
    [MemberData(nameof(Names))]
    public void In_a_page_whose_iframes_have_the_preload(string name) => withSubFrames.AssertOk(name);
}
