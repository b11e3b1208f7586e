using IpcApp.Conformance.Suite;
using Microsoft.Extensions.Logging;

namespace IpcApp.Conformance.Scenarios;

/// <summary>What becomes of results and failures.</summary>
public abstract partial class InvokeScenarios
{
    [Fact, Rule(46)]
    public async Task S46_The_handler_starts_before_the_frames_next_message_and_its_task_is_awaited()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var answer = new TaskCompletionSource<string>();
        IpcMain.Handle(channel, e =>
        {
            Note("handler");
            return answer.Task;
        });
        IpcMain.On(channel, e =>
        {
            Note("listener");
            answer.SetResult("awaited");
        });
        var outcomes = await page.RunAsync(PageStep.Invoke(channel), PageStep.Send(channel));
        (await outcomes[0].SoonAsync()).ShouldBe("awaited");
        await SettleAsync(page);
        Assert.Equal(["handler", "listener"], Notes);
    }

    [Fact, Rule(46)]
    public async Task S46_Every_kind_of_task_is_awaited()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IDisposable Handle(string kind) => kind switch
        {
            "Task<T>" => IpcMain.Handle(channel, e => Late(kind)),
            "ValueTask<T>" => IpcMain.Handle(channel, e => new ValueTask<string>(Late(kind))),
            "untyped" => IpcMain.Handle(channel, async (e, args) => await Late(kind)),
            _ => IpcMain.Handle(channel, e => kind),
        };
        foreach (var kind in new[] { "Task<T>", "ValueTask<T>", "untyped", "a value" })
        {
            using var handler = Handle(kind);
            (await page.InvokeAsync(channel)).ShouldBe(kind);
        }

        using var without = IpcMain.Handle(channel, e => (Task)Late("dropped"));
        (await page.InvokeAsync(channel)).ShouldBe(IpcValue.Undefined);

        static async Task<string> Late(string text)
        {
            await Task.Yield();
            return text;
        }
    }

    [Fact, Rule(48)]
    public async Task S48_A_returned_error_is_a_result()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Handle(channel, e => new IpcError("RangeError", "returned"));
        var outcome = await page.InvokeAsync(channel);
        var error = Assert.IsType<IpcError>(outcome.Value);
        Assert.Equal(("RangeError", "returned"), (error.Name, error.Message));
    }

    [Theory, Rule(50), Rule(52)]
    [InlineData("Error", "boom", "Error: boom")]
    [InlineData("TypeError", "bad", "TypeError: bad")]
    [InlineData("MyErr", "m", "MyErr: m")]
    [InlineData("AggregateError", "many", "AggregateError: many")]
    [InlineData("Error", "", "Error")]
    [InlineData("MyErr", "", "MyErr")]
    [InlineData("", "plain", "plain")]
    public async Task S52_The_text_is_the_name_and_the_message(string name, string message, string text)
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Handle<int>(channel, e => throw new IpcException(message) { Name = name });
        (await page.InvokeAsync(channel)).ShouldFail($"Error invoking remote method '{channel}': {text}");
    }

    /// <summary>Electron resolves an empty text, and leaves the page waiting after a thrown null; here, on purpose, both reject.</summary>
    [Fact, Rule(52)]
    public async Task S52_A_failure_without_a_text_rejects_all_the_same()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        using (IpcMain.Handle<int>(channel, e => throw new IpcException("") { Name = "" }))
        {
            (await page.InvokeAsync(channel)).ShouldFail($"Error invoking remote method '{channel}': Error");
        }

        IpcMain.Handle<int>(channel, e => throw null!);
        var error = (await page.InvokeAsync(channel)).Error;
        Assert.StartsWith($"Error invoking remote method '{channel}': Error: ", error?.Message, StringComparison.Ordinal);
    }

    [Fact, Rule(54)]
    public async Task S54_A_failure_is_written_down_in_main_in_Electrons_words()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Handle<int>(channel, e => throw new IpcException("boom") { Name = "MyErr" });
        await page.InvokeAsync(channel);
        await SettleAsync(page);
        var entry = Assert.Single(App.Logs.Entries);
        Assert.Equal((LogLevel.Error, $"Error occurred in handler for '{channel}': MyErr: boom"), (entry.Level, entry.Message));
        Assert.IsType<IpcException>(entry.Exception);
    }

    [Fact, Rule(53), Rule(54)]
    public async Task S54_A_channel_without_a_handler_is_one_line_that_a_page_cannot_forge_or_repeat_for_ever()
    {
        var (page, channel) = (await OpenPageAsync(), Channel() + "\u001b[31m\nfail: forged");
        for (var i = 0; i < 20; i++)
        {
            (await page.InvokeAsync(channel)).ShouldFail($"Error invoking remote method '{channel}': Error: No handler registered for '{channel}'");
        }

        await SettleAsync(page);
        var shown = channel.Replace("\u001b", "\\u001B", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        var text = $"Error occurred in handler for '{shown}': Error: No handler registered for '{shown}'";
        Assert.Equal(
            [(LogLevel.Error, text), (LogLevel.Error, text + " [the 10th line like it; the next that is written is the 100th]")],
            App.Logs.Entries.Select(entry => (entry.Level, entry.Message)).Where(entry => entry.Level == LogLevel.Error)); // the hint is a warning
    }

    [Fact, Rule(54)]
    public async Task S54_A_text_that_a_page_has_influenced_is_cut_and_escaped()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Handle<string, int>(channel, (e, text) => throw new IpcException(text));
        await page.InvokeAsync(channel, "a\r\n\u001b" + new string('x', 100_000));
        await SettleAsync(page);
        var entry = Assert.Single(App.Logs.Entries);
        Assert.StartsWith($"Error occurred in handler for '{channel}': Error: a\\r\\n\\u001Bxxx", entry.Message, StringComparison.Ordinal);
        Assert.EndsWith("… (100,011 characters)", entry.Message, StringComparison.Ordinal);
        Assert.InRange(entry.Message.Length, 1_000, 1_200);
    }

    /// <summary>Since version 41 Electron leaves the page waiting; here, on purpose, it reads what earlier versions told it.</summary>
    [Fact, Rule(55)]
    public async Task S55_A_result_that_can_not_be_cloned_rejects_with_Electrons_earlier_text()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Handle(channel, (e, args) => new ValueTask<object?>(new object?[] { 1, (Action)(() => { }) }));
        (await page.InvokeAsync(channel)).ShouldFail($"Error invoking remote method '{channel}': Error: An object could not be cloned.");
        await App.Logs.WaitForAsync($"Error occurred in handler for '{channel}': Error: An object could not be cloned.");
    }

    [Fact, Rule(59)]
    public async Task S59_Any_number_of_calls_may_wait_and_each_gets_its_own_answer()
    {
        const int Count = 300;
        var (page, channel) = (await OpenPageAsync(), Channel());
        var answers = Enumerable.Range(0, Count).Select(_ => new TaskCompletionSource<int>()).ToArray();
        var all = new CountdownEvent(Count);
        IpcMain.Handle<int, int>(channel, (e, number) =>
        {
            if (all.Signal())
            {
                Note("all wait");
            }

            return answers[number].Task;
        });
        var outcomes = await page.RunAsync([.. Enumerable.Range(0, Count).Select(i => PageStep.Invoke(channel, i))]);
        await SettleCallsAsync(page);
        Assert.Equal(["all wait"], Notes);
        Assert.All(outcomes, outcome => Assert.False(outcome.IsCompleted));
        for (var i = Count - 1; i >= 0; i--)
        {
            answers[i].SetResult(-i);
        }

        for (var i = 0; i < Count; i++)
        {
            (await outcomes[i].SoonAsync()).ShouldBe(-i);
        }
    }

    [Fact, Rule(60)]
    public async Task S60_Arguments_come_first_also_without_a_handler()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        (await page.InvokeAsync(channel, Uncloneable.Function)).ShouldFail("An object could not be cloned.");
    }

    /// <summary>All that the frame has sent has started; calls may still wait for their answers.</summary>
    private async Task SettleCallsAsync(Frame frame)
    {
        var channel = Channel("started");
        IpcMain.Handle(channel, e => { });
        (await frame.InvokeAsync(channel)).ShouldBe(IpcValue.Undefined);
    }
}
