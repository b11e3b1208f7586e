using IpcApp.Testing;
using IpcApp.Tests.Ports;

namespace IpcApp.Tests.Testing.Doubles;

/// <summary>Ports that come with a single event, and ports that a handler hands over.</summary>
public class EventPortTests
{
    [Fact]
    public async Task A_handler_answers_on_the_port_that_came_with_the_event()
    {
        var channel = new MessageChannelMain();
        var heard = PortInbox.Start(channel.Port1);
        var e = FakeIpcMainEvent.For("ports:close").WithPorts(channel.Port2).Build();

        new TestApp.Handlers.PortsHandler(null!, null!).Close(e);

        Assert.Equal("last words", await heard.NextAsync<string>());
    }

    [Fact]
    public async Task A_port_that_a_handler_hands_over_works_both_ways()
    {
        var e = new FakeIpcMainInvokeEvent("ports:open");
        var channel = new MessageChannelMain();
        var heard = PortInbox.Start(channel.Port1);
        e.Event.SenderFrame!.PostMessage("opened", "hello", channel.Port2);
        channel.Port1.PostMessage("to the page");

        var opened = await e.NextReplyAsync("opened");
        var port = Assert.Single(opened.Ports);
        port.Start();

        Assert.Equal("hello", opened.Get<string>(0));
        Assert.Equal("to the page", await port.NextAsync<string>());
        port.PostMessage("to main");
        Assert.Equal("to main", await heard.NextAsync<string>());
    }

    [Fact]
    public async Task Leaving_closes_the_ports_that_the_page_had()
    {
        var e = new FakeIpcMainInvokeEvent("ports:open");
        var channel = new MessageChannelMain();
        var heard = PortInbox.Start(channel.Port1);
        e.Event.Sender.PostMessage("opened", null, channel.Port2);
        Assert.Single((await e.NextReplyAsync("opened")).Ports).Start();

        e.Leave();

        await heard.WhenClosedAsync();
    }

    [Fact]
    public void A_sendSync_takes_no_ports()
    {
        var builder = FakeIpcMainEvent.For("both").Sync().WithPorts(new MessageChannelMain().Port1);

        Assert.Contains("sendSync takes no ports", Assert.Throws<InvalidOperationException>(builder.Build).Message, StringComparison.Ordinal);
    }
}
