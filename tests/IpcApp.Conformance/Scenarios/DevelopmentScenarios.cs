using IpcApp.Conformance.Suite;
using Microsoft.Extensions.Logging;

namespace IpcApp.Conformance.Scenarios;

/// <summary>What an app in development says of the mistakes of its pages. Electron has no rules for it, but it must be the same everywhere.</summary>
public abstract class DevelopmentScenarios(AppFixture app) : ScenarioClass(app)
{
    /// <summary>Through the default preload, which reports what Electron has no event for.</summary>
    private static readonly PageOptions _withPreload = new() { Route = PageRoute.WindowIpc };

    [Fact]
    public async Task A_send_that_nothing_takes_is_one_warning_with_the_nearest_name()
    {
        var (page, channel) = (await OpenPageAsync(), Channel("notes:draft"));
        IpcMain.On(channel, e => { });
        await page.SendAsync($"{channel}s");
        await page.SendAsync($"{channel}s");
        await SettleAsync(page);
        var warning = await App.Logs.WaitForAsync($"called send('{channel}s'), and nothing listens on that channel");
        Assert.Equal((LogLevel.Warning, "IpcApp.Ipc"), (warning.Level, warning.Category));
        Assert.Contains($"Did you mean '{channel}'", warning.Message, StringComparison.Ordinal);
        Assert.Single(App.Logs.Containing($"'{channel}s'"));
    }

    [Fact]
    public async Task The_warnings_have_one_text_on_every_renderer()
    {
        var (page, channel) = (await OpenPageAsync(_withPreload), Channel("notes:draft"));
        IpcMain.On(channel, e => { });
        IpcMain.Handle(channel, e => 1);
        await page.SendAsync($"{channel}s");
        await page.PostMessageAsync($"{channel}s", 1);
        await page.SendSyncAsync($"{channel}s");
        await page.InvokeAsync($"{channel}s");
        var contents = page.WebContents;
        var window = contents.WindowName is { } name ? $"'{name}'" : $"{BrowserWindow.FromWebContents(contents)!.Id}";
        var shown = $"The page {contents.MainFrame.Url} in window {window}";
        foreach (var (kind, outcome, attribute, method) in new[]
        {
            ("send", "nothing listens on that channel: the message was dropped", "IpcOn", "On"),
            ("postMessage", "nothing listens on that channel: the message was dropped", "IpcOn", "On"),
            ("sendSync", "nothing listens on that channel: the answer was { error: 'reply was never sent' }", "IpcSync", "On"),
            ("invoke", "no handler is registered for that channel: the call was rejected", "IpcHandle", "Handle"),
        })
        {
            var warning = await App.Logs.WaitForAsync($"called {kind}('{channel}s')");
            Assert.Equal(
                $"{shown} called {kind}('{channel}s'), and {outcome}. Did you mean '{channel}' (a delegate in {nameof(DevelopmentScenarios)})? "
                + $"If not, add [{attribute}(\"{channel}s\")] to a method of a handler class, or call IIpcMain.{method}.",
                warning.Message);
        }
    }

    [Fact]
    public async Task A_send_to_a_channel_that_has_only_a_handler_is_told_to_invoke()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Handle(channel, e => 1);
        await page.SendAsync(channel);
        var warning = await App.Logs.WaitForAsync($"called send('{channel}')");
        Assert.Contains($"'{channel}' has a handler", warning.Message, StringComparison.Ordinal);
        Assert.Contains("not a listener: call invoke", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invoke_of_a_channel_that_has_only_a_listener_is_told_to_send_and_rejects_as_ever()
    {
        var (page, channel) = (await OpenPageAsync(_withPreload), Channel());
        IpcMain.On(channel, e => { });
        (await page.InvokeAsync(channel)).ShouldFail(
            $"Error invoking remote method '{channel}': Error: No handler registered for '{channel}'");
        var warning = await App.Logs.WaitForAsync($"called invoke('{channel}')");
        Assert.Equal(LogLevel.Warning, warning.Level);
        Assert.Contains($"'{channel}' has a listener", warning.Message, StringComparison.Ordinal);
        Assert.Contains("not a handler: call send", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_postMessage_that_nothing_takes_is_one_warning()
    {
        var (page, channel) = (await OpenPageAsync(_withPreload), Channel());
        await page.PostMessageAsync(channel, 1);
        await page.PostMessageAsync(channel, 2);
        await App.Logs.WaitForAsync($"called postMessage('{channel}'), and nothing listens on that channel");
        await SettleAsync(page);
        Assert.Single(App.Logs.Containing($"'{channel}'"), entry => entry.Message.Contains("postMessage", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_something_took_before_is_no_mistake()
    {
        var (page, first, second) = (await OpenPageAsync(_withPreload), Channel(), Channel());
        IpcMain.Once(first, e => Note("first"));
        await page.SendAsync(first);
        await page.PostMessageAsync(first, 1);
        await NotedAsync("first");
        await SettleAsync(page);
        await page.SendAsync(first);
        await page.SendAsync(second);
        await App.Logs.WaitForAsync($"called send('{second}')");
        Assert.Empty(App.Logs.Containing($"'{first}'"));
    }

    [Fact]
    public async Task A_sendSync_that_nothing_answers_has_the_way_out_beside_the_text_of_Electron()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        await page.SendSyncAsync(channel);
        await App.Logs.WaitForAsync(
            $"WebContents #{page.WebContents.Id} called ipcRenderer.sendSync() with '{channel}' channel without listeners.");
        var warning = await App.Logs.WaitForAsync($"called sendSync('{channel}')");
        Assert.Contains($"[IpcSync(\"{channel}\")]", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reports_are_no_messages_of_the_page()
    {
        var (page, channel) = (await OpenPageAsync(_withPreload), Channel());
        page.WebContents.IpcMessage += (e, _) => Note(e.Channel);
        IpcMain.On(channel, e => { });
        await page.InvokeAsync(Channel("unknown"));
        await page.PostMessageAsync(Channel("unknown"), 1);
        await SettleAsync(page);
        await page.SendAsync(channel);
        await NotedAsync(channel);
        Assert.Equal([channel], Notes);
    }

    [Fact]
    public async Task An_error_on_the_console_of_a_page_is_logged_under_a_category_of_its_own()
    {
        var (page, text) = (await OpenPageAsync(), Channel("broken"));
        await page.ConsoleErrorAsync(text);
        var error = await App.Logs.WaitForAsync(text);
        Assert.Equal((LogLevel.Error, "IpcApp.Page"), (error.Level, error.Category));
    }
}
