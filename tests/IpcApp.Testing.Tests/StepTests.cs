using IpcApp.EmptyApp;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Testing.Tests;

/// <summary>An app with a seed: nothing moves by itself, and the seed decides what is next.</summary>
public sealed class StepTests
{
    private readonly List<string> _order = [];

    [Fact]
    public async Task Nothing_moves_until_it_is_stepped()
    {
        await using var app = await SteppedApp.StartAsync(1);
        app.Ipc.Handle<int, int>("double", (_, number) =>
        {
            _order.Add("called");
            return number * 2;
        });
        var before = app.App.Steps.Count;
        var call = app.One.InvokeAsync<int>("double", 2);
        Assert.False(call.IsCompleted);
        Assert.Empty(_order);
        Assert.True(app.App.Step());
        Assert.Equal(["called"], _order);
        Assert.False(call.IsCompleted); // the answer is on its way
        Assert.True(app.App.Step());
        Assert.Equal(4, await call);
        Assert.False(app.App.Step());
        Assert.Equal(0, app.App.Drain());
        Assert.Equal(["invoke 'double' of app://local/", "answer to invoke 'double' of app://local/"], app.App.Steps.Skip(before));
    }

    [Fact]
    public async Task Steps_are_of_a_stepped_app_only()
    {
        await using var app = await IpcTestApp.StartAsync<EmptyMain>();
        Assert.Contains("Seed", Assert.Throws<InvalidOperationException>(() => app.Step()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_messages_of_one_frame_keep_their_order_with_every_seed()
    {
        var orders = await SteppedApp.WithSeedsAsync(async app =>
        {
            var order = new List<string>();
            app.Ipc.On<string>("log", (_, text) => order.Add(text));
            foreach (var text in (string[])["a", "b", "c"])
            {
                app.One.Send("log", "one " + text);
                app.Other.Send("log", "other " + text);
            }

            await app.App.WhenIdleAsync();
            Assert.Equal(["one a", "one b", "one c"], order.Where(text => text.StartsWith("one", StringComparison.Ordinal)));
            Assert.Equal(["other a", "other b", "other c"], order.Where(text => text.StartsWith("other", StringComparison.Ordinal)));
            return string.Join(' ', order);
        });
        Assert.True(orders.Distinct().Count() > 5);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_steps()
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var first = await TraceAsync(seed);
            Assert.True(first.Count > 50);
            Assert.Equal(first, await TraceAsync(seed));
        }

        Assert.NotEqual(await TraceAsync(1), await TraceAsync(2));
    }

    [Fact]
    public async Task A_check_before_an_act_is_found_by_some_seed()
    {
        var counts = await SteppedApp.WithSeedsAsync(async app =>
        {
            var count = 0;
            app.Ipc.Handle("increment", async _ =>
            {
                var read = count;
                await Task.Yield();
                count = read + 1;
            });
            _ = app.One.InvokeAsync("increment");
            _ = app.Other.InvokeAsync("increment");
            await app.App.WhenIdleAsync();
            return count;
        });
        Assert.Contains(1, counts); // both had read 0
        Assert.Contains(2, counts);
    }

    [Fact]
    public async Task So_is_one_in_a_generated_handler_of_the_apps_own()
    {
        var orders = new HashSet<string>();
        for (var seed = 0; seed < 30; seed++)
        {
            await using var app = await IpcTestApp.StartAsync<TestApp.CallLog>(new() { Seed = seed });
            var log = app.Services.GetRequiredService<TestApp.CallLog>();
            log.Gate.SetResult();
            app.Window("main").MainFrame.Send("message:log-later", "one");
            app.OpenWindow().MainFrame.Send("message:log-later", "other");
            await app.WhenIdleAsync();
            orders.Add(string.Join(", ", log.Entries));
            await app.AssertQuietAsync();
        }

        Assert.Contains("begin one, end one, begin other, end other", orders);
        Assert.True(orders.Count > 1);
    }

    [Fact]
    public async Task An_answer_and_a_message_may_overtake_each_other_but_none_its_own_kind()
    {
        var orders = await SteppedApp.WithSeedsAsync(async app =>
        {
            var order = new List<string>();
            app.Ipc.Handle("work", e =>
            {
                e.Sender.Send("progress", "50%");
                e.Sender.Send("progress", "100%");
                return "done";
            });
            var script = app.One.RunAsync(async () => order.Add(await app.One.InvokeAsync<string>("work")));
            var progress = app.One.RunAsync(async () =>
            {
                order.Add(await app.One.NextAsync<string>("progress"));
                order.Add(await app.One.NextAsync<string>("progress"));
            });
            await app.App.WhenIdleAsync();
            await Task.WhenAll(script, progress);
            Assert.True(order.IndexOf("50%") < order.IndexOf("100%"));
            return string.Join(' ', order);
        });
        Assert.Equal(["50% 100% done", "50% done 100%", "done 50% 100%"], orders.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Events_are_steps_and_so_is_the_token_of_a_frame_that_is_gone()
    {
        await using var app = await SteppedApp.StartAsync(3);
        var window = app.App.Services.GetRequiredService<IWebContentsRegistry>().FromId(app.One.Window.Id)!;
        window.DidNavigate += (_, _) => _order.Add("navigated");
        app.Ipc.Handle("wait", async e =>
        {
            e.Aborted.Register(() => _order.Add("aborted"));
            await Task.Delay(Timeout.Infinite, e.Aborted);
        });
        _ = app.One.InvokeAsync("wait");
        app.App.Drain();
        app.One.Navigate("app://local/next.html");
        Assert.Empty(_order);
        app.App.Drain();
        Assert.Equal(["aborted", "navigated"], _order.Order());
        Assert.Contains("end of app://local/", app.App.Steps);
        await app.App.AssertQuietAsync();
    }

    [Fact]
    public async Task Nothing_of_the_test_flows_into_a_handler()
    {
        var local = new AsyncLocal<string> { Value = "of the test" };
        await using var app = await SteppedApp.StartAsync(1);
        app.Ipc.On("look", (_, _) => _order.Add(local.Value ?? "nothing"));
        app.One.Send("look");
        var context = SynchronizationContext.Current;
        app.App.Drain();
        Assert.Equal(["nothing"], _order);
        Assert.Same(context, SynchronizationContext.Current);
        Assert.Equal("of the test", local.Value);
    }

    [Fact]
    public async Task A_step_throws_what_an_async_void_method_of_a_handler_has_thrown()
    {
        await using var app = await SteppedApp.StartAsync(1);
        app.Ipc.Handle("forget", _ => Forget());
        var answer = app.One.InvokeAsync("forget");
        Assert.Equal("forgotten", Assert.Throws<FormatException>(() => app.App.Drain()).Message);
        app.App.Drain();
        await answer;
    }

    [Fact]
    public async Task What_an_async_void_listener_throws_is_logged_in_a_step()
    {
        await using var app = await SteppedApp.StartAsync(1);
        app.Ipc.On("forget", (_, _) => Forget());
        app.One.Send("forget");
        Assert.True(app.App.Step());
        Assert.Empty(app.App.TakeErrors());
        app.App.Drain();
        var error = Assert.Single(app.App.TakeErrors());
        Assert.Equal("A listener for 'forget' failed: a delegate in StepTests", error.Message);
        Assert.IsType<FormatException>(error.Exception);
        await app.App.AssertQuietAsync();
    }

    private static async void Forget()
    {
        await Task.Yield();
        throw new FormatException("forgotten");
    }

    /// <summary>Everything that can be a step, in one test.</summary>
    private static async Task<IReadOnlyList<string>> TraceAsync(int seed)
    {
        await using var app = await SteppedApp.StartAsync(seed);
        app.Ipc.Handle<int, int>("work", async (e, number) =>
        {
            for (var i = 0; i < number; i++)
            {
                await Task.Yield();
                e.Sender.Send("progress", i);
            }

            return number;
        });
        app.Ipc.On("echo", (e, _) =>
        {
            var port = e.Ports[0];
            port.Message += (_, message) => port.PostMessage(message.Data);
            port.Start();
        });
        foreach (var page in (FakeFrame[])[app.One, app.Other])
        {
            _ = page.RunAsync(async () =>
            {
                await Task.WhenAll(page.InvokeAsync("work", 3), page.InvokeAsync("work", 2));
                var channel = new FakeMessageChannel(page);
                page.PostMessage("echo", null, channel.Port2);
                channel.Port1.Start();
                channel.Port1.PostMessage("hello");
                channel.Port1.PostMessage("again");
                await channel.Port1.NextAsync<string>();
                await page.InvokeAsync("work", 1);
            });
        }

        app.App.OpenWindow();
        await app.App.WhenIdleAsync();
        return app.App.Steps;
    }
}
