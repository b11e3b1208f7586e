using IpcApp.TestApp;
using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IpcApp.Tests.Dispatch;

/// <summary>
/// Code of the app that fails without a caller, on the fake: what <c>isolation.js</c> does on Chromium, and what a page cannot bring about.
/// </summary>
public sealed class IsolationTests
{
    private const string Unreadable = "UnreadableException (its message could not be read)";

    [Theory]
    [InlineData(null)]
    [InlineData("throwing")]
    public async Task Exceptions_that_cannot_be_read_reach_the_page_by_their_type(string? loggers)
    {
        await using var app = await StartAsync(loggers);
        var page = app.Window("main").MainFrame;
        foreach (var name in new[] { "isolation:sync", "isolation:async", "isolation:constructor" })
        {
            var error = await Assert.ThrowsAsync<IpcRendererException>(() => page.InvokeAsync(name));
            Assert.Equal($"Error invoking remote method '{name}': Error: {Unreadable}", error.Message);
        }

        Assert.True(await page.InvokeAsync<bool>("isolation:dispose"));
        Assert.Equal(1, await page.InvokeAsync<int>("isolation:progress"));
        var uncloneable = await Assert.ThrowsAsync<IpcRendererException>(() => page.InvokeAsync("isolation:result"));
        Assert.EndsWith("Error: An object could not be cloned.", uncloneable.Message, StringComparison.Ordinal);
        var answer = page.SendSync<IpcValue>("isolation:answer");
        Assert.True(IpcValue.DeepEquals(new IpcObject { ["error"] = $"Error: {Unreadable}" }, answer));
        Assert.Contains(app.TakeErrors(), entry => entry.ToString().EndsWith($"Error: {Unreadable}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(7)]
    public async Task Async_void_subscribers_are_waited_for_and_their_failures_raised(int? seed)
    {
        await using var app = await StartAsync("throwing", seed);
        var page = app.Window("main").MainFrame;
        page.Send("isolation:listener");
        page.Send("isolation:async-listener");
        page.Send("isolation:void");
        page.Send("isolation:window");
        await app.WhenIdleAsync();
        page.Navigate("app://local/next.html");
        await app.WhenIdleAsync();
        Assert.Equal(
            [
                "isolation:async-listener|IsolationHandler.AsyncListener",
                "isolation:listener|IsolationHandler.Listener",
                "isolation:void|Isolation.LateListener",
                "|A subscriber of DidFrameNavigate",
                "|A subscriber of DidFrameNavigate",
            ],
            app.Services.GetRequiredService<FailureList>().All.Select(failure => failure[..failure.LastIndexOf('|')])
                .Order(Comparer<string>.Create((one, other) => string.CompareOrdinal(one.Replace('|', '~'), other.Replace('|', '~')))));
        Assert.Equal(3, await InvokeAsync(app, app.Window("main").MainFrame));
    }

    [Fact]
    public async Task An_async_void_listener_of_emit_is_reported_as_well()
    {
        await using var app = await StartAsync(null);
        var page = app.Window("main").MainFrame;
        var ipcMain = app.Services.GetRequiredService<IIpcMain>();
        ipcMain.On("start", e => Assert.True(ipcMain.Emit("isolation:void", e)));
        page.Send("start");
        await app.WhenIdleAsync();
        Assert.Equal(["isolation:void|Isolation.LateListener|UnreadableException"], app.Services.GetRequiredService<FailureList>().All);
    }

    [Fact]
    public async Task Callbacks_of_tokens_that_throw_or_hang_do_not_keep_the_app_from_ending()
    {
        var app = await StartAsync(null);
        var stopped = new TaskCompletionSource();
        using var release = new ManualResetEventSlim();
        var ipcMain = app.Services.GetRequiredService<IIpcMain>();
        ipcMain.On("hang", e =>
        {
            e.Aborted.Register(() =>
            {
                stopped.SetResult();
                release.Wait();
            });
        });
        var page = app.Window("main").MainFrame;
        page.Send("isolation:token");
        page.Send("hang");
        await app.WhenIdleAsync();
        await app.DisposeAsync();
        Assert.True(stopped.Task.IsCompleted);
        release.Set();
        Assert.Contains(app.Logs, entry => entry.Message == "Callbacks registered on the tokens of messages still ran when the app shut down.");
    }

    [Fact]
    public async Task Callbacks_of_a_page_that_is_gone_are_reported_and_the_next_page_is_served()
    {
        await using var app = await StartAsync(null);
        var ipcMain = app.Services.GetRequiredService<IIpcMain>();
        var (registered, never) = (new TaskCompletionSource(), new TaskCompletionSource());
        ipcMain.Handle("waits", async e =>
        {
            e.Aborted.Register(() => throw new UnreadableException());
            registered.SetResult();
            await never.Task;
        });
        var page = app.OpenWindow().MainFrame;
        _ = page.InvokeAsync("waits");
        await registered.Task;
        page.Navigate("app://local/next.html");
        never.SetResult();
        await app.WhenIdleAsync();
        Assert.Contains(app.Logs, entry => entry.Message == "A callback registered on the token of a message failed.");
        Assert.Equal(3, await InvokeAsync(app, page));
    }

    [Fact]
    public async Task A_logger_that_hangs_delays_no_call()
    {
        await using var app = await StartAsync("hanging");
        var page = app.Window("main").MainFrame;
        for (var i = 0; i < 5; i++)
        {
            await Assert.ThrowsAsync<IpcRendererException>(() => page.InvokeAsync("fail:sync"));
        }

        Assert.Equal(3, await page.InvokeAsync<int>("echo:sum", 1, 2));
        app.Services.GetServices<ILoggerProvider>().OfType<Isolation.FailingLoggers>().Single().Release();
        await app.WhenIdleAsync();
        Assert.Equal(5, app.Logs.Count(entry => entry.Message.Contains("'fail:sync'", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_a_page_writes_into_the_log_by_names_is_limited()
    {
        await using var app = await StartAsync(null);
        var page = app.Window("main").MainFrame;
        for (var i = 0; i < 1_000; i++)
        {
            page.SendSync<IpcValue>("nobody");
            await Assert.ThrowsAsync<IpcRendererException>(() => page.InvokeAsync("nobody"));
        }

        Assert.Equal(8, app.Logs.Count(entry => entry.Message.Contains("'nobody'", StringComparison.Ordinal)));
        page.SendSync<IpcValue>("a\u001b[31m\nfail: forged");
        Assert.EndsWith("with 'a\\u001B[31m\\nfail: forged' channel without listeners.", app.Logs[^1].Message, StringComparison.Ordinal);
        page.SendSync<IpcValue>(new string('x', 60_000));
        Assert.Contains("'" + new string('x', 200) + "… (60,000 characters)'", app.Logs[^1].Message, StringComparison.Ordinal);
        await app.AssertQuietAsync();
    }

    [Fact]
    public async Task What_a_page_writes_into_the_log_by_arguments_is_limited()
    {
        await using var app = await StartAsync(null);
        var page = app.Window("main").MainFrame;
        app.Services.GetRequiredService<IIpcMain>().Handle<string, int>("strict", (_, text) => throw new IpcException($"no such thing: {text}"));
        for (var i = 0; i < 1_000; i++)
        {
            await Assert.ThrowsAsync<IpcRendererException>(() => page.InvokeAsync("strict", $"{i}\n\u001b{new string('x', 100_000)}"));
        }

        var lines = app.Logs.Where(entry => entry.Message.Contains("'strict'", StringComparison.Ordinal)).ToList();
        Assert.Equal(201, lines.Count);
        Assert.All(lines, entry => Assert.True(entry.Message is { Length: < 1_300 } text && text.Contains("\\n\\u001B", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_stop_that_the_page_causes_does_not_run_callbacks_on_the_reader()
    {
        await using var app = await StartAsync(null);
        using var isReader = new ThreadLocal<bool>();
        var ran = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping
            .Register(() => ran.SetResult(isReader.Value));
        isReader.Value = true;
        app.Window("main").Close(); // this thread takes the reader's place
        isReader.Value = false;
        Assert.False(await ran.Task);
    }

    private static Task<IpcTestApp> StartAsync(string? loggers, int? seed = null)
        => IpcTestApp.StartAsync<Program>(new IpcTestAppOptions
        {
            Args = ["--Careless=true", .. loggers is null ? Array.Empty<string>() : [$"--Loggers={loggers}"]],
            Seed = seed,
        });

    private static async Task<int> InvokeAsync(IpcTestApp app, FakeFrame page)
    {
        var answer = page.InvokeAsync<int>("echo:sum", 1, 2);
        await app.WhenIdleAsync();
        return await answer;
    }
}
