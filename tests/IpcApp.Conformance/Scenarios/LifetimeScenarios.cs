using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>What has no rule: pages and windows that end at the wrong moment.</summary>
/// <param name="app">The app.</param>
/// <param name="windows">How many are many for this renderer.</param>
public abstract partial class LifetimeScenarios(AppFixture app, int windows) : ScenarioClass(app)
{
    [Fact]
    public async Task A_window_is_closed_between_two_replies()
    {
        var (page, channel, back) = (await OpenPageAsync(), Channel(), Channel("back"));
        var sent = new TaskCompletionSource<IpcMainEvent>();
        IpcMain.On(channel, sent.SetResult);
        await page.ListenAsync(back);
        await page.SendAsync(channel);
        var e = await sent.Task.SoonAsync();
        e.Reply(back, 1);
        (await page.NextAsync(back)).ShouldBe(1);
        await page.CloseAsync();
        e.Reply(back, 2);
        Assert.Empty(App.Logs.Entries);
        Assert.True(e.Sender.IsDestroyed());
    }

    [Fact]
    public async Task Calls_of_a_page_that_is_reloaded_leave_nothing_behind()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var answer = new TaskCompletionSource();
        IpcMain.Handle(channel, e => answer.Task);
        var calls = await page.RunAsync([.. Enumerable.Repeat(PageStep.Invoke(channel), 100)]);
        await page.ReloadAsync();
        Assert.All(await Task.WhenAll(calls), call => Assert.True(call.IsGone));
        answer.SetResult();
        (await page.InvokeAsync(channel)).ShouldBe(IpcValue.Undefined);
    }

    [Fact]
    public async Task An_iframe_is_removed_while_its_handler_runs()
    {
        var (page, channel) = (await OpenPageAsync(new PageOptions { SubFrames = true }), Channel());
        var (started, answer) = (new TaskCompletionSource<IpcMainInvokeEvent>(), new TaskCompletionSource<int>());
        using var handler = IpcMain.WithSenderPolicy(IpcSenderPolicy.AnySender).Handle(channel, e =>
        {
            started.TrySetResult(e);
            return answer.Task;
        });
        var frame = await page.AddFrameAsync();
        var call = await frame.StartInvokeAsync(channel);
        var e = await started.Task.SoonAsync();
        Assert.False(e.SenderInfo.IsMainFrame);
        await frame.RemoveAsync();
        Assert.True((await call.SoonAsync()).IsGone);
        answer.SetResult(1);
        (await page.InvokeAsync(channel)).ShouldBe(1);
    }
}
