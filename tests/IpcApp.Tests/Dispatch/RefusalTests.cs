using System.Text;
using IpcApp.Internal.Wire;
using IpcApp.Tests.Bridge;
using IpcApp.Tests.Values;

namespace IpcApp.Tests.Dispatch;

/// <summary>
/// The second lock on the door, behind Electron's: what it answers and logs when a message comes that Electron should not have let through.
/// </summary>
public sealed class RefusalTests
{
    private const int MaxLines = 200;

    private static readonly byte[] _noValues = Codec.Write(new IpcArray());

    [Theory]
    [InlineData("https://a.example", true, "a main frame of origin 'https://a.example'")]
    [InlineData("app://local", false, "an iframe of origin 'app://local'")]
    public async Task A_refusal_is_logged_with_its_channel_and_sender(string origin, bool isMainFrame, string sender)
    {
        await using var app = await RawApp.StartAsync();
        foreach (var channel in new[] { "a", "b" })
        {
            app.IpcMain.On(channel, e => e.ReturnValue = "heard");
            app.IpcMain.Handle(channel, e => "handled");
        }

        Become(app, origin, isMainFrame);
        app.Host.Post(MessageKind.Send, "a", _noValues);
        app.Host.Post(MessageKind.Send, "a", _noValues);
        var (sync, invoke) = (
            await app.Host.CallAsync(MessageKind.SendSync, "b", _noValues).OrFail(),
            await app.Host.CallAsync(MessageKind.Invoke, "b", _noValues).OrFail());
        Assert.Equal("\u0001Error: Sender not allowed for 'b'", Encoding.UTF8.GetString(sync));
        Assert.Equal(sync, invoke);
        await app.WhenIdleAsync().OrFail();
        Assert.Equal(
            new[] { "a", "a", "b", "b" }.Select(channel => $"A message on '{channel}' was refused: its sender, {sender}, is not allowed."), app.Log);
    }

    [Fact]
    public async Task A_sender_whom_only_the_windows_event_would_have_heard_is_refused_as_well()
    {
        await using var app = await RawApp.StartAsync();
        app.IpcMain.On("gone", e => { }).Dispose();
        app.Contents.IpcMessageSync += (_, _) => Assert.Fail("It was to be refused.");
        Become(app, "https://a.example", isMainFrame: true);
        var answer = await app.Host.CallAsync(MessageKind.SendSync, "gone", _noValues).OrFail();
        Assert.Equal("\u0001Error: Sender not allowed for 'gone'", Encoding.UTF8.GetString(answer));
    }

    [Fact]
    public async Task A_page_that_changes_its_origin_again_and_again_can_not_fill_the_log()
    {
        await using var app = await RawApp.StartAsync();
        app.IpcMain.On("ch", e => { });
        for (var i = 0; i <= 1_000; i++)
        {
            Become(app, $"https://a{i}.example", isMainFrame: true);
            app.Host.Post(MessageKind.Send, "ch", _noValues);
        }

        await app.WhenIdleAsync().OrFail();
        Assert.Equal(MaxLines + 1, app.Log.Count);
        Assert.EndsWith(" [the 1,000th line of its kind; the next that is written is the 10,000th]", app.Log[^1], StringComparison.Ordinal);
    }

    private static void Become(RawApp app, string origin, bool isMainFrame)
        => app.Host.Tell(MessageKind.Frame, 1, $$"""
            {
              "contents": 1, "processId": 1, "frameId": 1, "treeNode": 1,
              "url": "{{origin}}/", "origin": "{{origin}}", "isMainFrame": {{(isMainFrame ? "true" : "false")}}
            }
            """);
}
