using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>The renderer's side: section 2.M.</summary>
public abstract class RendererSideScenarios(AppFixture app) : ScenarioClass(app)
{
    [Fact, Rule(155)]
    public async Task S155_Over_the_context_bridge_an_error_keeps_its_message_alone()
    {
        var (page, channel) = (await OpenPageAsync(new PageOptions { Route = PageRoute.WindowIpc }), Channel());
        IpcMain.Handle<int>(channel, e => throw new IpcException("boom") { Name = "RangeError" });
        var outcome = await page.InvokeAsync(channel);
        Assert.Equal(
            new PageError("Error", $"Error invoking remote method '{channel}': RangeError: boom", "Error"),
            outcome.Error);
    }
}
