using IpcApp.Internal.Wire;
using IpcApp.Tests.Bridge;
using IpcApp.Tests.Values;

namespace IpcApp.Tests.Dispatch;

/// <summary>Whatever becomes of a message, its bytes go back to the pool they came from.</summary>
public sealed class MessageBytesTests
{
    private const string Foreign = """
        { "contents": 1, "processId": 1, "frameId": 1, "treeNode": 1, "url": "https://a.example/", "origin": "https://a.example", "isMainFrame": true }
        """;

    private static readonly byte[] _values = Codec.Write(new IpcArray { "text" });

    [Fact]
    public async Task A_call_gives_them_back_however_its_handler_takes_its_arguments()
    {
        await using var app = await RawApp.StartAsync();
        app.IpcMain.Handle<string, string>("typed", (e, text) => text);
        app.IpcMain.Handle("untyped", (e, arguments) => ValueTask.FromResult<object?>(arguments.Count));
        foreach (var channel in new[] { "typed", "untyped" })
        {
            await app.Host.CallAsync(MessageKind.Invoke, channel, _values).OrFail();
            await app.Host.CallAsync(MessageKind.Invoke, channel, []).OrFail(); // no values at all: it fails
        }

        await AssertAllGivenBackAsync(app);
    }

    [Fact]
    public async Task A_call_without_a_handler_gives_them_back()
    {
        await using var app = await RawApp.StartAsync();
        app.IpcMain.Handle("gone", e => 1).Dispose();
        await app.Host.CallAsync(MessageKind.Invoke, "gone", _values).OrFail();
        await AssertAllGivenBackAsync(app);
    }

    [Fact]
    public async Task A_message_gives_them_back_whether_or_not_somebody_listens()
    {
        await using var app = await RawApp.StartAsync();
        app.IpcMain.On("heard", e => e.ReturnValue = 1);
        app.IpcMain.On("unheard", e => { }).Dispose();
        foreach (var channel in new[] { "heard", "unheard" })
        {
            app.Host.Post(MessageKind.Send, channel, _values);
            app.Host.Post(MessageKind.PostMessage, channel, Codec.Write("text"));
            await app.Host.CallAsync(MessageKind.SendSync, channel, _values).OrFail();
        }

        await AssertAllGivenBackAsync(app);
    }

    [Fact]
    public async Task A_message_of_a_refused_sender_gives_them_back()
    {
        await using var app = await RawApp.StartAsync();
        app.IpcMain.Handle("ch", e => 1);
        app.IpcMain.On("ch", e => { });
        app.Host.Tell(MessageKind.Frame, 1, Foreign);
        await app.Host.CallAsync(MessageKind.Invoke, "ch", _values).OrFail();
        await app.Host.CallAsync(MessageKind.SendSync, "ch", _values).OrFail();
        app.Host.Post(MessageKind.Send, "ch", _values);
        await AssertAllGivenBackAsync(app);
    }

    [Fact]
    public async Task A_message_for_which_there_is_no_room_gives_them_back()
    {
        await using var app = await RawApp.StartAsync("--IpcApp:Limits:MaxWaitingBytesPerFrame=65536");
        var large = Codec.Write(new IpcArray { new string('x', 65536) });
        app.IpcMain.Handle("ch", e => 1);
        app.IpcMain.On("ch", e => { });
        await app.Host.CallAsync(MessageKind.Invoke, "ch", large).OrFail();
        app.Host.Post(MessageKind.Send, "ch", large);
        await AssertAllGivenBackAsync(app);
    }

    private static async Task AssertAllGivenBackAsync(RawApp app)
    {
        await app.WhenIdleAsync().OrFail();
        Assert.Equal(0, app.Host.HeldBuffers);
    }
}
