namespace IpcApp.Chromium.Tests;

/// <summary>Each check of <c>ports.js</c>, as a real renderer saw it.</summary>
public sealed class MessagePortTests(PortPageChecks checks) : IClassFixture<PortPageChecks>
{
    public static TheoryData<string> Names
        => [
            .. CheckNames.Of("ports.js"),
            .. Sizes.Select(size => $"what was posted on a port before it was sent on arrives: {size} bytes"),
        ];

    private static int[] Sizes => [0, 1 << 20, 8 << 20];

    [Theory]
    [MemberData(nameof(Names))]
    public void In_a_page(string name) => checks.AssertOk(name);
}
