using IpcApp.Infrastructure;
using IpcApp.Internal.Scheduling;
using IpcApp.TestApp;
using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Dispatch;

/// <summary><c>ipcMain.Emit</c> (S19): listeners get what a page's message would give them, whoever calls them.</summary>
public sealed class EmitTests : AppTest
{
    private IIpcMain IpcMain => App.Services.GetRequiredService<IIpcMain>();

    private CallLog Log => App.Services.GetRequiredService<CallLog>();

    [Fact]
    public void The_result_of_a_method_that_answers_sendSync_answers_the_event_it_is_given()
    {
        IpcMain.On("ask", (e, _) => IpcMain.Emit("message:version", e));
        Assert.Equal("1.0", Page.SendSync<string>("ask"));
    }

    [Fact]
    public void The_result_of_any_other_listener_answers_nothing()
    {
        IpcMain.Register(Listener("emitted", call =>
        {
            call.Return("a result");
            return default;
        }));
        IpcMain.On("ask", (e, _) => IpcMain.Emit("emitted", e));
        Assert.Equal("reply was never sent", ((IpcObject)Page.SendSync<IpcValue>("ask"))["error"].AsString());
    }

    [Fact]
    public async Task The_services_of_a_listener_that_throws_end_before_Emit_does()
    {
        var id = 0;
        IpcMain.Register(Listener("emitted", call =>
        {
            id = call.GetService<ScopeProbe>().Id;
            throw new InvalidOperationException("thrown");
        }));
        var e = await EventAsync();
        Assert.Throws<InvalidOperationException>(() => IpcMain.Emit("emitted", e));
        Assert.Contains($"disposed {id}", Log.Entries);
    }

    [Fact]
    public async Task The_services_of_an_asynchronous_listener_end_when_its_task_does()
    {
        var (id, release) = (0, new TaskCompletionSource());
        IpcMain.Register(Listener("emitted", async call =>
        {
            id = call.GetService<ScopeProbe>().Id;
            await release.Task;
        }));
        IpcMain.Emit("emitted", await EventAsync());
        Assert.DoesNotContain($"disposed {id}", Log.Entries);
        release.SetResult();
        await Log.WaitForAsync($"disposed {id}");
    }

    [Fact]
    public async Task A_task_that_fails_later_is_told_like_that_of_a_pages_message()
    {
        var failed = new TaskCompletionSource<ListenerFailedEventArgs>(TaskCreationOptions.RunContinuationsAsynchronously);
        App.Services.GetRequiredService<ListenerFailures>().Failed += (_, e) => failed.TrySetResult(e);
        IpcMain.On("emitted", async (_, _) =>
        {
            await Task.Yield();
            throw new InvalidOperationException("later");
        });
        Assert.True(IpcMain.Emit("emitted", await EventAsync()));
        var e = await failed.Task;
        Assert.Equal(("emitted", "a delegate in EmitTests", "later"), (e.Channel, e.Listener, e.Exception.Message));
    }

    [Fact]
    public async Task A_listener_for_one_message_is_called_by_the_first_Emit_alone()
    {
        var calls = 0;
        IpcMain.Once("emitted", (_, _) => calls++);
        var e = await EventAsync();
        Assert.True(IpcMain.Emit("emitted", e));
        Assert.False(IpcMain.Emit("emitted", e));
        Assert.Equal(1, calls);
    }

    private static IpcRegistration Listener(string channel, IpcInvoker invoker)
        => new() { Channel = channel, Kind = IpcRegistrationKind.On, DisplayName = "a listener", Invoker = invoker };

    /// <summary>The event of a message that the page sends.</summary>
    private async Task<IpcMainEvent> EventAsync()
    {
        var sent = new TaskCompletionSource<IpcMainEvent>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (IpcMain.On("event", (e, _) => sent.SetResult(e)))
        {
            Page.Send("event");
            return await sent.Task;
        }
    }
}
