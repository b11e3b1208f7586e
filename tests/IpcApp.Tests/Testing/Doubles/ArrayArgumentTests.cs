using IpcApp.Testing;
using IpcApp.Tests.Dispatch;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Testing.Doubles;

/// <summary>What the fakes send, and what they record, where an argument is an array: the same as between a page and the app.</summary>
public sealed class ArrayArgumentTests : AppTest
{
    private static readonly string[] Texts = ["a", "b"];
    private static readonly object[] Objects = ["a", "b"];

    private IIpcMain IpcMain => App.Services.GetRequiredService<IIpcMain>();

    [Fact]
    public async Task A_page_sends_an_array_as_one_argument()
    {
        IpcMain.Handle("describe", (e, arguments) => new ValueTask<object?>(Text(arguments)));
        IpcMain.On("describe", (e, arguments) => e.ReturnValue = Text(arguments));

        Assert.Equal("['a', 'b']", await Page.InvokeAsync<string>("describe", Texts));
        Assert.Equal("['a', 'b']", await Page.InvokeAsync<string>("describe", argument: Objects));
        Assert.Equal("['a', 'b']", await Page.InvokeAsync<string>("describe", new List<string>(Texts)));
        Assert.Equal("[1, 2]", await Page.InvokeAsync<string>("describe", new[] { 1, 2 }));
        Assert.Equal("null", await Page.InvokeAsync<string>("describe", null));
        Assert.Equal("", await Page.InvokeAsync<string>("describe"));
        Assert.Equal("'a'; 'b'", await Page.InvokeAsync<string>("describe", arguments: Objects));
        Assert.Equal("'a'; 2", await Page.InvokeAsync<string>("describe", arguments: ["a", 2]));
        Assert.Equal("['a', 'b']; 2", await Page.InvokeAsync<string>("describe", Texts, 2));
        Assert.Equal("['a', 'b']", Page.SendSync<string>("describe", Texts));
        Assert.Equal("'a'; 'b'", Page.SendSync<string>("describe", arguments: Texts));
    }

    [Fact]
    public async Task A_page_gets_an_array_as_one_argument()
    {
        IpcMain.On("files", (e, arguments) =>
        {
            e.Reply("reply", Texts);
            e.Reply("reply", arguments: Texts);
            e.Reply("count", arguments.Count);
        });
        Page.Send("files", Texts);

        Assert.Equal(["a", "b"], (await Page.NextAsync("reply")).Get<string[]>(0)!);
        Assert.Equal(2, (await Page.NextAsync("reply")).Count);
        Assert.Equal(1, (await Page.NextAsync("count")).Get<int>(0));
    }

    [Fact]
    public void An_event_records_an_array_as_one_argument()
    {
        var e = new FakeIpcMainEvent("files");
        e.Event.Reply("reply", Texts);
        e.Event.Reply("reply", Objects.ToList());
        e.Event.Reply("reply", arguments: Texts);
        e.Event.Sender.Send("reply", null);
        e.Event.Sender.SendToFrame(e.Event.FrameId, "reply", Texts);

        Assert.Equal(
            ["(['a', 'b'])", "(['a', 'b'])", "('a', 'b')", "(null)", "(['a', 'b'])"], e.Replies.Select(message => message.ToString()));
    }

    [Fact]
    public void Emit_takes_an_array_as_one_argument()
    {
        var seen = new List<string>();
        IpcMain.On("files", (_, arguments) => seen.Add(Text(arguments)));
        IpcMain.Emit("files", new FakeIpcMainEvent("files"), Texts);
        IpcMain.Emit("files", new FakeIpcMainEvent("files"), arguments: Texts);

        Assert.Equal(["['a', 'b']", "'a'; 'b'"], seen);
    }

    private static string Text(IpcArguments arguments) => string.Join("; ", arguments);
}
