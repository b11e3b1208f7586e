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

    [Fact, Rule(151)]
    public async Task S151_A_listeners_event_has_the_sender_and_ports_alone()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        await page.EvaluateAsync($$"""
            void (globalThis.seen = new Promise((resolve) => ipcRenderer.once('{{channel}}', (event) =>
              resolve([Object.keys(event).sort(), event.sender === ipcRenderer, Array.isArray(event.ports), event.ports.length]))))
            """);
        page.WebContents.Send(channel);
        var seen = await page.EvaluateAsync("seen");
        Assert.True(IpcValue.DeepEquals(new IpcArray([new IpcArray(["ports", "sender"]), true, true, 0]), seen), $"{seen}");
    }
}
