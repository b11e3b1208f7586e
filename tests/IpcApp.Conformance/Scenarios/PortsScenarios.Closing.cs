using System.Runtime.CompilerServices;
using IpcApp.Conformance.Suite;
using IpcApp.Tests.Shared;

namespace IpcApp.Conformance.Scenarios;

/// <summary>The ends of ports (S136 to S139).</summary>
public abstract partial class PortsScenarios
{
    [Fact, Rule(136)]
    public async Task S136_Close_is_raised_here_at_once_and_at_the_other_end_later_once_each()
    {
        var main = new MessageChannelMain();
        using var returned = new ManualResetEventSlim();
        NoteFrom(main.Port1, "here");
        main.Port2.Message += (_, e) => Note($"there: {e.GetData<string>()}");
        main.Port2.Closed += (_, _) => Note(returned.Wait(Patience.Limit) ? "there closed" : "there closed too early");
        main.Port2.Start();
        main.Port1.PostMessage("last words");
        main.Port1.Close();
        Assert.Contains("here closed", Notes);
        returned.Set();
        await NotedAsync("there closed");
        main.Port1.Close();
        main.Port2.Close();
        await SettlePortsAsync();
        Assert.Equal(["here closed", "there closed", "there: last words"], Notes.Order());
        Assert.Equal("there closed", Notes[^1]);
    }

    [Fact, Rule(136)]
    public async Task S136_A_page_and_main_hear_of_each_others_close()
    {
        var page = await OpenPageAsync();
        var (there, here) = await ConnectAsync(page);
        here.PostMessage("last words");
        here.Close();
        await ShouldSayAsync(there, "last words");
        await there.ClosedAsync();

        (there, here) = await ConnectAsync(page);
        NoteFromStarted(here, "main");
        await there.PostMessageAsync("last words");
        await there.CloseAsync();
        await NotedAsync("main closed");
        here.Close();
        Assert.Equal(["main: last words", "main closed"], Notes);
    }

    [Fact, Rule(136)]
    public async Task S136_Close_on_a_port_that_was_transferred_is_an_event_alone()
    {
        var (page, main) = (await OpenPageAsync(), new MessageChannelMain());
        NoteFrom(main.Port1, "given");
        NoteFromStarted(main.Port2, "kept");
        var there = await HandToPageAsync(page, main.Port1);
        main.Port1.Close();
        main.Port1.Close();
        Assert.Equal(["given closed"], Notes);
        await there.PostMessageAsync("still there");
        await NotedAsync("kept: still there");
        Assert.DoesNotContain("kept closed", Notes);
    }

    [Fact, Rule(137)]
    public async Task S137_Posting_on_a_closed_port_or_to_a_closed_one_is_silent()
    {
        var page = await OpenPageAsync();
        var (there, here) = await ConnectAsync(page);
        NoteFromStarted(here, "main");
        await there.CloseAsync();
        await NotedAsync("main closed");
        here.PostMessage("to nobody");
        await there.PostMessageAsync("of nobody");

        var main = new MessageChannelMain();
        NoteFromStarted(main.Port2, "other");
        main.Port1.Close();
        main.Port1.PostMessage("nothing");
        main.Port1.Start();
        await NotedAsync("other closed");
        main.Port2.PostMessage("nothing");
        await SettleAsync(page);
        Assert.Equal(["main closed", "other closed"], Notes);
        Assert.Empty(App.Logs.Entries);
    }

    /// <summary>At once on fake and stand-in; Electron itself closes it when its main process next collects garbage.</summary>
    [Theory, Rule(138)]
    [InlineData("nobody ever listened")]
    [InlineData("the listener is gone")]
    public async Task S138_A_port_posted_to_a_channel_that_nobody_listens_to_closes(string why)
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var (kept, given) = await page.CreateChannelAsync();
        await kept.StartAsync();
        if (why == "the listener is gone")
        {
            IpcMain.On(channel, e => { }).Dispose();
        }

        await page.PostMessageAsync(channel, "anyone?", given);
        await kept.ClosedAsync();
    }

    [Fact, Rule(138)]
    public async Task S138_A_port_posted_on_a_port_that_nobody_listens_to_closes()
    {
        var page = await OpenPageAsync();
        var (there, here) = await ConnectAsync(page);
        here.Start();
        var (kept, given) = await page.CreateChannelAsync();
        await kept.StartAsync();
        await there.PostMessageAsync("anyone?", given);
        await kept.ClosedAsync();
    }

    [Fact, Rule(138)]
    public async Task S138_The_peer_of_a_port_that_nobody_keeps_gets_its_close()
    {
        var page = await OpenPageAsync();
        var there = await KeepOneAsync(page);
        await Collector.CollectUntilAsync(there.ClosedAsync());
        NoteFromStarted(KeepOne(), "kept");
        await Collector.CollectUntilAsync(NotedAsync("kept closed"));

        [MethodImpl(MethodImplOptions.NoInlining)]
        async Task<PagePort> KeepOneAsync(Page page) => (await ConnectAsync(page)).Page;

        [MethodImpl(MethodImplOptions.NoInlining)]
        static MessagePortMain KeepOne() => new MessageChannelMain().Port1;
    }

    [Fact, Rule(138)]
    public async Task S138_A_started_port_lives_although_nobody_keeps_it()
    {
        var page = await OpenPageAsync();
        var there = await StartAndForgetAsync(page);
        for (var i = 0; i < 3; i++)
        {
            Collector.Collect();
        }

        await there.PostMessageAsync("anyone?");
        await ShouldSayAsync(there, "here");

        [MethodImpl(MethodImplOptions.NoInlining)]
        async Task<PagePort> StartAndForgetAsync(Page page)
        {
            var (there, here) = await ConnectAsync(page);
            here.Message += (sender, _) => ((MessagePortMain)sender!).PostMessage("here");
            here.Start();
            return there;
        }
    }

    [Theory, Rule(138)]
    [InlineData("reloaded")]
    [InlineData("navigated")]
    [InlineData("window closed")]
    public async Task S138_A_page_that_goes_takes_its_ports_with_it(string end)
    {
        var page = await OpenPageAsync();
        var (_, here) = await ConnectAsync(page);
        NoteFromStarted(here, "main");
        await (end switch
        {
            "reloaded" => page.ReloadAsync(),
            "navigated" => page.NavigateAsync("next"),
            _ => page.CloseAsync(),
        });
        await NotedAsync("main closed");
        here.PostMessage("to nobody");
    }

    [Fact, Rule(139)]
    public async Task S139_A_close_waits_for_the_start_of_mains_port()
    {
        var page = await OpenPageAsync();
        var (there, here) = await ConnectAsync(page);
        NoteFrom(here, "main");
        await there.PostMessageAsync("last words");
        await there.CloseAsync();
        await SettleAsync(page);
        Note("start");
        here.Start();
        await NotedAsync("main closed");
        Assert.Equal(["start", "main: last words", "main closed"], Notes);
    }

    [Fact, Rule(139)]
    public async Task S139_A_port_whose_peer_has_closed_still_goes_to_a_page_with_what_waits()
    {
        var (page, main) = (await OpenPageAsync(), new MessageChannelMain());
        NoteFrom(main.Port2, "given");
        main.Port1.PostMessage("last words");
        main.Port1.Close();
        await SettlePortsAsync();
        Assert.Empty(Notes);
        var there = await HandToPageAsync(page, main.Port2);
        await there.StartAsync();
        await ShouldSayAsync(there, "last words");
        await there.ClosedAsync();
    }
}
