using IpcApp.Internal.Scheduling;
using IpcApp.Internal.Wire;
using IpcApp.Testing;
using IpcApp.Tests.Bridge;
using IpcApp.Tests.Values;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Dispatch;

/// <summary>Messages that wait for one another, and those who wait for all of them.</summary>
public sealed class LaneTests
{
    private static readonly byte[] _noValues = Codec.Write(new IpcArray());

    [Fact]
    public async Task Ambient_values_of_one_message_do_not_reach_the_next()
    {
        await using var app = await RawApp.StartAsync();
        var ambient = new AsyncLocal<string?>();
        var seen = new List<string>();
        using var release = new ManualResetEventSlim();
        app.IpcMain.On("ch", e =>
        {
            release.Wait(); // until all of them wait in the lane, and so run one after another on this very thread
            seen.Add(ambient.Value ?? "clean");
            ambient.Value = "dirty";
        });
        for (var i = 0; i < 3; i++)
        {
            app.Host.Post(MessageKind.Send, "ch", _noValues);
        }

        release.Set();
        await app.WhenIdleAsync().OrFail();
        Assert.Equal(["clean", "clean", "clean"], seen);
    }

    [Fact]
    public async Task A_once_listener_of_two_messages_that_are_delivered_at_once_runs_for_one_of_them()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var (first, second) = (app.Window("main").MainFrame, app.OpenWindow().MainFrame);
        var (entered, release) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource());
        var calls = 0;
        var ipcMain = app.Services.GetRequiredService<IIpcMain>();
        ipcMain.On("ch", e =>
        {
            if (e.Sender.Id == first.Window.Id)
            {
                entered.SetResult();
                release.Task.Wait();
            }
        });
        ipcMain.Once("ch", (_, _) => Interlocked.Increment(ref calls));
        first.Send("ch");
        await entered.Task;
        second.Send("ch");
        second.Send("ch");
        Assert.Equal(3, await second.InvokeAsync<int>("echo:sum", 1, 2)); // those of the second page have been delivered now
        Assert.Equal(1, calls);
        release.SetResult();
        await app.WhenIdleAsync();
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task Everybody_who_waits_for_the_end_of_the_work_is_told()
    {
        await using var app = await RawApp.StartAsync();
        var pending = app.Services.GetRequiredService<PendingWork>();
        Task[] waiting;
        using (pending.Begin())
        {
            waiting = [pending.WhenIdle(), pending.WhenIdle()];
            Assert.All(waiting, task => Assert.False(task.IsCompleted));
        }

        await Task.WhenAll(waiting).OrFail();
    }
}
