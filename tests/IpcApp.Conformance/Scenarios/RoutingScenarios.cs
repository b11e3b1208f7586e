using IpcApp.Conformance.Suite;
using Microsoft.Extensions.Logging;

namespace IpcApp.Conformance.Scenarios;

/// <summary>The way of one incoming message: section 2.C.</summary>
public abstract partial class RoutingScenarios(AppFixture app) : ScenarioClass(app)
{
    [Fact, Rule(39)]
    public async Task S39_The_sender_is_the_very_WebContents_that_apps_hold()
    {
        var (page, other, channel) = (await OpenPageAsync(), await OpenPageAsync(), Channel());
        IpcMain.Handle(channel, e => e.Sender == page.WebContents && e.Sender == App.WebContents.FromId(e.Sender.Id));
        (await page.InvokeAsync(channel)).ShouldBe(true);
        (await other.InvokeAsync(channel)).ShouldBe(false);
    }

    /// <summary>What an app in development says of it: <see cref="DevelopmentScenarios"/>.</summary>
    [Fact, Rule(41)]
    public async Task S41_A_send_that_nothing_listens_to_is_dropped_and_is_no_error()
    {
        var page = await OpenPageAsync();
        await SendAndSettleAsync(page, Channel("unheard"));
        Assert.DoesNotContain(App.Logs.Entries, entry => entry.Level > LogLevel.Warning);
    }
}
