using System.Text;
using IpcApp.Internal.Host;
using IpcApp.Testing;
using IpcApp.Tests.Bridge;
using IpcApp.Tests.Values;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Dispatch;

/// <summary>A page cannot make the app hold more than the settings allow.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task A_frame_whose_handler_blocks_can_only_queue_so_much()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(new() { Args = ["--IpcApp:Limits:MaxWaitingBytesPerFrame=65536"] });
        var ipcMain = app.Services.GetRequiredService<IIpcMain>();
        using var release = new ManualResetEventSlim();
        var entered = new TaskCompletionSource();
        var handled = 0;
        ipcMain.On("block", e =>
        {
            entered.TrySetResult();
            release.Wait();
            handled++;
        });
        var page = app.Window("main").MainFrame;
        page.Send("block");
        await entered.Task;

        for (var i = 0; i < 1000; i++)
        {
            page.Send("block");
        }

        var error = await Assert.ThrowsAsync<IpcRendererException>(() => page.InvokeAsync("echo:sum", 1, 2));
        Assert.Contains("IpcApp:Limits:MaxWaitingBytesPerFrame", error.Message, StringComparison.Ordinal);

        release.Set();
        await app.WhenIdleAsync();
        Assert.InRange(handled, 2, 65536 / 256 + 1);
        Assert.Equal(3, await page.InvokeAsync<int>("echo:sum", 1, 2));
    }

    [Fact]
    public async Task A_flood_is_logged_ten_times_and_then_counted()
    {
        await using var app = await RawApp.StartAsync("--IpcApp:Limits:MaxWaitingBytesPerFrame=65536");
        var (small, large) = (Codec.Write(new IpcArray()), Codec.Write(new IpcArray { new string('x', 65536) }));
        app.IpcMain.On("ch", e => { });
        for (var i = 0; i < 500; i++)
        {
            app.Host.Post(MessageKind.Send, "ch", large);
            app.Host.Post(MessageKind.Send, "ch", small);
        }

        await app.WhenIdleAsync().OrFail();
        const string Line = "A message on 'ch', and perhaps more after it, was dropped: "
            + "too many of its frame wait for their turn (IpcApp:Limits:MaxWaitingBytesPerFrame).";
        Assert.Equal(
            [
                .. Enumerable.Repeat(Line, 9),
                Line + " [the 10th line like it; the next that is written is the 100th]",
                Line + " [the 100th line like it; the next that is written is the 1,000th]",
            ],
            app.Log);
    }

    [Theory]
    [InlineData(65536 - 256, "The message is not a structured clone")]
    [InlineData(65536 - 256 + 1, "Too many messages of this frame wait for their turn")]
    public async Task A_message_may_fill_the_room_to_the_last_byte(int size, string answer)
    {
        await using var app = await RawApp.StartAsync("--IpcApp:Limits:MaxWaitingBytesPerFrame=65536");
        app.IpcMain.Handle("ch", e => 1);
        var failure = await app.Host.CallAsync(MessageKind.Invoke, "ch", new byte[size]).OrFail();
        Assert.StartsWith("\u0001Error: " + answer, Encoding.UTF8.GetString(failure), StringComparison.Ordinal);
    }
}
