using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>What comes before what: within one frame, between frames, and on the two pipes to a page.</summary>
public abstract partial class OrderScenarios
{
    [Fact, Rule(108)]
    public async Task S108_The_synchronous_part_of_a_message_ends_before_the_next_of_its_frame_begins()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        for (var listener = 1; listener <= 2; listener++)
        {
            var name = listener;
            IpcMain.On(channel, async (e, args) =>
            {
                Note($"{args[0]} {name} begins");
                Thread.Yield();
                Note($"{args[0]} {name} ends");
                await Task.Yield();
            });
        }

        await page.RunAsync([.. Enumerable.Range(0, 50).Select(i => PageStep.Send(channel, i))]);
        await SettleAsync(page);
        Assert.Equal(
            Enumerable.Range(0, 50).SelectMany(i => new[] { $"{i} 1 begins", $"{i} 1 ends", $"{i} 2 begins", $"{i} 2 ends" }),
            Notes);
    }

    [Fact, Rule(109)]
    public async Task S109_Answers_come_in_the_order_in_which_handlers_end()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var answers = Enumerable.Range(0, 3).Select(_ => new TaskCompletionSource<string>()).ToList();
        IpcMain.Handle(channel, (IpcMainInvokeEvent e, int i) => answers[i].Task);
        var calls = await page.RunAsync(PageStep.Invoke(channel, 0), PageStep.Invoke(channel, 1), PageStep.Invoke(channel, 2));
        foreach (var i in new[] { 2, 0, 1 })
        {
            Assert.False(calls[i].IsCompleted);
            answers[i].SetResult($"answer {i}");
            (await calls[i].SoonAsync()).ShouldBe($"answer {i}");
        }
    }

    [Fact, Rule(108), Rule(110)]
    public async Task S110_A_frame_does_not_wait_for_another_where_Electron_has_one_thread_for_all()
    {
        var (page, other, channel) = (await OpenPageAsync(), await OpenPageAsync(), Channel());
        using var otherWasHere = new ManualResetEventSlim();
        IpcMain.Handle(channel, (IpcMainInvokeEvent e, string what) =>
        {
            if (what == "wait")
            {
                return otherWasHere.Wait(Patience.Limit); // a thread is blocked, not awaited
            }

            otherWasHere.Set();
            return true;
        });
        var waiting = await page.StartInvokeAsync(channel, "wait");
        (await other.InvokeAsync(channel, "go on")).ShouldBe(true);
        (await waiting.SoonAsync()).ShouldBe(true);
    }

    [Fact, Rule(114)]
    public async Task S114_What_is_sent_to_a_page_that_waits_in_sendSync_is_seen_when_that_returns()
    {
        var (page, other, channel, back) = (await OpenPageAsync(), await OpenPageAsync(), Channel(), Channel("back"));
        IpcMain.HandleOnce(back, (e, args) => default);
        IpcMain.On(channel, async (e, args) =>
        {
            e.Reply(back, "meanwhile");
            await other.InvokeAsync(back); // time enough for the message to arrive, were anybody there to take it
            e.ReturnValue = "answer";
        });
        await page.ListenAsync(back);
        var seen = await page.EvaluateAsync(
            $"[conformance.waitingCount('{back}'), ipcRenderer.sendSync('{channel}'), conformance.waitingCount('{back}')]");
        Assert.True(IpcValue.DeepEquals(new IpcArray([0, "answer", 0]), seen), $"{seen}");
        (await page.NextAsync(back)).ShouldBe("meanwhile");
    }

    [Fact, Rule(116)]
    public async Task S116_A_page_can_send_on_and_on_while_main_is_busy()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        using var goOn = new ManualResetEventSlim();
        IpcMain.On(channel, (IpcMainEvent e, int i) =>
        {
            goOn.Wait(Patience.Limit);
            Note($"{i}");
        });
        var sent = await page.RunAsync([.. Enumerable.Range(0, 2000).Select(i => PageStep.Send(channel, i))]);
        Assert.All(await Task.WhenAll(sent), outcome => outcome.ShouldBe(IpcValue.Undefined));
        Assert.Empty(Notes);
        goOn.Set();
        await SettleAsync(page);
        Assert.Equal(Enumerable.Range(0, 2000).Select(i => $"{i}"), Notes);
    }
}
