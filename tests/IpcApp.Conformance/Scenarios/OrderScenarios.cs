using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>Order: section 2.H.</summary>
public abstract partial class OrderScenarios(AppFixture app) : ScenarioClass(app)
{
    [Fact, Rule(107), Rule(109)]
    public async Task S107_All_kinds_of_messages_of_a_frame_start_in_the_order_of_their_calls()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.On(channel, (e, args) =>
        {
            Note($"on {args[0]}");
            e.ReturnValue = IpcValue.Null;
        });
        IpcMain.Handle(channel, async (e, args) =>
        {
            Note($"handle {args[0]}");
            await Task.Yield();
            return null;
        });
        var outcomes = await page.RunAsync(
            PageStep.Send(channel, 1),
            PageStep.Invoke(channel, 2),
            PageStep.PostMessage(channel, 3),
            PageStep.Invoke(channel, 4),
            PageStep.SendSync(channel, 5),
            PageStep.Send(channel, 6));
        await Task.WhenAll(outcomes);
        await SettleAsync(page);
        Assert.Equal(["on 1", "handle 2", "on 3", "handle 4", "on 5", "on 6"], Notes);
    }

    [Fact, Rule(111)]
    public async Task S111_Messages_to_a_frame_arrive_in_the_order_they_were_sent()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        await page.ListenAsync(channel);
        for (var i = 0; i < 200; i++)
        {
            page.WebContents.Send(channel, i);
        }

        for (var i = 0; i < 200; i++)
        {
            (await page.NextAsync(channel)).ShouldBe(i);
        }
    }
}
