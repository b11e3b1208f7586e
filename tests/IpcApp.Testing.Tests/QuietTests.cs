using IpcApp.EmptyApp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IpcApp.Testing.Tests;

/// <summary>What may not be left at the end of a test.</summary>
public sealed class QuietTests : EmptyAppTest
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(30);

    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task An_app_that_did_its_work_is_quiet()
    {
        Ipc.Handle<int, int>("double", (_, number) => number * 2);
        Assert.Equal(4, await Page.InvokeAsync<int>("double", 2));
        await App.AssertQuietAsync();
    }

    [Fact]
    public async Task What_still_runs_or_waits_is_named()
    {
        var (started, go) = (new TaskCompletionSource(), new ManualResetEventSlim());
        Ipc.Handle("slow", _ => _gate.Task);
        Ipc.On("later", (_, _) => _gate.Task);
        Ipc.On("blocks", (_, _) =>
        {
            started.SetResult();
            go.Wait();
        });
        var call = Page.InvokeAsync("slow");
        Page.Send("later");
        Page.Send("blocks");
        await started.Task;
        Page.PostMessage("later", 1);
        var error = await Assert.ThrowsAsync<IpcTestException>(() => App.AssertQuietAsync(Moment));
        Assert.Equal(
            string.Join(
                Environment.NewLine,
                "The app is not quiet:",
                "  - invoke 'slow' of app://local/ is not answered: its handler still runs",
                "  - send 'later' of app://local/ is not done: a listener still runs",
                "  - send 'blocks' of app://local/ is not done: a listener still runs",
                "  - postMessage 'later' of app://local/ waits for its turn"),
            error.Message);
        var late = await Assert.ThrowsAsync<TimeoutException>(() => App.WhenIdleAsync(Moment));
        Assert.Contains("invoke 'slow' of app://local/", late.Message, StringComparison.Ordinal);
        go.Set();
        _gate.SetResult();
        await call;
        await App.AssertQuietAsync();
    }

    [Fact]
    public async Task What_is_finishing_anyway_is_waited_for()
    {
        Ipc.On("later", async (_, _) => await _gate.Task);
        Page.Send("later");
        var quiet = App.AssertQuietAsync();
        Assert.False(quiet.IsCompleted);
        _gate.SetResult();
        await quiet;
    }

    [Fact]
    public async Task An_error_that_nobody_has_looked_at_is_named_until_it_is_taken()
    {
        Ipc.On("fails", (_, _) => throw new InvalidOperationException("broken"));
        Page.Send("fails");
        var error = await Assert.ThrowsAsync<IpcTestException>(() => App.AssertQuietAsync());
        Assert.Contains(
            "A listener for 'fails' failed: a delegate in QuietTests (InvalidOperationException: broken)", error.Message, StringComparison.Ordinal);
        Assert.Single(App.TakeErrors());
        await App.AssertQuietAsync();
    }

    [Fact]
    public async Task It_can_be_part_of_the_disposal()
    {
        var app = await IpcTestApp.StartAsync<EmptyMain>(new() { AssertQuietOnDispose = true });
        app.Services.GetRequiredService<ILogger<QuietTests>>().Log(LogLevel.Error, default, "Bad", null, (state, _) => state);
        await Assert.ThrowsAsync<IpcTestException>(() => app.DisposeAsync().AsTask());
        Assert.Throws<ObjectDisposedException>(() => app.Services.GetRequiredService<IIpcMain>()); // it has ended all the same
    }

    [Fact]
    public async Task Abandoned_calls_reject_as_Electron_words_it_and_their_answers_are_dropped()
    {
        var contents = Contents.GetAllWebContents().Single();
        Ipc.Handle("slow", _ => _gate.Task);
        Ipc.Handle("other", _ => _gate.Task);
        var (call, other) = (Page.InvokeAsync("slow"), Page.InvokeAsync("other"));
        Assert.Equal(1, Page.AbandonReplies("slow"));
        var error = await Assert.ThrowsAsync<IpcRendererException>(() => call);
        Assert.Equal("Error invoking remote method 'slow': reply was never sent", error.Message);
        Assert.Equal(1, Page.AbandonReplies());
        Assert.Equal(0, Page.AbandonReplies());
        await Assert.ThrowsAsync<IpcRendererException>(() => other);
        _gate.SetResult();
        await App.AssertQuietAsync();
    }

    [Fact]
    public async Task An_abandoned_sendSync_returns_the_error()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Ipc.On("sync", async (_, _) =>
        {
            begun.SetResult();
            await _gate.Task;
        });
        var call = Task.Run(() => Page.SendSync<Dictionary<string, string>>("sync"));
        await begun.Task;
        Assert.Equal(1, Page.AbandonReplies());
        Assert.Equal("reply was never sent", (await call)["error"]);
        _gate.SetResult();
        await App.AssertQuietAsync();
    }

    [Fact]
    public async Task The_deadline_of_a_sendSync_goes_by_the_apps_clock()
    {
        var time = new FakeTimeProvider();
        await using var app = await IpcTestApp.StartAsync<EmptyMain>(new()
        {
            TimeProvider = time,
            Settings = { ["IpcApp:SyncDeadline"] = "01:00:00" },
        });
        Assert.Same(time, app.Services.GetRequiredService<TimeProvider>());
        app.Services.GetRequiredService<IIpcMain>().On("sync", async (_, _) => await _gate.Task);
        var call = Task.Run(() => app.Window("main").MainFrame.SendSync<IpcValue>("sync"));
        while (!call.IsCompleted)
        {
            time.Advance(TimeSpan.FromHours(1)); // as often as it takes for the call to have begun to wait
            await Task.Yield();
        }

        Assert.IsType<IpcObject>(await call);
        _gate.SetResult();
    }
}
