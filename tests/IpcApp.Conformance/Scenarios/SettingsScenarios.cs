using IpcApp.Conformance.Suite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IpcApp.Conformance.Scenarios;

/// <summary>Settings that are not the defaults, and what Electron's side makes of them.</summary>
public abstract class SettingsScenarios(AppFixture app) : ScenarioClass(app)
{
    protected override bool EndsTheApp => true;

    private IBrowserWindows Windows => App.Services.GetRequiredService<IBrowserWindows>();

    [Fact]
    public async Task The_last_window_does_not_quit_an_app_that_is_to_stay()
    {
        var stopping = App.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        foreach (var window in Windows.GetAllWindows())
        {
            var closed = new TaskCompletionSource();
            window.Closed += (_, _) => closed.SetResult();
            window.Close();
            await closed.Task.SoonAsync();
        }

        // What Electron decided at the last window comes before it answers this.
        var another = await Windows.CreateAsync(cancellationToken: TestContext.Current.CancellationToken).SoonAsync();
        Assert.False(stopping.IsCancellationRequested);
        Assert.Equal([another], Windows.GetAllWindows());
        Assert.True(await App.Services.GetRequiredService<IElectronApp>().QuitAsync(TestContext.Current.CancellationToken).SoonAsync());
    }

    /// <summary>The default of 30 seconds is longer than a scenario waits.</summary>
    [Fact]
    public async Task A_sendSync_that_is_not_answered_returns_at_the_deadline_of_the_settings()
    {
        var (page, channel, release) = (await OpenPageAsync(), Channel(), new TaskCompletionSource());
        IpcMain.On(channel, async e => await release.Task);
        var outcome = await page.SendSyncAsync(channel).SoonAsync();
        outcome.ShouldBe(new IpcObject { ["error"] = "reply was never sent" });
        release.SetResult();
    }
}
