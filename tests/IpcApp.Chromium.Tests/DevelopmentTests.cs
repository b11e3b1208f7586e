namespace IpcApp.Chromium.Tests;

/// <summary>What a developer reads on the console of a real app.</summary>
public sealed class DevelopmentTests
{
    [Fact]
    public async Task The_app_says_that_it_is_up_and_what_its_page_does_wrong()
    {
        using var app = new TestAppProcess(TestAppProcess.OnChromium(
            "--IpcApp:Windows:main:Url=app://local/mistakes.html", "--Logging:LogLevel:IpcApp=Information"));
        Assert.Matches(
            @"^ +IpcApp\.TestApp is up: window 'main' shows app://local/mistakes\.html on Chromium [0-9]+\.[0-9]+ \(headless\)\.",
            await app.WaitForLineAsync("is up"));
        await SaysAsync("called send(", "warn: IpcApp.Ipc[6001]", "The page app://local/mistakes.html in window 'main' called "
            + "send('message:lag'), and nothing listens on that channel: the message was dropped. Did you mean 'message:log' (MessageHandler.Log)?");
        await SaysAsync("called invoke(", "warn: IpcApp.Ipc[6001]", "'message:log' has a listener (MessageHandler.Log), not a handler: call send");
        await SaysAsync("'/missing.js'", "warn: IpcApp.Electron[3002]", "A page asked for '/missing.js', but there is no file ");
        await SaysAsync("on purpose", "fail: IpcApp.Page[6002]", "window 'main', app://local/mistakes.js:6: on purpose");
        await SaysAsync("Uncaught", "fail: IpcApp.Page[6002]", "window 'main', app://local/mistakes.js:7: Uncaught TypeError: Cannot read properties");

        async Task SaysAsync(string found, string header, string text)
        {
            var line = await app.WaitForLineAsync(found);
            Assert.Contains(text, line, StringComparison.Ordinal);
            Assert.Contains($"{header}\n{line}", app.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_app_that_does_nothing_wrong_has_no_warnings()
    {
        using var app = new TestAppProcess(TestAppProcess.OnChromium("--Logging:LogLevel:IpcApp=Information"));
        await app.WaitForLineAsync("is up");
        Assert.DoesNotContain("warn:", app.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("fail:", app.Output, StringComparison.Ordinal);
    }
}
