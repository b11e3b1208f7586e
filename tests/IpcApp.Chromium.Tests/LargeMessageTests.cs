namespace IpcApp.Chromium.Tests;

/// <summary>Each check of <c>large.js</c>, as a real renderer saw it.</summary>
public sealed class LargeMessageTests(LargePageChecks checks) : IClassFixture<LargePageChecks>
{
    public static TheoryData<string> Names => [.. CheckNames.Of("large.js")];

    [Theory]
    [MemberData(nameof(Names))]
    public void In_a_page(string name) => checks.AssertOk(name);
}

/// <summary>Each check of <c>larger.js</c>, as a real renderer saw it.</summary>
public sealed class LargerMessageTests(LargerPageChecks checks) : IClassFixture<LargerPageChecks>
{
    public static TheoryData<string> Names => [.. CheckNames.Of("larger.js")];

    [Theory]
    [MemberData(nameof(Names))]
    public void In_a_page(string name) => checks.AssertOk(name);
}
