using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>From main to pages: section 2.F.</summary>
public abstract partial class SendingScenarios(AppFixture app) : ScenarioClass(app)
{
    [Fact, Rule(78)]
    public async Task S78_Send_reaches_the_main_frame_with_all_its_arguments()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        await page.ListenAsync(channel);
        page.WebContents.Send(channel, 1, null, "x", IpcValue.Undefined);
        (await page.NextAsync(channel)).ShouldBe(1, IpcValue.Null, "x", IpcValue.Undefined);
    }

    [Fact, Rule(79)]
    public async Task S79_Arguments_that_can_not_be_cloned_are_logged_and_nothing_is_sent()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        await page.ListenAsync(channel);
        page.WebContents.Send(channel, () => { });
        await App.Logs.WaitForAsync("Error sending from webFrameMain: ");
        page.WebContents.Send(channel, "next");
        (await page.NextAsync(channel)).ShouldBe("next");
    }

    [Fact, Rule(84), Rule(90)]
    public async Task S84_Reply_sends_to_the_frame_of_the_message_and_does_not_answer_sendSync()
    {
        var (page, channel, back) = (await OpenPageAsync(), Channel(), Channel("back"));
        await page.ListenAsync(back);
        IpcMain.On(channel, (e, args) =>
        {
            e.Reply(back, args[0]);
            e.ReturnValue = "answer";
        });
        await page.SendAsync(channel, "a");
        (await page.NextAsync(back)).ShouldBe("a");
        (await page.SendSyncAsync(channel, "b")).ShouldBe("answer");
        (await page.NextAsync(back)).ShouldBe("b");
    }

    [Fact, Rule(86)]
    public async Task S86_Reply_to_a_document_that_has_gone_is_dropped_in_silence()
    {
        var (page, channel, back) = (await OpenPageAsync(), Channel(), Channel("back"));
        var sent = new TaskCompletionSource<IpcMainEvent>();
        IpcMain.On(channel, sent.SetResult);
        await page.SendAsync(channel);
        var e = await sent.Task.SoonAsync();
        await page.NavigateAsync("next");
        await page.ListenAsync(back);
        e.Reply(back, "late");
        page.WebContents.Send(back, "after");
        (await page.NextAsync(back)).ShouldBe("after");
        Assert.Empty(App.Logs.Entries);
    }
}
