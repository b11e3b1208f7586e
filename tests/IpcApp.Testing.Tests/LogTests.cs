using System.Collections.Concurrent;
using IpcApp.EmptyApp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpcApp.Testing.Tests;

/// <summary>What a test sees of the app's log.</summary>
public sealed class LogTests : EmptyAppTest
{
    private readonly ConcurrentQueue<string> _output = new();

    protected override IpcTestAppOptions Options => new()
    {
        Output = line =>
        {
            _output.Enqueue(line);
            throw new InvalidOperationException("the test is over");
        },
        ConfigureServices = services => services.AddLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.None)),
    };

    [Fact]
    public async Task What_a_rejection_tells_the_test_is_seen_and_logged_when_it_arrives()
    {
        Ipc.Handle("fails", _ => Task.FromException(new InvalidOperationException("broken")));
        await Assert.ThrowsAsync<IpcRendererException>(() => Page.InvokeAsync("fails"));
        var entry = Assert.Single(App.Logs, entry => entry.Level == LogLevel.Error);
        Assert.Equal("IpcApp.Ipc", entry.Category);
        Assert.Equal("Error occurred in handler for 'fails': Error: broken", entry.Message);
        Assert.Equal("broken", entry.Exception!.Message);
        Assert.Empty(App.TakeErrors());
    }

    [Fact]
    public async Task So_is_a_handler_that_is_not_there_any_more()
    {
        var go = new ManualResetEventSlim();
        Ipc.On("hold", (_, _) => go.Wait());
        Ipc.HandleOnce("once", (_, _) => new ValueTask<object?>(1));
        Page.Send("hold");
        var (first, second) = (Page.InvokeAsync("once"), Page.InvokeAsync("once"));
        go.Set();
        await first;
        await Assert.ThrowsAsync<IpcRendererException>(() => second);
        Assert.Equal(
            "Error occurred in handler for 'once': Error: No handler registered for 'once'",
            Assert.Single(App.Logs, entry => entry.Level == LogLevel.Error).Message);
        Assert.Empty(App.TakeErrors());
    }

    [Fact]
    public async Task What_fails_after_the_answer_is_not_seen()
    {
        Ipc.Register(new Infrastructure.IpcRegistration
        {
            Channel = "late",
            Kind = Infrastructure.IpcRegistrationKind.Handle,
            DisplayName = "Late",
            Invoker = call =>
            {
                call.Return(1);
                throw new InvalidOperationException("too late");
            },
        });
        await Page.InvokeAsync("late");
        await App.WhenIdleAsync();
        Assert.Equal("Error occurred in handler for 'late': Error: too late", Assert.Single(App.TakeErrors()).Message);
        Assert.Empty(App.TakeErrors());
    }

    [Fact]
    public async Task Of_equal_failures_each_rejection_takes_one()
    {
        Ipc.Handle("fails", _ => Task.FromException(new InvalidOperationException("broken")));
        Ipc.On("fails", (_, _) => throw new InvalidOperationException("broken"));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Assert.ThrowsAsync<IpcRendererException>(() => Page.InvokeAsync("fails"))));
        Page.Send("fails");
        await App.WhenIdleAsync();
        Assert.StartsWith("A listener for 'fails' failed", Assert.Single(App.TakeErrors()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_no_error_and_hides_none()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Ipc.Handle("fails", _ => gate.Task);
        await Assert.ThrowsAsync<IpcRendererException>(() => App.OpenWindow("https://foreign.example").MainFrame.InvokeAsync("fails"));
        _ = Page.InvokeAsync("fails");
        Page.Navigate("app://local/next.html"); // the rejection does not reach it
        gate.SetException(new InvalidOperationException("Sender not allowed for 'fails'"));
        await App.WhenIdleAsync();
        Assert.Single(App.TakeErrors());
    }

    [Fact]
    public async Task Output_gets_each_line_and_may_fail()
    {
        Write(App, LogLevel.Information, "Hello you");
        Write(App, LogLevel.Debug, "Not kept");
        Assert.Contains(_output, line => line == "[Information] IpcApp.Testing.Tests.LogTests: Hello you");
        Assert.DoesNotContain(App.Logs, entry => entry.Message == "Not kept");
        await using var other = await IpcTestApp.StartAsync<EmptyMain>(new() { MinimumLogLevel = LogLevel.Debug });
        Write(other, LogLevel.Debug, "Kept");
        Assert.Contains(other.Logs, entry => entry.Message == "Kept");
    }

    private static void Write(IpcTestApp app, LogLevel level, string text)
        => app.Services.GetRequiredService<ILogger<LogTests>>().Log(level, default, text, null, (state, _) => state);
}
