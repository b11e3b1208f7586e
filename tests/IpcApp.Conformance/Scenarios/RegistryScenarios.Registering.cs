using IpcApp.Conformance.Suite;
using Microsoft.Extensions.Logging;

namespace IpcApp.Conformance.Scenarios;

/// <summary>What registering takes and gives.</summary>
public abstract partial class RegistryScenarios
{
    [Fact, Rule(1)]
    public async Task S1_Prepended_listeners_come_first()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.On(channel, e => Note("on"));
        IpcMain.PrependListener(channel, (e, args) => Note("prepended"));
        IpcMain.PrependOnceListener(channel, (e, args) => Note("prepended once"));
        await SendAndSettleAsync(page, channel);
        await SendAndSettleAsync(page, channel);
        Assert.Equal(["prepended once", "prepended", "on", "prepended", "on"], Notes);
    }

    /// <summary>Electron's emitter returns itself. Here, on purpose, it gives what takes the registration back.</summary>
    [Fact, Rule(5)]
    public async Task S5_Registering_gives_what_removes_this_registration_and_no_other()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMainListener a = (e, args) => Note("a");
        var first = IpcMain.On(channel, a);
        IpcMain.On(channel, e => Note("b"));
        IpcMain.On(channel, a);
        first.Dispose();
        first.Dispose();
        await SendAndSettleAsync(page, channel);
        Assert.Equal(["b", "a"], Notes);

        var handler = IpcMain.Handle(channel, e => 1);
        handler.Dispose();
        IpcMain.Handle(channel, e => 2);
        handler.Dispose();
        (await page.InvokeAsync(channel)).ShouldBe(2);
    }

    [Fact, Rule(6)]
    public void S6_A_listener_that_is_none_is_refused_in_Nodes_words()
    {
        var channel = Channel();
        Func<IDisposable>[] ways =
        [
            () => IpcMain.On(channel, (IpcMainListener)null!),
            () => IpcMain.On(channel, (Action<IpcMainEvent>)null!),
            () => IpcMain.On(channel, (Action<IpcMainEvent, int>)null!),
            () => IpcMain.Once(channel, (IpcMainListener)null!),
            () => IpcMain.AddListener(channel, null!),
            () => IpcMain.PrependListener(channel, null!),
            () => IpcMain.PrependOnceListener(channel, null!),
        ];
        Assert.All(ways, register => Assert.StartsWith(
            "The \"listener\" argument must be of type function. Received null",
            Assert.Throws<ArgumentNullException>(register).Message,
            StringComparison.Ordinal));
        Assert.Equal(0, IpcMain.ListenerCount(channel));
    }

    [Fact, Rule(18)]
    public async Task S18_More_than_ten_listeners_of_a_channel_give_one_warning_and_are_all_called()
    {
        var (page, channel, unlimited) = (await OpenPageAsync(), Channel(), Channel("unlimited"));
        var ipc = page.WebContents.Ipc;
        ipc.Handle(channel, e => { });
        Add(channel, 10);
        Assert.Empty(App.Logs.Entries);
        Add(channel, 2);
        var warning = Assert.Single(App.Logs.Entries);
        Assert.Equal(LogLevel.Warning, warning.Level);
        Assert.Equal(
            $"Possible EventEmitter memory leak detected. 11 {channel} listeners added to [IpcMainImpl]. MaxListeners is 10. "
            + "Use MaxListeners to increase limit",
            warning.Message);
        ipc.MaxListeners = 0;
        Add(unlimited, 11);
        Assert.Single(App.Logs.Entries);
        await SendAndSettleAsync(page, channel);
        Assert.Equal(12, Notes.Count);

        void Add(string to, int count)
        {
            for (var i = 0; i < count; i++)
            {
                ipc.On(to, e => Note("called"));
            }
        }
    }
}
