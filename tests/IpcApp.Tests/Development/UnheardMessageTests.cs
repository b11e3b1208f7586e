using IpcApp.Testing;
using IpcApp.Tests.Bridge;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Development;

/// <summary>Messages of pages that nothing takes.</summary>
public sealed class UnheardMessageTests : DevelopmentTest
{
    [Theory]
    [InlineData("message:lag", "The page app://local/ in window 'main' called send('message:lag'), and nothing listens on that channel: the "
        + "message was dropped. Did you mean 'message:log' (MessageHandler.Log)? If not, add [IpcOn(\"message:lag\")] to a method of a handler "
        + "class, or call IIpcMain.On.")]
    [InlineData("echo:sum", "The page app://local/ in window 'main' called send('echo:sum'), and nothing listens on that channel: the message "
        + "was dropped. 'echo:sum' has a handler (EchoHandler.Sum), not a listener: call invoke, or add [IpcOn(\"echo:sum\")] to a method of a "
        + "handler class, or call IIpcMain.On.")]
    [InlineData("Echo:Sun", "The page app://local/ in window 'main' called send('Echo:Sun'), and nothing listens on that channel: the message "
        + "was dropped. Did you mean 'echo:sum' (EchoHandler.Sum)? It has a handler: call invoke.")]
    [InlineData("quite:another", "The page app://local/ in window 'main' called send('quite:another'), and nothing listens on that channel: "
        + "the message was dropped. Add [IpcOn(\"quite:another\")] to a method of a handler class, or call IIpcMain.On.")]
    public async Task A_send_that_nothing_takes_is_one_warning_with_the_way_out(string channel, string warning)
    {
        await using var app = await IpcTestApp.StartAsync<Program>(InDevelopment());
        var page = app.Window("main").MainFrame;
        page.Send(channel);
        page.Send(channel, 1);
        Assert.Equal([warning], Warnings(app));
    }

    [Fact]
    public async Task So_is_an_invoke_that_finds_no_handler_and_the_page_gets_the_text_of_Electron()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(InDevelopment());
        var page = app.Window("main").MainFrame;
        var rejection = await Assert.ThrowsAsync<IpcRendererException>(() => page.InvokeAsync("message:log"));
        await Assert.ThrowsAsync<IpcRendererException>(() => page.InvokeAsync("echo:sum2"));
        Assert.Equal("Error invoking remote method 'message:log': Error: No handler registered for 'message:log'", rejection.Message);
        Assert.Equal(
            [
                "The page app://local/ in window 'main' called invoke('message:log'), and no handler is registered for that channel: the call "
                + "was rejected. 'message:log' has a listener (MessageHandler.Log), not a handler: call send, or make it an [IpcHandle].",
                "The page app://local/ in window 'main' called invoke('echo:sum2'), and no handler is registered for that channel: the call "
                + "was rejected. Did you mean 'echo:sum' (EchoHandler.Sum)? If not, add [IpcHandle(\"echo:sum2\")] to a method of a handler "
                + "class, or call IIpcMain.Handle.",
            ],
            Warnings(app));
    }

    [Fact]
    public async Task So_are_a_sendSync_and_a_postMessage()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(InDevelopment());
        var page = app.Window("main").MainFrame;
        page.SendSync<IpcValue>("echo:sum");
        page.PostMessage("echo:sum", 1);
        page.PostMessage("echo:sum", 2);
        Assert.Equal(
            [
                $"WebContents #{page.Window.Id} called ipcRenderer.sendSync() with 'echo:sum' channel without listeners.",
                "The page app://local/ in window 'main' called sendSync('echo:sum'), and nothing listens on that channel: the answer was "
                + "{ error: 'reply was never sent' }. 'echo:sum' has a handler (EchoHandler.Sum), not a listener: call invoke, or add "
                + "[IpcSync(\"echo:sum\")] to a method of a handler class, or call IIpcMain.On.",
                "The page app://local/ in window 'main' called postMessage('echo:sum'), and nothing listens on that channel: the message was "
                + "dropped. 'echo:sum' has a handler (EchoHandler.Sum), not a listener: call invoke, or add [IpcOn(\"echo:sum\")] to a method "
                + "of a handler class, or call IIpcMain.On.",
            ],
            Warnings(app));
    }

    [Fact]
    public async Task Each_window_has_its_own_warning()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(InDevelopment());
        app.Window("main").MainFrame.Send("nowhere");
        var second = app.OpenWindow("app://local/second.html");
        second.MainFrame.Send("nowhere");
        Assert.Equal(2, Warnings(app).Count());
        Assert.StartsWith($"The page app://local/second.html in window {second.WindowId} called", Warnings(app).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_something_has_taken_once_is_no_mistake()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(InDevelopment());
        var page = app.Window("main").MainFrame;
        IpcMainOf(app).Once("ready", e => { });
        page.Send("ready");
        await app.WhenIdleAsync();
        page.Send("ready");
        await app.WhenIdleAsync();
        Assert.Empty(Warnings(app));
    }

    [Fact]
    public async Task What_a_subscriber_of_the_window_hears_is_no_mistake()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(InDevelopment());
        var window = app.Window("main");
        var heard = new TaskCompletionSource();
        app.Services.GetRequiredService<IWebContentsRegistry>().FromId(window.Id)!.IpcMessage += (_, _) => heard.TrySetResult();
        window.MainFrame.Send("anything");
        await heard.Task.OrFail();
        Assert.Empty(Warnings(app));
    }

    [Fact]
    public async Task A_page_can_neither_fill_nor_forge_the_log()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(InDevelopment());
        var page = app.Window("main").MainFrame;
        page.Send($"evil\n\u001b[31mfail: IpcApp[1] {new string('x', 10_000)}");
        for (var i = 0; i < 500; i++)
        {
            page.Send($"made-up {i}");
        }

        Assert.Equal(100, Warnings(app).Count());
        Assert.All(Warnings(app), line => Assert.DoesNotContain(line, char.IsControl));
        Assert.All(Warnings(app), line => Assert.InRange(line.Length, 0, 1500));
        Assert.Contains("called send('evil\\n\\u001B[31mfail: IpcApp[1] xxx", Warnings(app).First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_of_development_nothing_is_said_but_the_line_of_Electron()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var page = app.Window("main").MainFrame;
        page.Send("nowhere");
        page.PostMessage("nowhere", 1);
        await Assert.ThrowsAsync<IpcRendererException>(() => page.InvokeAsync("nowhere"));
        page.SendSync<IpcValue>("nowhere");
        Assert.Equal([$"WebContents #{page.Window.Id} called ipcRenderer.sendSync() with 'nowhere' channel without listeners."], Warnings(app));
    }
}
