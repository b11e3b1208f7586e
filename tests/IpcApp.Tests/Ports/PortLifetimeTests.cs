using System.Runtime.CompilerServices;
using IpcApp.Testing;
using IpcApp.Tests.Shared;

namespace IpcApp.Tests.Ports;

/// <summary>Closing, and ports that nobody has any more: S136 to S139.</summary>
public sealed class PortLifetimeTests : PortTest
{
    [Fact]
    public async Task Close_is_raised_here_at_once_and_there_later_once_each() // S136
    {
        var channel = new MessageChannelMain();
        var here = new PortInbox(channel.Port1);
        var there = PortInbox.Start(channel.Port2);
        channel.Port1.PostMessage("last words");
        channel.Port1.Close();
        Assert.Equal(1, here.ClosedCount);
        Assert.Equal("last words", await there.NextAsync<string>());
        await there.WhenClosedAsync();
        channel.Port1.Close();
        channel.Port2.Close();
        await App.WhenIdleAsync();
        Assert.Equal((1, 1), (here.ClosedCount, there.ClosedCount));
    }

    [Fact]
    public async Task A_page_and_main_hear_of_each_others_close() // S136
    {
        var (page, main) = await ConnectAsync();
        main.PostMessage("last words");
        main.Close();
        await page.WhenClosedAsync();
        Assert.Equal("last words", Assert.Single(page.Received)[0].AsString());

        var (closing, other) = await ConnectAsync();
        var inbox = PortInbox.Start(other);
        closing.PostMessage("last words");
        closing.Close();
        Assert.Equal("last words", await inbox.NextAsync<string>());
        await inbox.WhenClosedAsync();
    }

    [Fact]
    public async Task Close_on_a_transferred_port_is_only_an_event() // S136
    {
        var channel = new MessageChannelMain();
        var inbox = new PortInbox(channel.Port1);
        var page = await HandToPageAsync(Page, channel.Port1);
        channel.Port1.Close();
        Assert.Equal(1, inbox.ClosedCount);
        page.Start();
        channel.Port2.PostMessage("still there");
        Assert.Equal("still there", await page.NextAsync<string>());
    }

    [Fact]
    public async Task Posting_to_a_closed_peer_or_on_a_closed_port_is_no_error() // S137
    {
        var channel = new MessageChannelMain();
        var inbox = PortInbox.Start(channel.Port2);
        channel.Port1.Close();
        channel.Port1.PostMessage("nothing");
        await inbox.WhenClosedAsync();
        channel.Port2.PostMessage("nothing");
        Assert.True(inbox.IsEmpty);
    }

    [Fact]
    public async Task The_close_of_an_unstarted_port_waits_for_its_start() // S139
    {
        var channel = new MessageChannelMain();
        var inbox = new PortInbox(channel.Port2);
        channel.Port1.Close();
        await App.WhenIdleAsync();
        Assert.Equal(0, inbox.ClosedCount);
        channel.Port2.Start();
        await inbox.WhenClosedAsync();
    }

    [Fact]
    public async Task The_close_of_a_page_waits_for_the_start_of_mains_port() // S139
    {
        var (page, main) = await ConnectAsync();
        page.PostMessage("last words");
        page.Close();
        var inbox = new PortInbox(main);
        await App.WhenIdleAsync();
        Assert.Equal(0, inbox.ClosedCount);
        main.Start();
        Assert.Equal("last words", await inbox.NextAsync<string>());
        await inbox.WhenClosedAsync();
    }

    [Fact]
    public async Task A_port_whose_peer_has_closed_can_still_be_handed_over()
    {
        var channel = new MessageChannelMain();
        channel.Port1.PostMessage("last words");
        channel.Port1.Close();
        var page = await HandToPageAsync(Page, channel.Port2);
        page.Start();
        Assert.Equal("last words", await page.NextAsync<string>());
        await page.WhenClosedAsync();
    }

    [Fact]
    public async Task Ports_that_nobody_listens_for_close() // S138
    {
        var channel = new FakeMessageChannel(Page);
        channel.Port1.Start();
        Page.PostMessage("no:such", null, channel.Port2);
        await channel.Port1.WhenClosedAsync();
    }

    [Fact]
    public async Task Ports_on_a_channel_that_lost_its_listener_close() // S138
    {
        var channel = new FakeMessageChannel(Page);
        channel.Port1.Start();
        using var blocker = new ManualResetEventSlim();
        using var busy = IpcMain.Once("busy", _ => blocker.Wait(TestContext.Current.CancellationToken));
        var listener = IpcMain.On("give", _ => { });
        Page.Send("busy");
        Page.PostMessage("give", null, channel.Port2);
        listener.Dispose();
        blocker.Set();
        await channel.Port1.WhenClosedAsync();
    }

    [Fact]
    public async Task Ports_of_a_refused_sender_close()
    {
        var stranger = App.OpenWindow("https://example.com/").MainFrame;
        var channel = new FakeMessageChannel(stranger);
        channel.Port1.Start();
        using var listener = IpcMain.On("give", _ => { });
        stranger.PostMessage("give", null, channel.Port2);
        await channel.Port1.WhenClosedAsync();
    }

    [Fact]
    public async Task Ports_on_a_port_without_listeners_close() // S138
    {
        var (page, main) = await ConnectAsync();
        main.Start();
        var inner = new FakeMessageChannel(Page);
        inner.Port1.Start();
        page.PostMessage(null, inner.Port2);
        await inner.Port1.WhenClosedAsync();
    }

    [Fact]
    public async Task The_peer_of_a_port_that_was_dropped_hears_of_it() // S138
    {
        var (page, _) = await DropMainPortAsync();
        await Collector.CollectUntilAsync(page.WhenClosedAsync());
        var inbox = PortInbox.Start(KeepOne());
        await Collector.CollectUntilAsync(inbox.WhenClosedAsync());

        [MethodImpl(MethodImplOptions.NoInlining)]
        static MessagePortMain KeepOne() => new MessageChannelMain().Port1;
    }

    [Fact]
    public async Task A_started_port_lives_although_nobody_refers_to_it() // S138
    {
        var page = await StartAndForgetAsync();
        for (var i = 0; i < 3; i++)
        {
            Collector.Collect();
        }

        page.PostMessage("anyone?");
        Assert.Equal("here", await page.NextAsync<string>());
    }

    [Fact]
    public async Task A_page_that_goes_takes_its_ports_with_it()
    {
        var (_, main) = await ConnectAsync();
        var inbox = PortInbox.Start(main);
        Page.Navigate("app://local/next.html");
        await inbox.WhenClosedAsync();
    }

    [Fact]
    public async Task When_the_app_ends_the_ports_to_pages_close()
    {
        var (page, main) = await ConnectAsync();
        var inbox = PortInbox.Start(main);
        await App.DisposeAsync();
        await inbox.WhenClosedAsync();
        await page.WhenClosedAsync();
        main.PostMessage("nothing");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<(FakeMessagePort Page, bool)> DropMainPortAsync() => ((await ConnectAsync()).Page, true);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<FakeMessagePort> StartAndForgetAsync()
    {
        var (page, main) = await ConnectAsync();
        main.Message += (sender, _) => ((MessagePortMain)sender!).PostMessage("here");
        main.Start();
        return page;
    }
}
