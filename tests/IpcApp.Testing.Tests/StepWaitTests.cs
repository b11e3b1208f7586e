using IpcApp.EmptyApp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace IpcApp.Testing.Tests;

/// <summary>How a stepped app waits: for a sendSync, for what is outside, for its start and its end.</summary>
public sealed class StepWaitTests
{
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_sendSync_steps_while_it_waits()
    {
        var others = await SteppedApp.WithSeedsAsync(app =>
        {
            var before = 0;
            app.Ipc.On("other", (_, _) => before++);
            app.Ipc.On("sync", async (e, _) =>
            {
                await Task.Yield();
                e.ReturnValue = before;
            });
            app.Other.Send("other");
            app.Other.Send("other");
            var seen = app.One.SendSync<int>("sync");
            app.App.Drain();
            Assert.Equal(2, before);
            return Task.FromResult(seen);
        });
        Assert.Equal([0, 1, 2], others.Distinct().Order());
    }

    [Fact]
    public async Task What_main_sends_to_a_page_that_is_blocked_is_seen_after_the_sendSync()
    {
        var orders = await SteppedApp.WithSeedsAsync(async app =>
        {
            var order = new List<string>();
            app.Ipc.On("sync", async (e, _) =>
            {
                e.Sender.Send("news");
                app.App.Services.GetRequiredService<IWebContentsRegistry>().FromId(app.Other.Window.Id)!.Send("news");
                await Task.Yield();
                e.ReturnValue = true;
            });
            var heard = Task.WhenAll(Hear(app.One), Hear(app.Other));
            var asked = app.One.RunAsync(() =>
            {
                app.One.SendSync<bool>("sync");
                order.Add("answer");
                return Task.CompletedTask;
            });
            await app.App.WhenIdleAsync();
            await Task.WhenAll(heard, asked);
            Assert.True(order.IndexOf("answer") < order.IndexOf("one"));
            return string.Join(' ', order);

            Task Hear(FakeFrame page) => page.RunAsync(async () =>
            {
                await page.NextAsync("news");
                order.Add(page == app.One ? "one" : "other");
            });
        });
        Assert.Contains("other answer one", orders); // the other page is not blocked
        Assert.Contains("answer one other", orders);
    }

    [Fact]
    public async Task A_sendSync_that_nobody_answers_ends_at_the_deadline_of_the_apps_clock()
    {
        var time = new FakeTimeProvider();
        await using var app = await SteppedApp.StartAsync(1, new() { TimeProvider = time });
        app.Ipc.On("sync", async (_, _) =>
        {
            time.Advance(TimeSpan.FromHours(1));
            await _gate.Task;
        });
        Assert.Equal("reply was never sent", app.One.SendSync<Dictionary<string, string>>("sync")["error"]);
        _gate.SetResult();
        await app.App.WhenIdleAsync();
        await app.App.AssertQuietAsync();
    }

    [Fact]
    public async Task Waiting_until_idle_waits_for_what_goes_on_outside()
    {
        await using var app = await SteppedApp.StartAsync(1);
        app.Ipc.Handle("outside", async _ =>
        {
            await _gate.Task.ConfigureAwait(false);
            return await Task.Run(() => 1);
        });
        var call = app.One.InvokeAsync<int>("outside");
        Assert.True(app.App.Drain() > 0);
        Assert.False(app.App.Step());
        var idle = app.App.WhenIdleAsync();
        Assert.False(idle.IsCompleted);
        _gate.SetResult();
        await idle;
        Assert.Equal(1, await call);
    }

    [Fact]
    public async Task What_never_ends_is_named()
    {
        await using var app = await SteppedApp.StartAsync(1);
        app.Ipc.Handle("stuck", _ => _gate.Task);
        _ = app.One.InvokeAsync("stuck");
        var error = await Assert.ThrowsAsync<TimeoutException>(() => app.App.WhenIdleAsync(TimeSpan.FromMilliseconds(20)));
        Assert.Contains("invoke 'stuck' of app://local/ is not answered: its handler still runs", error.Message, StringComparison.Ordinal);
        _gate.SetResult();
    }

    [Fact]
    public async Task Timers_are_the_tests()
    {
        var time = new FakeTimeProvider();
        await using var app = await SteppedApp.StartAsync(1, new() { TimeProvider = time });
        app.Ipc.Handle("sleep", async _ =>
        {
            await Task.Delay(TimeSpan.FromDays(1), app.App.Services.GetRequiredService<TimeProvider>());
            return "awake";
        });
        var call = app.One.InvokeAsync<string>("sleep");
        app.App.Drain();
        time.Advance(TimeSpan.FromDays(1));
        Assert.False(call.IsCompleted);
        app.App.Drain();
        Assert.Equal("awake", await call);
    }

    [Fact]
    public async Task Who_awaits_an_answer_and_makes_no_step_is_told()
    {
        await using var app = await SteppedApp.StartAsync(1, new() { Timeout = TimeSpan.FromMilliseconds(20) });
        app.Ipc.Handle("ask", _ => 1);
        var error = await Assert.ThrowsAsync<IpcTestException>(() => app.One.InvokeAsync("ask"));
        Assert.StartsWith("No test steps: invoke 'ask' of app://local/ waits", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_was_not_made_is_not_quiet()
    {
        await using var app = await SteppedApp.StartAsync(1);
        app.Ipc.On("hear", (e, _) => e.Reply("heard"));
        app.One.Send("hear");
        var error = await Assert.ThrowsAsync<IpcTestException>(() => app.App.AssertQuietAsync());
        Assert.Equal(
            string.Join(
                Environment.NewLine,
                "The app is not quiet:",
                "  - send 'hear' of app://local/ waits for its turn",
                "  - a step has not been made: send 'hear' of app://local/ (call app.Drain())"),
            error.Message);
        app.App.Step();
        error = await Assert.ThrowsAsync<IpcTestException>(() => app.App.AssertQuietAsync());
        Assert.EndsWith("a step has not been made: 'heard' to app://local/ (call app.Drain())", error.Message, StringComparison.Ordinal);
        Assert.Empty(app.One.Received("heard"));
        app.App.Drain();
        Assert.Single(app.One.Received("heard"));
        await app.App.AssertQuietAsync();
    }

    [Fact]
    public async Task An_answer_to_a_page_that_has_gone_on_never_arrives()
    {
        await using var app = await SteppedApp.StartAsync(1);
        app.Ipc.Handle("ask", _ => 1);
        var call = app.One.InvokeAsync<int>("ask");
        app.App.Step(); // answered, but the answer has not arrived
        app.One.Navigate("app://local/next.html");
        app.App.Drain();
        Assert.False(call.IsCompleted);
    }

    [Fact]
    public async Task An_abandoned_answer_arrives_as_a_step()
    {
        await using var app = await SteppedApp.StartAsync(1);
        app.Ipc.Handle("ask", async _ => await _gate.Task);
        var call = app.One.InvokeAsync("ask");
        app.App.Drain();
        Assert.Equal(1, app.One.AbandonReplies());
        Assert.False(call.IsCompleted);
        app.App.Drain();
        await Assert.ThrowsAsync<IpcRendererException>(() => call);
        _gate.SetResult();
        await app.App.WhenIdleAsync();
        await app.App.AssertQuietAsync();
    }

    [Fact]
    public async Task The_apps_start_runs_by_itself_and_so_does_its_end()
    {
        var ran = false;
        await using (var app = await IpcTestApp.StartAsync<EmptyMain>(new()
        {
            Seed = 1,
            ConfigureServices = services => services.AddHostedService<WaitsForEvent>(),
        }))
        {
            Assert.Equal(2, app.Windows.Count);
            app.Services.GetRequiredService<IIpcMain>().On("late", async (_, _) =>
            {
                await Task.Yield();
                ran = true;
            });
            app.Window("main").MainFrame.Send("late");
        }

        Assert.True(ran);
    }

    [Fact]
    public async Task On_one_lane_for_all_frames_messages_start_in_the_order_of_sending()
    {
        for (var seed = 0; seed < 5; seed++)
        {
            await using var app = await IpcTestApp.StartAsync<EmptyMain>(new() { Seed = seed, Settings = { ["IpcApp:Dispatch"] = "serial" } });
            var order = new List<string>();
            app.Services.GetRequiredService<IIpcMain>().On<string>("log", (_, text) => order.Add(text));
            var pages = new[] { app.Window("main").MainFrame, app.OpenWindow().MainFrame };
            for (var i = 0; i < 6; i++)
            {
                pages[i % 2].Send("log", $"{i}");
            }

            await app.WhenIdleAsync();
            Assert.Equal("012345", string.Concat(order));
        }
    }

    /// <summary>Keeps the app from having started until an event has been raised, which later would be a step.</summary>
    private sealed class WaitsForEvent(IBrowserWindows windows) : IHostedLifecycleService
    {
        public async Task StartedAsync(CancellationToken cancellationToken)
        {
            var window = await windows.CreateAsync(null, cancellationToken);
            var loaded = new TaskCompletionSource();
            window.WebContents.DidNavigate += (_, _) => loaded.SetResult();
            await window.LoadUrlAsync("app://local/second.html", cancellationToken);
            await loaded.Task;
        }

        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
