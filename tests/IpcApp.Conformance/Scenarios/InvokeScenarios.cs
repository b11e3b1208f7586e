using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>What <c>invoke</c> comes to: section 2.D.</summary>
public abstract partial class InvokeScenarios(AppFixture app) : ScenarioClass(app)
{
    [Fact, Rule(47)]
    public async Task S47_A_result_arrives_as_its_clone()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Handle(channel, (e, args) => new ValueTask<object?>(args[0]));
        var nested = new IpcObject { ["list"] = new IpcArray([1, -0.0, double.NaN, "text"]), ["none"] = IpcValue.Undefined };
        foreach (var value in new IpcValue[] { IpcValue.Undefined, IpcValue.Null, "\ud800", 1.5, 10L, nested })
        {
            (await page.InvokeAsync(channel, value)).ShouldBe(value);
        }
    }

    [Fact, Rule(49), Rule(50), Rule(51)]
    public async Task S51_A_throw_and_a_rejection_give_the_page_the_same_plain_error()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Handle<bool>(channel, async (e, late) =>
        {
            if (late)
            {
                await Task.Yield();
            }

            throw new IpcException("boom") { Name = "TypeError" };
        });
        var text = $"Error invoking remote method '{channel}': TypeError: boom";
        foreach (var late in new[] { false, true })
        {
            var outcome = await page.InvokeAsync(channel, late);
            Assert.Equal(new PageError("Error", text, "Error"), outcome.Error);
        }
    }

    [Fact, Rule(53)]
    public async Task S53_Without_a_handler_it_rejects()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        (await page.InvokeAsync(channel)).ShouldFail(
            $"Error invoking remote method '{channel}': Error: No handler registered for '{channel}'");
    }

    [Fact, Rule(58)]
    public async Task S58_A_call_of_a_page_that_has_gone_never_settles_and_its_answer_is_dropped_in_silence()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var (started, answer) = (new TaskCompletionSource<CancellationToken>(), new TaskCompletionSource<int>());
        IpcMain.Handle(channel, e =>
        {
            started.SetResult(e.Aborted);
            return answer.Task;
        });
        var call = await page.StartInvokeAsync(channel);
        var aborted = await started.Task.SoonAsync();
        await page.NavigateAsync("next");
        Assert.True((await call.SoonAsync()).IsGone);
        await Canceled(aborted);
        answer.SetResult(1);
        await SettleAsync(page);
        Assert.Empty(App.Logs.Entries);
    }

    [Fact, Rule(60)]
    public async Task S60_Arguments_that_can_not_be_cloned_reject_with_the_bare_text_and_nothing_is_sent()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Handle(channel, (e, args) =>
        {
            Note("called");
            return default;
        });
        (await page.InvokeAsync(channel, 1, Uncloneable.Function)).ShouldFail("An object could not be cloned.");
        await SettleAsync(page);
        Assert.Empty(Notes);
    }

    private static async Task Canceled(CancellationToken token)
    {
        var canceled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = token.Register(canceled.SetResult);
        await canceled.Task.SoonAsync();
    }
}
