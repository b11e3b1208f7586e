using IpcApp.Infrastructure;
using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Dispatch;

/// <summary>
/// Which overload a lambda binds to: a task is awaited, never written as a value. That these compile as they stand is half of the test.
/// </summary>
public sealed class OverloadTests : AppTest
{
    private IIpcMain IpcMain => App.Services.GetRequiredService<IIpcMain>();

    [Fact]
    public async Task Every_kind_of_result_is_the_answer_itself()
    {
        IpcMain.Handle("value", e => 1);
        IpcMain.Handle("task", e => Task.CompletedTask);
        IpcMain.Handle("task-of", e => Task.FromResult(2));
        IpcMain.Handle("value-task", e => default(ValueTask));
        IpcMain.Handle("value-task-of", e => new ValueTask<int>(3));
        IpcMain.Handle("async", async e => await Task.Yield());
        IpcMain.Handle("async-of", async e =>
        {
            await Task.Yield();
            return 4;
        });
        IpcMain.Handle<int, int>("one", async (e, a) => await Task.FromResult(a + 1));
        IpcMain.Handle<int, int, int>("two", (e, a, b) => a + b);
        IpcMain.Handle<int, int, int, int>("three", (e, a, b, c) => new ValueTask<int>(a + b + c));
        IpcMain.Handle("method", Method);
        IpcMain.Handle("raw", async (e, arguments) => await Task.FromResult(arguments.Count));

        Assert.Equal(1, await Page.InvokeAsync<int>("value"));
        Assert.Equal(2, await Page.InvokeAsync<int>("task-of"));
        Assert.Equal(3, await Page.InvokeAsync<int>("value-task-of"));
        Assert.Equal(4, await Page.InvokeAsync<int>("async-of"));
        Assert.Equal(6, await Page.InvokeAsync<int>("one", 5));
        Assert.Equal(7, await Page.InvokeAsync<int>("two", 3, 4));
        Assert.Equal(8, await Page.InvokeAsync<int>("three", 1, 3, 4));
        Assert.Equal("m", await Page.InvokeAsync<string>("method"));
        Assert.Equal(2, await Page.InvokeAsync<int>("raw", "x", "y"));
        foreach (var channel in new[] { "task", "value-task", "async" })
        {
            Assert.Equal(IpcValueKind.Undefined, (await Page.InvokeAsync<IpcValue>(channel)).Kind);
        }

        static Task<string> Method(IpcMainInvokeEvent e) => Task.FromResult("m");
    }

    [Fact]
    public async Task An_async_listener_is_awaited_not_void()
    {
        var started = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        IpcMain.On("typed", async (IpcMainEvent e) =>
        {
            started.SetResult();
            await release.Task;
        });
        Page.Send("typed");
        await started.Task;
        Assert.False(App.WhenIdleAsync().IsCompleted);
        release.SetResult();
        await App.WhenIdleAsync();
    }

    [Fact]
    public async Task A_parameter_that_is_not_nullable_refuses_null_and_one_that_is_takes_it()
    {
        IpcMain.Handle<string, int>("strict", (e, text) => text.Length);
        IpcMain.Handle<string?, bool>("lenient", (e, text) => text is null);
        IpcMain.Handle<int?, bool>("number", (e, number) => number is null);

        var error = await Assert.ThrowsAsync<IpcRendererException>(() => Page.InvokeAsync("strict"));
        Assert.Contains("argument 1 ('text')", error.Message, StringComparison.Ordinal);
        Assert.True(await Page.InvokeAsync<bool>("lenient"));
        Assert.True(await Page.InvokeAsync<bool>("number"));
    }
}
