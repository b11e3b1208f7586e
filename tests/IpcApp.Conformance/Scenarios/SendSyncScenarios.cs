using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary><c>sendSync</c>: section 2.E.</summary>
public abstract partial class SendSyncScenarios(AppFixture app) : ScenarioClass(app)
{
    [Fact, Rule(63), Rule(64), Rule(67)]
    public async Task S63_The_first_assignment_wins_and_every_listener_runs()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.On(channel, e =>
        {
            e.ReturnValue = 1;
            Note($"{e.ReturnValue}");
            e.ReturnValue = 2;
        });
        IpcMain.On(channel, e =>
        {
            Note("second");
            e.ReturnValue = 3;
        });
        (await page.SendSyncAsync(channel)).ShouldBe(1);
        await SettleAsync(page);
        Assert.Equal(["undefined", "second"], Notes);
    }

    [Fact, Rule(65)]
    public async Task S65_Undefined_and_null_are_answers()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.On(channel, (e, args) => e.ReturnValue = args[0]);
        (await page.SendSyncAsync(channel, IpcValue.Undefined)).ShouldBe(IpcValue.Undefined);
        (await page.SendSyncAsync(channel, IpcValue.Null)).ShouldBe(IpcValue.Null);
    }

    [Fact, Rule(66), Rule(75)]
    public async Task S66_The_answer_may_come_later()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.On(channel, async e =>
        {
            await Task.Yield();
            e.ReturnValue = "late";
        });
        (await page.SendSyncAsync(channel)).ShouldBe("late");
    }

    [Fact, Rule(68)]
    public async Task S68_An_assignment_on_another_kind_of_message_does_nothing()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.On(channel, e => e.ReturnValue = 1);
        await SendAndSettleAsync(page, channel);
        Assert.Empty(App.Logs.Entries);
    }

    [Fact, Rule(71)]
    public async Task S71_Without_an_answer_it_returns_an_error_object()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.On(channel, e => Note("heard"));
        (await page.SendSyncAsync(channel)).ShouldBe(new IpcObject { ["error"] = "reply was never sent" });
        Assert.Equal(["heard"], Notes);
    }

    [Fact, Rule(77)]
    public async Task S77_Arguments_that_can_not_be_cloned_throw_at_once_and_nothing_is_sent()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.On(channel, e => Note("called"));
        (await page.SendSyncAsync(channel, Uncloneable.Symbol)).ShouldFail("An object could not be cloned.");
        await SettleAsync(page);
        Assert.Empty(Notes);
    }
}
