using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>Ports that go on, and what was posted to them before and meanwhile (S135).</summary>
public abstract partial class PortsScenarios
{
    [Fact, Rule(135)]
    public async Task S135_Messages_of_main_follow_a_port_to_a_page()
    {
        var (page, main) = (await OpenPageAsync(), new MessageChannelMain());
        main.Port1.PostMessage("before");
        var there = await HandToPageAsync(page, main.Port2);
        main.Port1.PostMessage("after");
        await there.StartAsync();
        main.Port1.PostMessage("started");
        await ShouldSayAsync(there, "before", "after", "started");
    }

    [Fact, Rule(135)]
    public async Task S135_Messages_of_a_page_follow_a_port_to_main()
    {
        var page = await OpenPageAsync();
        var (kept, given) = await page.CreateChannelAsync();
        await kept.PostMessageAsync("before");
        var here = await HandToMainAsync(page, given);
        await kept.PostMessageAsync("after");
        NoteFromStarted(here, "main");
        await kept.PostMessageAsync("started");
        await NotedAsync("main: started");
        Assert.Equal(["main: before", "main: after", "main: started"], Notes);
    }

    [Fact, Rule(135)]
    public async Task S135_A_port_goes_over_a_port_both_ways_with_what_waits()
    {
        var page = await OpenPageAsync();
        var (there, here) = await ConnectAsync(page);
        var main = new MessageChannelMain();
        main.Port1.PostMessage("inside");
        here.PostMessage("with a port", main.Port2);
        var message = await there.NextAsync();
        message.ShouldBe("with a port");
        await message.Ports[0].StartAsync();
        await ShouldSayAsync(message.Ports[0], "inside");

        var (kept, given) = await page.CreateChannelAsync();
        await kept.PostMessageAsync("inside");
        here.Message += (_, e) => NoteFromStarted(Assert.Single(e.Ports), e.GetData<string>()!);
        here.Start();
        await there.PostMessageAsync("back", given);
        await NotedAsync("back: inside");
        await kept.PostMessageAsync("and on");
        await NotedAsync("back: and on");
    }

    [Fact, Rule(135)]
    public async Task S135_Two_pages_speak_through_a_channel_that_main_has_passed_on()
    {
        var (page, other) = (await OpenPageAsync(), await OpenPageAsync());
        var (kept, given) = await page.CreateChannelAsync();
        await kept.StartAsync();
        await kept.PostMessageAsync("early");
        var here = await HandToMainAsync(page, given);
        await kept.PostMessageAsync("while in main");
        here.PostMessage("of main");
        var there = await HandToPageAsync(other, here);
        await kept.PostMessageAsync("late");
        await there.StartAsync();
        await there.PostMessageAsync("of the other page");
        await ShouldSayAsync(there, "early", "while in main", "late");
        await ShouldSayAsync(kept, "of main", "of the other page");
        await there.CloseAsync();
        await kept.ClosedAsync();
    }

    [Fact, Rule(135)]
    public async Task S135_Two_pages_speak_through_a_channel_of_main()
    {
        var (page, other, main) = (await OpenPageAsync(), await OpenPageAsync(), new MessageChannelMain());
        var one = await HandToPageAsync(page, main.Port1);
        await one.PostMessageAsync("early");
        var two = await HandToPageAsync(other, main.Port2);
        await two.PostMessageAsync("answer");
        await one.StartAsync();
        await two.StartAsync();
        await one.PostMessageAsync("late");
        await ShouldSayAsync(two, "early", "late");
        await ShouldSayAsync(one, "answer");
    }

    [Fact, Rule(135)]
    public async Task S135_Messages_follow_a_port_any_number_of_times()
    {
        var (page, other, main) = (await OpenPageAsync(), await OpenPageAsync(), new MessageChannelMain());
        var port = main.Port2;
        var hops = 0;
        foreach (var next in new[] { page, other, page, other })
        {
            main.Port1.PostMessage($"{hops++}");
            var there = await HandToPageAsync(next, port);
            main.Port1.PostMessage($"{hops++}");
            port = await HandToMainAsync(next, there);
        }

        main.Port1.PostMessage("last");
        NoteFromStarted(port, "main");
        await NotedAsync("main: last");
        Assert.Equal([.. Enumerable.Range(0, hops).Select(i => $"main: {i}"), "main: last"], Notes);
        NoteFromStarted(main.Port1, "peer");
        port.PostMessage("back");
        await NotedAsync("peer: back");
    }

    /// <summary>Electron moves the port itself; here .NET stays between its ends, since messages may be on their way to it.</summary>
    [Fact, Rule(135)]
    public async Task S135_A_port_that_was_started_before_it_goes_on_loses_nothing()
    {
        var (page, other) = (await OpenPageAsync(), await OpenPageAsync());
        var (kept, here) = await ConnectAsync(page);
        NoteFromStarted(here, "main");
        await kept.PostMessageAsync("1");
        await NotedAsync("main: 1");
        var there = await HandToPageAsync(other, here);
        await kept.PostMessageAsync("2");
        await there.StartAsync();
        await kept.PostMessageAsync("3");
        await ShouldSayAsync(there, "2", "3");
        await there.PostMessageAsync("back");
        await ShouldSayAsync(kept, "back");
        await there.CloseAsync();
        await kept.ClosedAsync();
        Assert.Equal(["main: 1"], Notes);
    }
}
