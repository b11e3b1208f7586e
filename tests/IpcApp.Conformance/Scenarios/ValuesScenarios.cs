using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>Structured clone: section 2.I.</summary>
public abstract class ValuesScenarios(AppFixture app) : ScenarioClass(app)
{
    [Fact, Rule(120)]
    public async Task S120_Identity_and_cycles_survive_within_a_call_and_across_its_arguments()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Handle(channel, (e, args) => new ValueTask<object?>(new IpcArray([args[0], args[1]])));
        var shared = new IpcObject();
        shared["self"] = shared;
        var value = Assert.IsType<IpcArray>((await page.InvokeAsync(channel, shared, shared)).Value);
        Assert.Same(value[0], value[1]);
        Assert.Same(value[0], value[0]["self"]);
    }
}
