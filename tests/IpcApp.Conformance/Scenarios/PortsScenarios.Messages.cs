using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>What is posted on a port: values, order, waiting for a start.</summary>
public abstract partial class PortsScenarios
{
    [Fact, Rule(115)]
    public async Task S115_A_port_keeps_its_own_order_both_ways()
    {
        const int Count = 300;
        var page = await OpenPageAsync();
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var (there, here) = await ConnectAsync(page);
        var received = new List<int>();
        here.Message += (_, e) =>
        {
            received.Add(e.GetData<int>());
            here.PostMessage(e.Data);
            if (received.Count == Count)
            {
                all.SetResult();
            }
        };
        here.Start();
        for (var i = 0; i < Count; i++)
        {
            await there.PostMessageAsync(i);
        }

        await all.Task.SoonAsync();
        Assert.Equal(Enumerable.Range(0, Count), received);
        await ShouldSayAsync(there, [.. Enumerable.Range(0, Count).Select(i => (IpcValue)i)]);
    }

    [Fact, Rule(115)]
    public async Task S115_A_port_waits_for_no_listener_of_a_channel_and_for_no_other_port()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var ((there, here), (otherThere, otherHere)) = (await ConnectAsync(page), await ConnectAsync(page));
        using var gate = new ManualResetEventSlim();
        try
        {
            IpcMain.On(channel, (e, args) => Block("listener"));
            otherHere.Message += (_, e) => Block("other port");
            otherHere.Start();
            await page.SendAsync(channel);
            await otherThere.PostMessageAsync(1);
            await NotedAsync("listener");
            await NotedAsync("other port");
            NoteFromStarted(here, "port");
            await there.PostMessageAsync("meanwhile");
            await NotedAsync("port: meanwhile");
        }
        finally
        {
            gate.Set();
        }

        void Block(string name)
        {
            Note(name);
            gate.Wait(Patience.Limit);
        }
    }

    [Fact, Rule(132)]
    public async Task S132_Nothing_arrives_as_null_and_undefined_as_undefined()
    {
        var page = await OpenPageAsync();
        var (there, here) = await ConnectAsync(page);
        here.PostMessage();
        here.PostMessage(IpcValue.Undefined);
        here.PostMessage(null);
        await ShouldSayAsync(there, IpcValue.Null, IpcValue.Undefined, IpcValue.Null);

        var main = new MessageChannelMain();
        main.Port2.Message += (_, e) => Note($"{e.Data.Kind}");
        main.Port2.Start();
        main.Port1.PostMessage();
        main.Port1.PostMessage(IpcValue.Undefined);
        await NotedAsync("Undefined");
        Assert.Equal(["Null", "Undefined"], Notes);
    }

    [Fact, Rule(133)]
    public async Task S133_A_port_that_was_transferred_does_nothing_any_more()
    {
        var (page, main) = (await OpenPageAsync(), new MessageChannelMain());
        var given = main.Port2;
        NoteFrom(given, "given");
        var there = await HandToPageAsync(page, given);
        given.Start();
        given.PostMessage("lost");
        given.PostMessage(() => { });
        given.PostMessage("lost", given);
        NoteFromStarted(main.Port1, "kept");
        main.Port1.PostMessage("to the page");
        await there.StartAsync();
        await ShouldSayAsync(there, "to the page");
        await there.PostMessageAsync("to main");
        await NotedAsync("kept: to main");
        Assert.Equal(["kept: to main"], Notes);
    }

    [Fact, Rule(134)]
    public async Task S134_Messages_of_a_page_wait_for_start_and_a_listener_does_not_start()
    {
        var page = await OpenPageAsync();
        var (there, here) = await ConnectAsync(page);
        NoteFrom(here, "main");
        await there.PostMessageAsync("1");
        await there.PostMessageAsync("2");
        await SettleAsync(page);
        Note("start");
        here.Start();
        here.Start();
        await there.PostMessageAsync("3");
        await NotedAsync("main: 3");
        await SettleAsync(page);
        Assert.Equal(["start", "main: 1", "main: 2", "main: 3"], Notes);
    }

    [Fact, Rule(134)]
    public async Task S134_Messages_of_main_wait_for_start_too()
    {
        var main = new MessageChannelMain();
        NoteFrom(main.Port2, "main");
        main.Port1.PostMessage("1");
        await SettlePortsAsync();
        Note("start");
        main.Port2.Start();
        main.Port2.Start();
        main.Port1.PostMessage("2");
        await NotedAsync("main: 2");
        Assert.Equal(["start", "main: 1", "main: 2"], Notes);
    }
}
