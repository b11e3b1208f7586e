using IpcApp.Testing;

namespace IpcApp.Tests.Ports;

/// <summary>What is refused, with Electron's texts, and what becomes of the ports: S128 to S131, S133, S140.</summary>
public sealed class PortErrorTests : PortTest
{
    private readonly MessageChannelMain _channel = new();

    [Fact]
    public void A_page_transfers_ports_only() // S128
    {
        AssertInvalid(() => Page.PostMessage("give", 1, null!));
        AssertInvalid(() => Page.PostMessage("give", 1, new FakeMessageChannel(Page).Port1, null!));

        static void AssertInvalid(Action post)
            => Assert.Equal("Invalid value for transfer", Assert.Throws<IpcRendererException>(post).Message);
    }

    [Fact]
    public void A_frame_refuses_what_is_no_list_of_ports() // S129
    {
        AssertText("Invalid value for transfer", () => Frame.PostMessage("take", 1, null!));
        AssertText("Invalid value for transfer", () => Frame.PostMessage("take", 1, _channel.Port1, null!));
        AssertText("Error processing argument at index 0", () => Frame.PostMessage(null!, 1));
        AssertWorks(_channel.Port1);
    }

    [Fact]
    public void A_frame_refuses_a_duplicate_and_a_neutered_port() // S130
    {
        AssertText("Port at index 1 is a duplicate.", () => Frame.PostMessage("take", 1, _channel.Port1, _channel.Port1));
        Frame.PostMessage("take", 1, _channel.Port1);
        AssertText("Port at index 1 is already neutered.", () => Frame.PostMessage("take", 1, _channel.Port2, _channel.Port1));
        AssertWorks(_channel.Port2);
    }

    [Fact]
    public void What_can_not_be_cloned_is_found_before_anything_happens() // S119, S130, S140
    {
        var other = new MessageChannelMain();
        Assert.Throws<IpcCloneException>(() => Frame.PostMessage("take", () => { }, _channel.Port1));
        Assert.Throws<IpcCloneException>(() => other.Port1.PostMessage(() => { }, _channel.Port1));
        Assert.Throws<IpcCloneException>(() => other.Port1.PostMessage(_channel.Port1));
        AssertWorks(_channel.Port1);
        AssertWorks(other.Port1);
    }

    [Fact]
    public async Task Posting_to_a_disposed_frame_throws_and_the_ports_are_lost() // S130
    {
        var frame = Frame;
        var inbox = PortInbox.Start(_channel.Port2);
        Page.Window.Close();
        AssertText("Render frame was disposed before WebFrameMain could be accessed", () => frame.PostMessage("take", 1, _channel.Port1));
        await inbox.WhenClosedAsync();
    }

    [Fact]
    public void Posting_to_destroyed_contents_throws_before_the_ports_are_looked_at() // S81
    {
        var contents = ContentsOf(Page);
        Page.Window.Close();
        AssertText("Object has been destroyed", () => contents.PostMessage("take", 1, _channel.Port1));
        AssertWorks(_channel.Port1);
    }

    [Fact]
    public void A_port_refuses_what_it_can_not_transfer() // S131
    {
        var port = new MessageChannelMain().Port1;
        AssertText("transferables must be an array of MessagePorts", () => port.PostMessage(1, null!));
        AssertText("Port at index 1 is not a valid port", () => port.PostMessage(1, _channel.Port1, null!));
        AssertText("Port at index 0 contains the source port.", () => port.PostMessage(1, port));
        AssertText("Port at index 1 is a duplicate.", () => port.PostMessage(1, _channel.Port1, _channel.Port1));
        port.PostMessage(1, _channel.Port1);
        AssertText("Port at index 0 is already neutered.", () => port.PostMessage(1, _channel.Port1));
    }

    [Fact]
    public async Task A_transferred_port_is_neutered() // S133
    {
        var page = await HandToPageAsync(Page, _channel.Port1);
        page.Start();
        _channel.Port1.Start();
        _channel.Port1.PostMessage("nothing");
        _channel.Port1.PostMessage(() => { });
        _channel.Port2.PostMessage("something");
        Assert.Equal("something", await page.NextAsync<string>());
        await App.WhenIdleAsync();
        Assert.Single(page.Received);
    }

    [Fact]
    public async Task A_handler_can_not_return_a_port() // S141
    {
        using var handler = IpcMain.Handle("port", _ => _channel.Port1);
        var error = await Assert.ThrowsAsync<IpcRendererException>(() => Page.InvokeAsync("port"));
        Assert.Equal("Error invoking remote method 'port': Error: An object could not be cloned.", error.Message);
    }

    private static void AssertText(string text, Action action)
    {
        var error = Assert.ThrowsAny<Exception>(action);
        Assert.StartsWith(text, error.Message, StringComparison.Ordinal);
    }

    /// <summary>Whether a port is still whole: it can be transferred.</summary>
    private static void AssertWorks(MessagePortMain port) => new MessageChannelMain().Port1.PostMessage(null, port);
}
