using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>Failures in main: section 2.K.</summary>
public abstract class FailuresScenarios(AppFixture app) : ScenarioClass(app)
{
    [Fact, Rule(142)]
    public async Task S142_A_listener_that_throws_ends_that_message_and_no_other()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.On<int>(channel, (e, number) =>
        {
            Note($"first {number}");
            if (number == 1)
            {
                throw new InvalidOperationException("thrown by the scenario");
            }
        });
        IpcMain.On<int>(channel, (e, number) => Note($"second {number}"));
        await page.RunAsync(PageStep.Send(channel, 1), PageStep.Send(channel, 2));
        await SettleAsync(page);
        Assert.Equal(["first 1", "first 2", "second 2"], Notes);
        Assert.Equal("thrown by the scenario", Assert.Single(App.Logs.Entries).Exception?.Message);
    }
}
