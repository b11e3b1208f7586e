using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>Ports that come with messages of pages, and go with messages of main.</summary>
public abstract partial class PortsScenarios
{
    [Theory, Rule(127)]
    [InlineData(PageRoute.IpcRenderer)]
    [InlineData(PageRoute.WindowIpc)]
    public async Task S127_A_message_of_a_page_brings_its_ports(PageRoute route)
    {
        var page = await OpenPageAsync(new PageOptions { Route = route });
        var (one, other) = (await page.CreateChannelAsync(), await page.CreateChannelAsync());
        var posted = await PostToMainAsync(page, "hello", one.Port2, other.Port2);
        Assert.Equal("hello", Assert.Single(posted.Arguments).AsString());
        Assert.Equal(2, posted.Ports.Count);
        NoteFromStarted(posted.Ports[0], "first");
        NoteFromStarted(posted.Ports[1], "second");
        await other.Port1.PostMessageAsync("b");
        await NotedAsync("second: b");
        await one.Port1.PostMessageAsync("a");
        await NotedAsync("first: a");
        await one.Port1.StartAsync();
        posted.Ports[0].PostMessage("back");
        await ShouldSayAsync(one.Port1, "back");
    }

    [Theory, Rule(127)]
    [InlineData(PageRoute.IpcRenderer)]
    [InlineData(PageRoute.WindowIpc)]
    public async Task S127_Without_ports_the_list_is_empty(PageRoute route)
    {
        var page = await OpenPageAsync(new PageOptions { Route = route });
        var posted = await PostToMainAsync(page, new IpcArray([1, 2]));
        Assert.Equal(2, Assert.IsType<IpcArray>(Assert.Single(posted.Arguments)).Count);
        Assert.Empty(posted.Ports);
    }

    [Fact, Rule(127), Rule(155)]
    public async Task S155_Over_the_context_bridge_ports_come_in_a_message_of_their_own()
    {
        var (page, channel) = (await OpenPageAsync(new PageOptions { Route = PageRoute.WindowIpc }), Channel());
        var main = new MessageChannelMain();
        await page.ListenAsync(channel);
        page.WebContents.PostMessage(channel, "hello", main.Port2);
        var listened = await page.NextAsync(channel);
        listened.ShouldBe("hello");
        Assert.Empty(listened.Ports);
        var message = await page.NextAsync($"ports of {channel}");
        message.ShouldBe("hello");
        var port = Assert.Single(message.Ports);
        main.Port1.PostMessage("to the page");
        await port.StartAsync();
        await ShouldSayAsync(port, "to the page");
        NoteFromStarted(main.Port1, "main");
        await port.PostMessageAsync("to main");
        await NotedAsync("main: to main");
    }

    [Fact, Rule(128)]
    public async Task S128_A_page_transfers_ports_alone_and_undefined_counts_as_nothing()
    {
        const string Invalid = "Invalid value for transfer";
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.On(channel, (e, args) => Note($"{args[0].AsString()} with {e.Ports.Count}"));
        var outcomes = await Task.WhenAll(await page.RunAsync(
            PageStep.PostMessageWith(channel, "undefined", IpcValue.Undefined),
            PageStep.PostMessageWith(channel, "null", IpcValue.Null),
            PageStep.PostMessageWith(channel, "number", 1),
            PageStep.PostMessageWith(channel, "object", new IpcObject()),
            PageStep.PostMessageWith(channel, "null in a list", new IpcArray([IpcValue.Null])),
            PageStep.PostMessageWith(channel, "object in a list", new IpcArray([new IpcObject()])),
            PageStep.PostMessage(channel, "last")));
        await SettleAsync(page);
        Assert.Equal(["undefined with 0", "last with 0"], Notes);
        outcomes[0].ShouldBe(IpcValue.Undefined);
        Assert.All(outcomes[1..^1], outcome => outcome.ShouldFail(Invalid));
    }

    [Fact, Rule(119), Rule(128)]
    public async Task S119_A_message_that_can_not_be_cloned_neuters_no_port_of_the_page()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var (kept, given) = await page.CreateChannelAsync();
        var outcomes = await Task.WhenAll(await page.RunAsync(PageStep.PostMessage(channel, Uncloneable.Function, given)));
        outcomes[0].ShouldFail("An object could not be cloned.");
        NoteFromStarted(await HandToMainAsync(page, given), "main");
        await kept.PostMessageAsync("whole");
        await NotedAsync("main: whole");
    }

    [Fact, Rule(129)]
    public async Task S129_A_frame_and_contents_post_a_message_with_ports()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        await page.ListenAsync(channel);
        var (one, other) = (new MessageChannelMain(), new MessageChannelMain());
        page.WebContents.PostMessage(channel, "of the contents", one.Port1, other.Port1);
        var message = await page.NextAsync(channel);
        message.ShouldBe("of the contents");
        Assert.Equal(2, message.Ports.Count);
        other.Port2.PostMessage("second");
        await message.Ports[1].StartAsync();
        await ShouldSayAsync(message.Ports[1], "second");

        page.WebContents.MainFrame.PostMessage(channel, IpcValue.Undefined);
        message = await page.NextAsync(channel);
        message.ShouldBe(IpcValue.Undefined);
        Assert.Empty(message.Ports);
    }

    [Fact, Rule(129), Rule(111)]
    public async Task S129_Posting_keeps_its_place_among_what_is_sent()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        await page.ListenAsync(channel);
        for (var i = 0; i < 60; i += 3)
        {
            page.WebContents.Send(channel, i);
            page.WebContents.PostMessage(channel, i + 1);
            page.WebContents.PostMessage(channel, i + 2, new MessageChannelMain().Port1);
        }

        for (var i = 0; i < 60; i++)
        {
            (await page.NextAsync(channel)).ShouldBe(i);
        }
    }

    [Fact, Rule(141)]
    public async Task S141_A_handler_can_not_return_a_port_but_post_it_to_the_frame_that_called()
    {
        var (page, channel, back) = (await OpenPageAsync(), Channel(), Channel("back"));
        var main = new MessageChannelMain();
        await page.ListenAsync(back);
        IpcMain.Handle(channel, (e, args) =>
        {
            e.SenderFrame!.PostMessage(back, "a port", main.Port1);
            return new ValueTask<object?>(main.Port2);
        });
        (await page.InvokeAsync(channel)).ShouldFail($"Error invoking remote method '{channel}': Error: An object could not be cloned.");
        var port = Assert.Single((await page.NextAsync(back)).Ports);
        await port.StartAsync();
        main.Port2.PostMessage("still whole");
        await ShouldSayAsync(port, "still whole");
    }
}
