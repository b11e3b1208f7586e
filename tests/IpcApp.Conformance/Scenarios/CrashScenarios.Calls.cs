using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>What was under way when a page crashed, and what is sent to it afterwards.</summary>
public abstract partial class CrashScenarios
{
    [Fact, Rule(58), Rule(54)]
    public async Task S58_A_failure_of_a_call_whose_page_has_gone_is_still_written_down()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var (started, failure) = (new TaskCompletionSource(), new TaskCompletionSource<int>());
        IpcMain.Handle(channel, e =>
        {
            started.SetResult();
            return failure.Task;
        });
        var call = await page.StartInvokeAsync(channel);
        await started.Task.SoonAsync();
        await CrashAsync(page);
        Assert.True((await call.SoonAsync()).IsGone);
        failure.SetException(new InvalidOperationException("too late"));
        await App.Logs.WaitForAsync($"Error occurred in handler for '{channel}': Error: too late");
    }

    [Fact, Rule(79)]
    public async Task S79_Sending_to_a_disposed_frame_is_logged_and_does_not_throw()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        await CrashAsync(page);
        App.Logs.Clear();
        page.WebContents.Send(channel, 1);
        page.WebContents.MainFrame.Send(channel, 1);
        Assert.Equal(2, App.Logs.Containing($"Error sending from webFrameMain: {FrameDisposed}").Count);
        page.WebContents.Send(channel, () => { }); // serialization comes first
        Assert.Single(App.Logs.Containing("Error sending from webFrameMain: Failed to serialize arguments"));
        Assert.Equal(2, App.Logs.Containing(FrameDisposed).Count);
    }

    [Fact, Rule(80)]
    public async Task S80_Posting_to_a_crashed_page_throws()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var frame = page.WebContents.MainFrame;
        await CrashAsync(page);
        App.Logs.Clear();
        Assert.Equal(FrameDisposed, Assert.Throws<InvalidOperationException>(() => frame.PostMessage(channel, 1)).Message);
        Assert.Equal(FrameDisposed, Assert.Throws<InvalidOperationException>(() => page.WebContents.PostMessage(channel, 1)).Message);
        Assert.Empty(App.Logs.Entries);
    }

    [Fact, Rule(86), Rule(88)]
    public async Task S86_Reply_to_a_page_that_has_crashed_is_dropped_in_silence()
    {
        var (page, back) = (await OpenPageAsync(), Channel("back"));
        var e = await EventFromAsync(page);
        await CrashAsync(page);
        await page.ReloadAsync();
        App.Logs.Clear(); // a crash is logged
        e.Reply(back, "late");
        e.Reply(null!, "not even the channel is looked at");
        Assert.Empty(App.Logs.Entries);
    }

    [Fact, Rule(97), Rule(98)]
    public async Task S97_Each_late_look_at_the_frame_of_a_crashed_page_gives_null_and_a_warning()
    {
        var page = await OpenPageAsync();
        var e = await EventFromAsync(page);
        await CrashAsync(page);
        await page.ReloadAsync();
        await SettleAsync(page);
        ShouldBeLate(e);
    }

    [Fact, Rule(130)]
    public async Task S130_Posting_to_a_disposed_frame_throws_and_loses_the_ports()
    {
        var (page, channel, main) = (await OpenPageAsync(), Channel(), new MessageChannelMain());
        main.Port2.Closed += (_, _) => Note("peer closed");
        main.Port2.Start();
        await CrashAsync(page);
        var frame = page.WebContents.MainFrame;
        Assert.Throws<IpcCloneException>(() => frame.PostMessage(channel, () => { }, main.Port1));
        Assert.Equal(FrameDisposed, Assert.Throws<InvalidOperationException>(() => frame.PostMessage(channel, 1, main.Port1)).Message);
        var neutered = Assert.ThrowsAny<ArgumentException>(() => frame.PostMessage(channel, 1, main.Port1));
        Assert.StartsWith("Port at index 0 is already neutered.", neutered.Message, StringComparison.Ordinal);
        await NotedAsync("peer closed");
    }

    [Fact, Rule(138)]
    public async Task S138_A_page_that_crashes_takes_its_ports_with_it()
    {
        var (page, channel, main) = (await OpenPageAsync(), Channel(), new MessageChannelMain());
        main.Port1.Closed += (_, _) => Note("main closed");
        main.Port1.Start();
        await page.ListenAsync(channel);
        page.WebContents.PostMessage(channel, null, main.Port2);
        await page.NextAsync(channel);
        await CrashAsync(page);
        await NotedAsync("main closed");
        main.Port1.PostMessage("to a page that is gone");
    }

    [Fact]
    public async Task Handlers_of_a_page_that_crashes_are_told_and_their_answers_go_nowhere()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var (told, answer) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource<int>());
        IpcMain.Handle(channel, async e =>
        {
            using var registration = e.Aborted.Register(told.SetResult);
            Note("started");
            return await answer.Task;
        });
        var call = await page.StartInvokeAsync(channel);
        await NotedAsync("started");
        await CrashAsync(page);
        await told.Task.SoonAsync();
        App.Logs.Clear();
        answer.SetResult(1);
        await App.WhenIdleAsync();
        Assert.True((await call.SoonAsync()).IsGone);
        Assert.Empty(App.Logs.Entries);
    }
}
