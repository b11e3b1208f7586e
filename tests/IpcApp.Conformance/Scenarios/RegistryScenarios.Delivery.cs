using System.Collections.Concurrent;
using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>How one message is delivered to its listeners.</summary>
public abstract partial class RegistryScenarios
{
    [Fact, Rule(8)]
    public async Task S8_What_a_listener_changes_in_a_wider_scope_counts_for_the_same_message()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var (frame, window) = (page.WebContents.MainFrame.Ipc, page.WebContents.Ipc);
        var removed = IpcMain.On(channel, e => Note("global, removed"));
        frame.Once(channel, (e, args) =>
        {
            removed.Dispose();
            frame.Once(channel, (e, args) => Note("frame, added"));
            window.On(channel, e => Note("window, added"));
            IpcMain.On(channel, e => Note("global, added"));
        });
        await SendAndSettleAsync(page, channel);
        Assert.Equal(["window, added", "global, added"], Notes);
    }

    [Fact, Rule(9)]
    public async Task S9_A_once_listener_is_gone_before_it_runs()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Once(channel, (e, args) =>
        {
            Note($"once, {IpcMain.ListenerCount(channel)} left");
            Note($"emitted again: {IpcMain.Emit(channel, e)}");
        });
        await SendAndSettleAsync(page, channel);
        Assert.Equal(["once, 0 left", "emitted again: False"], Notes);
    }

    [Fact, Rule(10)]
    public async Task S10_All_listeners_of_all_scopes_get_the_same_event_and_the_same_arguments()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var events = new ConcurrentBag<IpcMainEvent>();
        IpcMainListener listener = (e, args) =>
        {
            events.Add(e);
            var count = (IpcArray)args[0];
            count.Add(count.Count);
            Note($"{count.Count}");
        };
        page.WebContents.IpcMessage += listener;
        page.WebContents.MainFrame.Ipc.On(channel, listener);
        page.WebContents.Ipc.On(channel, listener);
        IpcMain.On(channel, listener);
        await SendAndSettleAsync(page, channel, new IpcArray([]));
        Assert.Equal(["1", "2", "3", "4"], Notes);
        Assert.Single(events.Distinct());
    }

    [Fact, Rule(11)]
    public async Task S11_Nobody_waits_for_what_a_listener_returns()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var (second, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        IpcMain.On(channel, async e =>
        {
            Note("first begins");
            await release.Task.SoonAsync();
            Note("first ends");
        });
        IpcMain.On(channel, e =>
        {
            Note("second");
            second.SetResult();
        });
        await page.SendAsync(channel);
        await second.Task.SoonAsync();
        release.SetResult();
        await SettleAsync(page);
        Assert.Equal(["first begins", "second", "first ends"], Notes);
    }

    [Fact, Rule(17)]
    public async Task S17_What_host_and_preload_say_to_each_other_reaches_no_listener()
    {
        var (page, channel) = (await OpenPageAsync(new PageOptions { Route = PageRoute.WindowIpc }), Channel());
        IpcMain.On(channel, e => { });
        var names = IpcMain.EventNames();
        page.WebContents.IpcMessage += (e, args) => Note(e.Channel);
        page.WebContents.IpcMessageSync += (e, args) => Note(e.Channel);
        await page.NavigateAsync("next");
        await page.ListenAsync(channel);
        page.WebContents.Send(channel);
        (await page.NextAsync(channel)).ShouldBe();
        await SendAndSettleAsync(page, channel);
        Assert.Equal([channel], Notes);
        Assert.Equal(names, IpcMain.EventNames());
    }

    [Fact, Rule(19)]
    public async Task S19_Emit_calls_the_listeners_of_one_emitter_on_the_spot_and_says_whether_there_were_any()
    {
        var (page, channel, own) = (await OpenPageAsync(), Channel(), Channel("own"));
        var sent = new TaskCompletionSource<IpcMainEvent>();
        IpcMain.On(channel, sent.SetResult);
        await page.SendAsync(channel);
        var e = await sent.Task.SoonAsync();

        page.WebContents.Ipc.On(own, e => Note("window"));
        IpcMain.Handle(own, e => Note("handler"));
        Assert.False(IpcMain.Emit(own, e, 1));
        Assert.Empty(Notes);
        IpcMain.On(own, (given, args) => Note($"{ReferenceEquals(e, given)} {args.Count} {args[1].AsInt32()}"));
        Assert.True(IpcMain.Emit(own, e, 1, 2));
        Assert.Equal(["True 2 2"], Notes);
        IpcMain.On(own, (given, args) => throw new InvalidOperationException("thrown by the scenario"));
        Assert.Throws<InvalidOperationException>(() => IpcMain.Emit(own, e, 1, 2));
    }
}
