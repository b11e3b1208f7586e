using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>What main cannot post, with Electron's texts, and what becomes of the ports then.</summary>
public abstract partial class PortsScenarios
{
    private const string Disposed = "Render frame was disposed before WebFrameMain could be accessed";
    private const string NotCloned = "An object could not be cloned.";

    [Fact, Rule(81)]
    public async Task S81_Posting_to_a_closed_window_throws_and_neuters_no_port()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var (contents, main) = (page.WebContents, new MessageChannelMain());
        await page.CloseAsync();
        ShouldThrow<InvalidOperationException>("Object has been destroyed", () => contents.PostMessage(channel, 1, main.Port1));
        await ShouldBeWholeAsync(main.Port1, main.Port2);
    }

    /// <summary>A message that is left out is an error of the compiler here.</summary>
    [Fact, Rule(129)]
    public async Task S129_A_frame_refuses_a_channel_that_is_none_and_a_list_that_is_none()
    {
        const string Invalid = "Invalid value for transfer";
        var (page, channel) = (await OpenPageAsync(), Channel());
        var (frame, main) = (page.WebContents.MainFrame, new MessageChannelMain());
        ShouldThrow<ArgumentException>("Error processing argument at index 0", () => frame.PostMessage(null!, 1, main.Port1));
        ShouldThrow<ArgumentException>("Error processing argument at index 0", () => page.WebContents.PostMessage(null!, 1));
        ShouldThrow<ArgumentException>(Invalid, () => frame.PostMessage(channel, 1, null!));
        ShouldThrow<ArgumentException>(Invalid, () => frame.PostMessage(channel, 1, main.Port1, null!));
        ShouldThrow<ArgumentException>(Invalid, () => page.WebContents.PostMessage(channel, 1, main.Port1, null!));
        await ShouldBeWholeAsync(main.Port1, main.Port2);
    }

    [Fact, Rule(130), Rule(119)]
    public async Task S130_The_message_is_looked_at_first_then_the_list_then_the_ports_and_none_is_neutered()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var (frame, main, gone) = (page.WebContents.MainFrame, new MessageChannelMain(), new MessageChannelMain().Port1);
        await HandToPageAsync(page, gone);
        ShouldThrow<IpcCloneException>(NotCloned, () => frame.PostMessage(channel, () => { }, main.Port1, null!));
        ShouldThrow<ArgumentException>("Invalid value for transfer", () => frame.PostMessage(channel, 1, gone, null!));
        ShouldThrow<ArgumentException>("Port at index 1 is a duplicate.", Twice);
        ShouldThrow<ArgumentException>("Port at index 1 is already neutered.", () => frame.PostMessage(channel, 1, main.Port1, gone));
        await ShouldBeWholeAsync(main.Port1, main.Port2);

        void Twice() => frame.PostMessage(channel, 1, main.Port1, main.Port1, gone);
    }

    [Fact, Rule(131)]
    public async Task S131_A_port_refuses_what_it_can_not_transfer()
    {
        var (page, main, port) = (await OpenPageAsync(), new MessageChannelMain(), new MessageChannelMain().Port1);
        var gone = new MessageChannelMain().Port1;
        await HandToPageAsync(page, gone);
        ShouldThrow<IpcCloneException>(NotCloned, () => port.PostMessage(() => { }, null!));
        ShouldThrow<ArgumentException>("transferables must be an array of MessagePorts", () => port.PostMessage(1, null!));
        ShouldThrow<ArgumentException>("Port at index 1 is not a valid port", () => port.PostMessage(1, main.Port1, null!));
        ShouldThrow<ArgumentException>("Port at index 0 contains the source port.", () => port.PostMessage(1, port));
        ShouldThrow<ArgumentException>("Port at index 1 is a duplicate.", () => port.PostMessage(1, main.Port1, main.Port1));
        ShouldThrow<ArgumentException>("Port at index 1 is already neutered.", () => port.PostMessage(1, main.Port1, gone));
        await ShouldBeWholeAsync(main.Port1, main.Port2);
    }

    [Fact, Rule(140), Rule(118), Rule(119)]
    public async Task S140_A_message_that_can_not_be_cloned_leaves_port_and_cargo_usable()
    {
        var (page, cargo) = (await OpenPageAsync(), new MessageChannelMain());
        var (there, here) = await ConnectAsync(page);
        ShouldThrow<IpcCloneException>(NotCloned, () => here.PostMessage(() => { }));
        ShouldThrow<IpcCloneException>(NotCloned, () => here.PostMessage(cargo.Port1, cargo.Port1)); // a port as the message is no value
        here.PostMessage("usable", cargo.Port1);
        var message = await there.NextAsync();
        message.ShouldBe("usable");
        var port = Assert.Single(message.Ports);
        await port.StartAsync();
        cargo.Port2.PostMessage("as well");
        await ShouldSayAsync(port, "as well");
    }

    /// <summary>Electron's text; .NET adds the parameter's name to it.</summary>
    private static void ShouldThrow<TException>(string text, Action action)
        where TException : Exception
        => Assert.StartsWith(text, Assert.ThrowsAny<TException>(action).Message, StringComparison.Ordinal);
}
