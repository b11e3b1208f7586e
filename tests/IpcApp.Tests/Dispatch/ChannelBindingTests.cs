using IpcApp.Internal.Wire;
using IpcApp.Tests.Bridge;
using IpcApp.Tests.Values;

namespace IpcApp.Tests.Dispatch;

/// <summary>Electron listens on a channel as long as the app does, in whatever way the app stops.</summary>
public sealed class ChannelBindingTests
{
    [Theory]
    [InlineData("handle")]
    [InlineData("on")]
    [InlineData("once")]
    [InlineData("handleOnce")]
    public async Task Disposing_what_registering_gave_unbinds_the_channel(string how)
    {
        await using var app = await RawApp.StartAsync();
        using (Register(app.IpcMain, how, "ch"))
        {
            Assert.Contains("ch", app.Host.BoundChannels);
        }

        Assert.DoesNotContain("ch", app.Host.BoundChannels);
    }

    [Fact]
    public async Task RemoveHandler_unbinds_the_channel()
    {
        await using var app = await RawApp.StartAsync();
        app.IpcMain.Handle("ch", e => 1);
        app.IpcMain.RemoveHandler("ch");
        Assert.DoesNotContain("ch", app.Host.BoundChannels);
    }

    [Fact]
    public async Task Off_unbinds_the_channel_when_it_takes_the_last_listener()
    {
        await using var app = await RawApp.StartAsync();
        IpcMainListener listener = (e, arguments) => { };
        app.IpcMain.On("ch", listener);
        app.IpcMain.On("ch", listener);
        app.IpcMain.Off("ch", listener);
        Assert.Contains("ch", app.Host.BoundChannels);
        app.IpcMain.Off("ch", listener);
        Assert.DoesNotContain("ch", app.Host.BoundChannels);
    }

    [Theory]
    [InlineData("ch")]
    [InlineData(null)]
    public async Task RemoveAllListeners_unbinds_the_channels(string? channel)
    {
        await using var app = await RawApp.StartAsync();
        app.IpcMain.On("ch", e => { });
        app.IpcMain.On("ch", e => { });
        app.IpcMain.On("other", e => { });
        app.IpcMain.RemoveAllListeners(channel);
        Assert.DoesNotContain("ch", app.Host.BoundChannels);
        Assert.Equal(channel is not null, app.Host.BoundChannels.Contains("other"));
    }

    [Fact]
    public async Task What_is_for_one_message_unbinds_the_channel_with_it()
    {
        await using var app = await RawApp.StartAsync();
        Register(app.IpcMain, "once", "ch");
        Register(app.IpcMain, "handleOnce", "ch");
        await app.Host.CallAsync(MessageKind.Invoke, "ch", Codec.Write(new IpcArray())).OrFail();
        Assert.Contains("ch", app.Host.BoundChannels);
        app.Host.Post(MessageKind.Send, "ch", Codec.Write(new IpcArray()));
        await app.WhenIdleAsync().OrFail();
        Assert.DoesNotContain("ch", app.Host.BoundChannels);
    }

    [Fact]
    public async Task A_windows_emitter_unbinds_its_channels_with_the_window_and_binds_none_after()
    {
        await using var app = await RawApp.StartAsync();
        var emitter = app.Contents.Ipc;
        emitter.On("ch", e => { });
        emitter.Handle("ch", e => 1);
        app.Host.Tell(MessageKind.Control, 0, """{ "type": "contents-destroyed", "contents": 1 }""");
        Assert.DoesNotContain("ch", app.Host.BoundChannels);
        emitter.On("late", e => { });
        Assert.DoesNotContain("late", app.Host.BoundChannels);
        emitter.RemoveAllListeners(); // what is gone already is not taken back a second time
        Assert.Empty(emitter.EventNames());
    }

    [Fact]
    public async Task An_emitter_that_is_first_asked_for_after_the_window_binds_nothing()
    {
        await using var app = await RawApp.StartAsync();
        var contents = app.Contents;
        app.Host.Tell(MessageKind.Control, 0, """{ "type": "contents-destroyed", "contents": 1 }""");
        contents.Ipc.On("late", e => { });
        Assert.DoesNotContain("late", app.Host.BoundChannels);
        Assert.Equal(1, contents.Ipc.ListenerCount("late"));
    }

    private static IDisposable Register(IIpcMain ipcMain, string how, string channel) => how switch
    {
        "handle" => ipcMain.Handle(channel, e => 1),
        "handleOnce" => ipcMain.HandleOnce(channel, (e, arguments) => ValueTask.FromResult<object?>(1)),
        "once" => ipcMain.Once(channel, (IpcMainEvent e, IpcArguments arguments) => { }),
        _ => ipcMain.On(channel, e => { }),
    };
}
