using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>What Node's emitters do with names of their own, and these do not.</summary>
public abstract partial class RegistryScenarios
{
    /// <summary>Each of Electron's has a listener on <c>error</c> that does nothing; here none is needed.</summary>
    [Fact, Rule(14)]
    public async Task S14_An_emitter_has_no_listener_of_its_own()
    {
        var page = await OpenPageAsync();
        Assert.All([page.WebContents.Ipc, page.WebContents.MainFrame.Ipc], ipc =>
        {
            Assert.Empty(ipc.EventNames());
            Assert.Equal(0, ipc.ListenerCount("error"));
        });
        Assert.Equal(0, IpcMain.ListenerCount("error"));
    }

    /// <summary>In Electron it then throws in the main process, whenever a page wants it to.</summary>
    [Fact, Rule(15)]
    public async Task S15_A_message_on_error_is_one_like_any_other_also_after_RemoveAllListeners()
    {
        var page = await OpenPageAsync();
        var ipc = page.WebContents.Ipc;
        ipc.On("error", (e, args) => Note(args[0].AsString()));
        await SendAndSettleAsync(page, "error", "heard");
        ipc.On(Channel(), e => { });
        ipc.RemoveAllListeners();
        Assert.Empty(ipc.EventNames());
        await SendAndSettleAsync(page, "error", "unheard");
        Assert.Equal(["heard"], Notes);
        Assert.Empty(App.Logs.Entries);
    }

    [Fact, Rule(16)]
    public async Task S16_RemoveAllListeners_of_all_channels_leaves_the_handlers()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var ipc = page.WebContents.Ipc;
        ipc.On(channel, e => Note("removed"));
        ipc.Handle(channel, e => "handled");
        ipc.RemoveAllListeners();
        await SendAndSettleAsync(page, channel);
        Assert.Empty(Notes);
        (await page.InvokeAsync(channel)).ShouldBe("handled");
    }

    /// <summary>In Electron a page reaches an app's own listeners for registrations by these names.</summary>
    [Theory, Rule(20)]
    [InlineData("newListener")]
    [InlineData("removeListener")]
    public async Task S20_Registering_raises_no_event_that_a_page_could_raise(string name)
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var refusal = Assert.Throws<ArgumentException>(() => IpcMain.On(name, e => Note("raised")));
        Assert.StartsWith($"Nothing can listen on '{name}'", refusal.Message, StringComparison.Ordinal);
        page.WebContents.IpcMessage += (e, args) => Note(e.Channel);
        IpcMain.On(channel, e => Note("heard")).Dispose();
        await SendAndSettleAsync(page, name, channel);
        Assert.Equal([name], Notes);
        using var handler = IpcMain.Handle(name, e => "handled");
        (await page.InvokeAsync(name)).ShouldBe("handled");
        Assert.Empty(App.Logs.Entries);
    }
}
