using IpcApp.Internal.Scheduling;
using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Dispatch;

/// <summary>Failures of listeners, which have no caller to tell (S142, S143), and listeners that never answer (S71).</summary>
public sealed class ListenerFailureTests : AppTest
{
    private IIpcMain IpcMain => App.Services.GetRequiredService<IIpcMain>();

    [Fact]
    public async Task Each_is_an_event_that_names_channel_and_listener()
    {
        var failed = new TaskCompletionSource<ListenerFailedEventArgs>(TaskCreationOptions.RunContinuationsAsynchronously);
        App.Services.GetRequiredService<ListenerFailures>().Failed += (_, e) => failed.TrySetResult(e);
        IpcMain.On("fails", (_, _) => throw new InvalidOperationException("boom"));
        Page.Send("fails");

        var e = await failed.Task;
        Assert.Equal(("fails", "a delegate in ListenerFailureTests", "boom"), (e.Channel, e.Listener, e.Exception.Message));
    }

    [Fact]
    public async Task A_listener_is_named_by_its_method_and_a_subscriber_by_its_event()
    {
        var names = new List<string>();
        var both = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        App.Services.GetRequiredService<ListenerFailures>().Failed += (_, e) =>
        {
            names.Add(e.Listener);
            if (names.Count == 2)
            {
                both.SetResult();
            }
        };
        IpcMain.On("fails", Fail);
        Page.Send("fails");
        await App.WhenIdleAsync();
        App.Services.GetRequiredService<IWebContentsRegistry>().GetAllWebContents()[0].IpcMessage += Fail;
        Page.Send("fails");
        await both.Task;
        Assert.Equal(["ListenerFailureTests.Fail", "WebContents.IpcMessage"], names);
    }

    [Fact]
    public async Task A_subscriber_that_fails_itself_ends_nothing()
    {
        var second = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        App.Services.GetRequiredService<ListenerFailures>().Failed += (_, e) =>
        {
            if (e.Exception.Message == "2")
            {
                second.SetResult();
            }

            throw new InvalidOperationException("in the subscriber");
        };
        IpcMain.On("fails", (_, arguments) => throw new InvalidOperationException(arguments[0].AsString()));
        Page.Send("fails", "1");
        Page.Send("fails", "2");
        await second.Task;
    }

    [Fact]
    public async Task Emit_throws_what_a_listener_throws_and_not_what_its_task_fails_with()
    {
        var emitted = new TaskCompletionSource<Exception?>(TaskCreationOptions.RunContinuationsAsynchronously);
        IpcMain.On("task", (_, _) => Task.FromException(new InvalidOperationException("task")));
        IpcMain.On("throws", (_, _) => throw new InvalidOperationException("thrown"));
        IpcMain.On("start", (e, _) =>
        {
            Assert.True(IpcMain.Emit("task", e));
            emitted.SetResult(Record.Exception(() => IpcMain.Emit("throws", e)));
        });
        Page.Send("start");

        Assert.Equal("thrown", (await emitted.Task)?.Message);
        await App.WhenIdleAsync();
    }

    [Fact]
    public async Task A_page_waits_for_every_listener_that_still_runs()
    {
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource());
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        IpcMain.On("slow", async (e, _) =>
        {
            await first.Task;
            e.ReturnValue = "from the first";
        });
        IpcMain.On("slow", (_, _) => second.Task);
        IpcMain.On("slow", e => started.SetResult());
        var answer = Task.Run(() => Page.SendSync<string>("slow"), TestContext.Current.CancellationToken);
        await started.Task;
        second.SetResult(); // what waits for this one alone goes on within this line
        first.SetResult();
        Assert.Equal("from the first", await answer);
    }

    [Fact]
    public async Task A_page_that_nobody_answers_is_let_go_at_the_deadline()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(new() { Args = ["--IpcApp:SyncDeadline=00:00:00.050"] });
        var never = new TaskCompletionSource();
        app.Services.GetRequiredService<IIpcMain>().On("slow", async (e, _) =>
        {
            await never.Task;
            e.ReturnValue = "late";
        });

        var answer = app.Window("main").MainFrame.SendSync<IpcValue>("slow");
        Assert.True(IpcValue.DeepEquals(new IpcObject { ["error"] = "reply was never sent" }, answer), answer.ToString());
        never.SetResult(); // the late answer disturbs nobody
        await app.WhenIdleAsync();
    }

    private static void Fail(IpcMainEvent e, IpcArguments arguments) => throw new InvalidOperationException("named");
}
