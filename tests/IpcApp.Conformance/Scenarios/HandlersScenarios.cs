using IpcApp.Conformance.Suite;
using Microsoft.Extensions.Logging;

namespace IpcApp.Conformance.Scenarios;

/// <summary>Handlers of one emitter: section 2.B.</summary>
public abstract class HandlersScenarios(AppFixture app) : ScenarioClass(app)
{
    [Fact, Rule(21), Rule(22)]
    public async Task S21_Listeners_and_a_handler_of_one_channel_do_not_meet()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.On(channel, e => Note("listener"));
        IpcMain.Handle(channel, e => "handler");
        (await page.InvokeAsync(channel)).ShouldBe("handler");
        Assert.Empty(Notes);
        await SendAndSettleAsync(page, channel);
        Assert.Equal(["listener"], Notes);
    }

    [Fact, Rule(23)]
    public async Task S23_A_second_handler_for_a_channel_is_refused()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Handle(channel, e => 1);
        var error = Assert.ThrowsAny<InvalidOperationException>(() => IpcMain.Handle(channel, e => 2));
        Assert.Equal($"Attempted to register a second handler for '{channel}'", error.Message);
        Assert.ThrowsAny<InvalidOperationException>(() => IpcMain.HandleOnce(channel, (e, args) => new(3)));
        (await page.InvokeAsync(channel)).ShouldBe(1);
    }

    [Fact, Rule(26)]
    public async Task S26_A_once_handler_answers_one_call_even_if_it_throws()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.HandleOnce(channel, (e, args) => throw new InvalidOperationException("thrown by the scenario"));
        var calls = await page.RunAsync(PageStep.Invoke(channel), PageStep.Invoke(channel));
        (await calls[0]).ShouldFail($"Error invoking remote method '{channel}': Error: thrown by the scenario");
        (await calls[1]).ShouldFail($"Error invoking remote method '{channel}': Error: No handler registered for '{channel}'");
    }

    [Fact, Rule(27), Rule(29)]
    public async Task S29_A_removed_handlers_channel_can_be_handled_again_at_once()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.RemoveHandler(channel);
        IpcMain.Handle(channel, e => 1);
        IpcMain.RemoveHandler(channel);
        (await page.InvokeAsync(channel)).ShouldFail(
            $"Error invoking remote method '{channel}': Error: No handler registered for '{channel}'");
        IpcMain.Handle(channel, e => 2);
        (await page.InvokeAsync(channel)).ShouldBe(2);
    }

    [Fact, Rule(28)]
    public async Task S28_Removing_a_handler_does_not_touch_calls_that_have_started()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var (started, answer) = (new TaskCompletionSource(), new TaskCompletionSource<int>());
        IpcMain.Handle(channel, e =>
        {
            started.SetResult();
            return answer.Task;
        });
        var call = await page.StartInvokeAsync(channel);
        await started.Task.SoonAsync();
        IpcMain.RemoveHandler(channel);
        answer.SetResult(7);
        (await call.SoonAsync()).ShouldBe(7);
    }

    [Fact, Rule(24)]
    public void S24_A_handler_that_is_none_is_refused_after_a_look_for_another()
    {
        var channel = Channel();
        Func<IDisposable>[] ways =
        [
            () => IpcMain.Handle(channel, (IpcMainInvokeHandler)null!),
            () => IpcMain.Handle(channel, (Func<IpcMainInvokeEvent, int>)null!),
            () => IpcMain.Handle(channel, (Func<IpcMainInvokeEvent, int, int>)null!),
        ];
        Assert.All(ways, register => Assert.StartsWith(
            "Expected handler to be a function, but found type 'object'",
            Assert.Throws<ArgumentNullException>(register).Message,
            StringComparison.Ordinal));
        IpcMain.Handle(channel, e => 1);
        Assert.All(ways, register => Assert.Equal(
            $"Attempted to register a second handler for '{channel}'",
            Assert.Throws<InvalidOperationException>(register).Message));
    }

    /// <summary>Electron looks at it at the first call only; here, on purpose, nothing is registered.</summary>
    [Fact, Rule(25)]
    public async Task S25_A_handler_for_one_call_that_is_none_is_refused_at_once()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        Assert.Throws<ArgumentNullException>(() => IpcMain.HandleOnce(channel, null!));
        (await page.InvokeAsync(channel)).ShouldFail(
            $"Error invoking remote method '{channel}': Error: No handler registered for '{channel}'");
    }

    [Fact, Rule(30)]
    public async Task S30_Each_emitter_may_have_a_handler_for_the_same_channel()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        foreach (var (ipc, name) in new[]
        {
            (page.WebContents.MainFrame.Ipc, "frame"), (page.WebContents.Ipc, "window"), (IpcMain, "global"),
        })
        {
            ipc.Handle(channel, e => name);
            Assert.ThrowsAny<InvalidOperationException>(() => ipc.Handle(channel, e => "second"));
        }

        (await page.InvokeAsync(channel)).ShouldBe("frame");
        page.WebContents.MainFrame.Ipc.RemoveHandler(channel);
        (await page.InvokeAsync(channel)).ShouldBe("window");
        page.WebContents.Ipc.RemoveHandler(channel);
        (await page.InvokeAsync(channel)).ShouldBe("global");
    }

    [Fact, Rule(22)]
    public async Task S22_An_invoke_is_no_message_and_a_message_reaches_no_handler()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        page.WebContents.IpcMessage += (e, args) => Note("ipc-message");
        page.WebContents.IpcMessageSync += (e, args) => Note("ipc-message-sync");
        IpcMain.Handle(channel, e => Note("handler"));
        (await page.InvokeAsync(channel)).ShouldBe(IpcValue.Undefined);
        await page.PostMessageAsync(channel, 1);
        await SendAndSettleAsync(page, channel);
        Assert.Equal(["handler", "ipc-message"], Notes);
        Assert.DoesNotContain(App.Logs.Entries, entry => entry.Level > LogLevel.Warning);
    }
}
