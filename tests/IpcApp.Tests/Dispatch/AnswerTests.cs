using System.Text;
using IpcApp.Infrastructure;
using IpcApp.Internal.Wire;
using IpcApp.Tests.Bridge;
using IpcApp.Tests.Values;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Dispatch;

/// <summary>Every call gets one answer, also where the first attempt comes to nothing, and what comes after it is logged.</summary>
public sealed class AnswerTests
{
    private static readonly byte[] _noValues = Codec.Write(new IpcArray());

    [Fact]
    public async Task An_answer_that_can_not_be_sent_is_replaced_by_the_reason()
    {
        await using var app = await RawApp.StartAsync();
        app.Host.RefuseAnswer = bytes => bytes[0] == 0 ? "the answer is too large" : null;
        app.IpcMain.Handle("ch", e => new string('x', 100));
        var answer = await app.Host.CallAsync(MessageKind.Invoke, "ch", _noValues).OrFail();
        Assert.Equal("\u0001Error: the answer is too large", Encoding.UTF8.GetString(answer));
    }

    [Fact]
    public async Task What_fails_after_the_answer_is_logged_and_answers_nothing()
    {
        await using var app = await RawApp.StartAsync(services => services.AddScoped<FailsAtItsEnd>());
        app.IpcMain.Register(Registration(IpcRegistrationKind.Handle, call =>
        {
            call.GetService<FailsAtItsEnd>();
            call.Return(1);
            return default;
        }));
        var answer = await app.Host.CallAsync(MessageKind.Invoke, "ch", _noValues).OrFail();
        Assert.Equal(1, Codec.Read(answer[1..]).AsDouble());
        await app.WhenIdleAsync().OrFail();
        Assert.Equal(["Error occurred in handler for 'ch': Error: at its end"], app.Log);
    }

    [Fact]
    public async Task A_call_that_no_handler_is_left_for_is_logged_and_rejects()
    {
        await using var app = await RawApp.StartAsync();
        app.IpcMain.Handle("gone", e => 1).Dispose();
        var answer = await app.Host.CallAsync(MessageKind.Invoke, "gone", _noValues).OrFail();
        Assert.Equal("\u0001Error: No handler registered for 'gone'", Encoding.UTF8.GetString(answer));
        await app.WhenIdleAsync().OrFail();
        Assert.Equal(["Error occurred in handler for 'gone': Error: No handler registered for 'gone'"], app.Log);
    }

    [Fact]
    public async Task A_sendSync_that_no_listener_is_left_for_is_logged_and_answered()
    {
        await using var app = await RawApp.StartAsync();
        app.IpcMain.On("gone", e => { }).Dispose();
        var answer = await app.Host.CallAsync(MessageKind.SendSync, "gone", _noValues).OrFail();
        Assert.Equal("\u0001reply was never sent", Encoding.UTF8.GetString(answer));
        await app.WhenIdleAsync().OrFail();
        Assert.Equal(["WebContents #1 called ipcRenderer.sendSync() with 'gone' channel without listeners."], app.Log);
    }

    [Fact]
    public async Task A_method_that_answers_sendSync_and_has_no_result_answers_undefined()
    {
        await using var app = await RawApp.StartAsync();
        app.IpcMain.Register(Registration(IpcRegistrationKind.Sync, _ => default));
        var answer = await app.Host.CallAsync(MessageKind.SendSync, "ch", _noValues).OrFail();
        Assert.Equal(IpcValueKind.Undefined, Codec.Read(answer[1..]).Kind);
    }

    [Fact]
    public async Task A_listener_that_stops_because_the_app_does_has_not_failed()
    {
        var app = await RawApp.StartAsync();
        app.IpcMain.Register(Registration(IpcRegistrationKind.On, async call => await Task.Delay(Timeout.Infinite, call.CancellationToken)));
        app.Host.Post(MessageKind.Send, "ch", _noValues);
        var idle = app.WhenIdleAsync();
        await app.DisposeAsync();
        await idle.OrFail();
        Assert.Equal(
            [
                "1 message(s) were still being handled when the app shut down.",
                "A listener for 'ch' was cancelled because the app shuts down: a test's",
            ],
            app.Log);
    }

    private static IpcRegistration Registration(IpcRegistrationKind kind, IpcInvoker invoker)
        => new() { Channel = "ch", Kind = kind, DisplayName = "a test's", Invoker = invoker };

    private sealed class FailsAtItsEnd : IDisposable
    {
        public void Dispose() => throw new InvalidOperationException("at its end");
    }
}
