using IpcApp.Testing;

namespace IpcApp.Tests.Ports;

/// <summary>Ports and their messages on all their ways: S127, S132 to S135.</summary>
public sealed class PortTransferTests : PortTest
{
    [Fact]
    public async Task A_message_of_a_page_brings_its_ports() // S127
    {
        var channel = new FakeMessageChannel(Page);
        var e = await PostToMainAsync(Page, "hello", channel.Port2);
        var port = Assert.Single(e.Ports);
        var inbox = PortInbox.Start(port);
        channel.Port1.PostMessage(new Dictionary<int, string> { [1] = "one" });
        Assert.Equal("one", (await inbox.NextAsync<Dictionary<int, string>>())![1]);
        channel.Port1.Start();
        port.PostMessage(5);
        Assert.Equal(5, await channel.Port1.NextAsync<int>());
    }

    [Fact]
    public async Task A_message_without_ports_has_an_empty_list_and_so_has_a_send() // S127
    {
        Assert.Empty((await PostToMainAsync(Page, "hello")).Ports);
        var received = new TaskCompletionSource<IpcMainEvent>();
        using var listener = IpcMain.Once("sent", e => received.SetResult(e));
        Page.Send("sent");
        Assert.Empty((await received.Task).Ports);
    }

    [Fact]
    public async Task A_port_of_main_goes_to_a_page() // S129
    {
        var channel = new MessageChannelMain();
        Frame.PostMessage("take", "hello", channel.Port2);
        var message = await Page.NextAsync("take");
        Assert.Equal("hello", message[0].AsString());
        var port = Assert.Single(message.Ports);
        port.Start();
        channel.Port1.PostMessage("to the page");
        Assert.Equal("to the page", await port.NextAsync<string>());
        var inbox = PortInbox.Start(channel.Port1);
        port.PostMessage("to main");
        Assert.Equal("to main", await inbox.NextAsync<string>());
    }

    [Fact]
    public async Task The_contents_post_to_their_main_frame()
    {
        var channel = new MessageChannelMain();
        (await PostToMainAsync(Page, null)).Sender.PostMessage("take", 1, channel.Port1, channel.Port2);
        Assert.Equal(2, (await Page.NextAsync("take")).Ports.Count);
    }

    [Fact]
    public async Task Posting_keeps_its_place_among_what_is_sent() // S111
    {
        Frame.Send("take", 1);
        Frame.PostMessage("take", 2);
        Frame.Send("take", 3);
        await App.WhenIdleAsync();
        Assert.Equal([1, 2, 3], Page.Received("take").Select(message => message[0].AsInt32()));
    }

    [Fact]
    public async Task Two_ports_of_main_speak_with_each_other()
    {
        var channel = new MessageChannelMain();
        var inbox = PortInbox.Start(channel.Port2);
        for (var i = 0; i < 1000; i++)
        {
            channel.Port1.PostMessage(i);
        }

        for (var i = 0; i < 1000; i++)
        {
            Assert.Equal(i, await inbox.NextAsync<int>());
        }
    }

    [Fact]
    public async Task Nothing_arrives_before_the_port_is_started_and_then_everything_in_order() // S134
    {
        var (page, main) = await ConnectAsync();
        page.PostMessage(1);
        page.PostMessage(2);
        var inbox = new PortInbox(main);
        await App.WhenIdleAsync();
        Assert.True(inbox.IsEmpty);
        main.Start();
        main.Start();
        page.PostMessage(3);
        int[] received = [await inbox.NextAsync<int>(), await inbox.NextAsync<int>(), await inbox.NextAsync<int>()];
        Assert.Equal([1, 2, 3], received);
        await App.WhenIdleAsync();
        Assert.True(inbox.IsEmpty);
    }

    [Fact]
    public async Task Null_undefined_and_nothing_are_told_apart() // S132
    {
        var channel = new MessageChannelMain();
        var inbox = PortInbox.Start(channel.Port2);
        channel.Port1.PostMessage();
        channel.Port1.PostMessage(IpcValue.Undefined);
        channel.Port1.PostMessage(null);
        Assert.Equal(
            [IpcValueKind.Null, IpcValueKind.Undefined, IpcValueKind.Null],
            [(await inbox.NextAsync()).Data.Kind, (await inbox.NextAsync()).Data.Kind, (await inbox.NextAsync()).Data.Kind]);
    }

    [Fact]
    public async Task Messages_follow_a_port_that_is_transferred_again_and_again() // S135
    {
        var channel = new MessageChannelMain();
        channel.Port1.PostMessage("before");
        var outer = new MessageChannelMain();
        outer.Port1.PostMessage(null, channel.Port2);
        channel.Port1.PostMessage("in a queue");
        var toPage = Assert.Single((await PortInbox.Start(outer.Port2).NextAsync()).Ports);
        channel.Port1.PostMessage("out of it");
        var inPage = await HandToPageAsync(Page, toPage);
        channel.Port1.PostMessage("in the page");
        var back = Assert.Single((await PostToMainAsync(Page, null, inPage)).Ports);
        channel.Port1.PostMessage("back");
        var inbox = PortInbox.Start(back);
        foreach (var expected in new[] { "before", "in a queue", "out of it", "in the page", "back" })
        {
            Assert.Equal(expected, await inbox.NextAsync<string>());
        }

        back.PostMessage("answer");
        Assert.Equal("answer", await PortInbox.Start(channel.Port1).NextAsync<string>());
    }

    [Fact]
    public async Task A_port_goes_over_a_port_both_ways()
    {
        var (page, main) = await ConnectAsync();
        var inner = new MessageChannelMain();
        inner.Port1.PostMessage("inside");
        main.PostMessage("with a port", inner.Port2);
        var received = await page.NextAsync();
        Assert.Equal("with a port", received[0].AsString());
        received.Ports[0].Start();
        Assert.Equal("inside", await received.Ports[0].NextAsync<string>());

        var deep = new FakeMessageChannel(Page);
        deep.Port1.PostMessage("deep");
        page.PostMessage("back", deep.Port2);
        var e = await PortInbox.Start(main).NextAsync();
        Assert.Equal(("back", 1), (e.GetData<string>(), e.Ports.Count));
        Assert.Equal("deep", await PortInbox.Start(e.Ports[0]).NextAsync<string>());
    }

    [Fact]
    public async Task Two_pages_speak_directly_through_ports_that_main_has_passed_on()
    {
        var other = App.OpenWindow().MainFrame;
        var channel = new FakeMessageChannel(Page);
        channel.Port1.Start();
        channel.Port1.PostMessage("early");
        var port = Assert.Single((await PostToMainAsync(Page, null, channel.Port2)).Ports);
        port.PostMessage("from main");
        var far = await HandToPageAsync(other, port);
        far.Start();
        far.PostMessage("from the other page");
        Assert.Equal("early", await far.NextAsync<string>());
        Assert.Equal("from main", await channel.Port1.NextAsync<string>());
        Assert.Equal("from the other page", await channel.Port1.NextAsync<string>());
        await App.DisposeAsync();
        Assert.False(far.IsClosed, "The ports are entangled with each other, so they outlive main.");
    }

    [Fact]
    public async Task A_started_port_that_is_passed_on_loses_nothing()
    {
        var other = App.OpenWindow().MainFrame;
        var (page, main) = await ConnectAsync();
        using var gate = new ManualResetEventSlim();
        main.Message += (_, _) => gate.Wait(TestContext.Current.CancellationToken);
        main.Start();
        for (var i = 0; i < 100; i++)
        {
            page.PostMessage(i);
        }

        var far = await HandToPageAsync(other, main);
        gate.Set();
        page.PostMessage(100);
        far.Start();
        var first = await far.NextAsync<int>();
        Assert.InRange(first, 0, 1); // the first may have been raised here
        for (var i = first + 1; i <= 100; i++)
        {
            Assert.Equal(i, await far.NextAsync<int>());
        }

        far.PostMessage("back");
        Assert.Equal("back", await page.NextAsync<string>());
        far.Close();
        await page.WhenClosedAsync();
    }

    [Fact]
    public async Task A_port_does_not_wait_for_the_handlers_of_its_page() // S115
    {
        var (page, main) = await ConnectAsync();
        var inbox = PortInbox.Start(main);
        using var gate = new ManualResetEventSlim();
        using var busy = IpcMain.Once("busy", _ => gate.Wait(TestContext.Current.CancellationToken));
        Page.Send("busy");
        page.PostMessage("meanwhile");
        Assert.Equal("meanwhile", await inbox.NextAsync<string>());
        gate.Set();
    }

    [Fact]
    public async Task A_listener_that_throws_is_no_reason_to_lose_the_next_message()
    {
        var channel = new MessageChannelMain();
        channel.Port2.Message += (_, e) => _ = e.GetData<int>() == 1 ? throw new InvalidOperationException("mine") : 0;
        var inbox = PortInbox.Start(channel.Port2);
        channel.Port1.PostMessage(1);
        channel.Port1.PostMessage(2);
        Assert.Equal(2, await inbox.NextAsync<int>());
    }
}
