using IpcApp.TestHandlers.Shapes;
using IpcApp.Testing;

namespace IpcApp.Tests.Testing.Hostile;

/// <summary>The suite over handlers of every shape, with generated code and without.</summary>
public sealed class HostileSuiteTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_handlers_of_the_app_refuse_or_bind_whatever_comes_and_none_is_made(int seed)
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        await app.AssertHostileInputIsRefusedAsync(seed);
        Assert.Equal(0, ShapesHandler.Made);
    }

    [Fact]
    public async Task Each_handler_binds_what_is_plausible_and_refuses_much()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        foreach (var hostile in new IpcHostileSuite(app).Cases.Where(hostile => hostile.Channel.StartsWith("shapes:", StringComparison.Ordinal)))
        {
            var result = await hostile.RunAsync();
            Assert.True(result.FitsAsMade, $"{hostile}: the plausible arguments do not fit");
            Assert.InRange(result.Bound, 2, result.Messages / 2);
            Assert.True(result.Refused > 100, $"{hostile}: only {result.Refused} refused");
            TestContext.Current.TestOutputHelper?.WriteLine($"{hostile}: {result}");
        }
    }
}
