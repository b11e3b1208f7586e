using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>Who may call what: section 9 of the design, which has no rule in Electron.</summary>
public abstract class SenderPolicyScenarios(AppFixture app) : ScenarioClass(app)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_iframe_is_refused_although_it_has_the_preload(bool sandboxed)
    {
        var (page, channel) = (await OpenPageAsync(new PageOptions { SubFrames = true }), Channel());
        IpcMain.Handle(channel, e => Note("handled"));
        IpcMain.On(channel, e => Note("heard"));
        var frame = await page.AddFrameAsync(new FrameOptions { Sandboxed = sandboxed });
        (await frame.InvokeAsync(channel)).ShouldFail(
            $"Error invoking remote method '{channel}': Error: Sender not allowed for '{channel}'");
        (await frame.SendSyncAsync(channel)).ShouldBe(new IpcObject { ["error"] = $"Error: Sender not allowed for '{channel}'" });
        await frame.SendAsync(channel);
        await SettleAsync(page);
        Assert.Empty(Notes);
    }
}
