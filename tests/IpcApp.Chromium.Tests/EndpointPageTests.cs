namespace IpcApp.Chromium.Tests;

/// <summary>Each check of <c>endpoints.js</c>, as a real renderer saw it.</summary>
public sealed class EndpointPageTests(EndpointPageChecks checks) : IClassFixture<EndpointPageChecks>
{
    public static TheoryData<string> Names => [.. CheckNames.Of("endpoints.js")];

    [Theory]
    [MemberData(nameof(Names))]
    public void In_a_page(string name) => checks.AssertOk(name);
}

/// <summary>The test app with its endpoints.</summary>
public sealed class EndpointPageChecks() : PageChecks("endpoints.html", "--Endpoints=true");
