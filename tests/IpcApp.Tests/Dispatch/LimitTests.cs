using System.Text;
using IpcApp.Internal.Wire;
using IpcApp.Testing;
using IpcApp.Tests.Bridge;
using IpcApp.Tests.Values;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Dispatch;

/// <summary>A page cannot make the app hold more than the settings allow.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task A_call_of_a_crashed_page_takes_no_room_of_the_next_document()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(new() { Args = ["--IpcApp:Limits:MaxPendingInvokesPerFrame=1"] });
        var window = app.Window("main");
        window.Crash();
        await Assert.ThrowsAsync<InvalidOperationException>(() => window.MainFrame.InvokeAsync("echo:sum", 1, 2));
        window.Reload();
        Assert.Equal(3, await window.MainFrame.InvokeAsync<int>("echo:sum", 1, 2));
    }

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
    public async Task A_channel_whose_name_is_too_long_is_refused()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var contents = Assert.Single(app.Services.GetRequiredService<IWebContentsRegistry>().GetAllWebContents());
        var heard = new List<string>();
        contents.IpcMessage += (e, _) => heard.Add(e.Channel);
        contents.IpcMessageSync += (e, _) => e.ReturnValue = e.Channel.Length;
        var page = app.Window("main").MainFrame;
        var (longest, tooLong) = (new string('x', 65_535), new string('é', 32_768));

        page.Send(tooLong);
        page.Send(longest);
        Assert.Equal(65_535, page.SendSync<int>(longest));
        const string Text = "Error: The channel's name has 65536 bytes, more than the 65535 that a name can have";
        Assert.Equal(Text, page.SendSync<IpcValue>(tooLong)["error"].AsString());
        await app.WhenIdleAsync();
        Assert.Equal([longest], heard);
        var warning = Assert.Single(app.Logs, line => line.Message.StartsWith("A message on 'é", StringComparison.Ordinal));
        Assert.EndsWith($"was dropped: {Text}", warning.Message, StringComparison.Ordinal);
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
        const string Line = "A message on 'ch' was dropped, and those after it may be: messages of its frame that wait for their turn take more "
            + "memory than IpcApp:Limits:MaxWaitingBytesPerFrame allows.";
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

    [Fact]
    public async Task What_pending_calls_have_expanded_to_leaves_no_room_for_more_of_them()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(new() { Args = ["--IpcApp:Limits:MaxWaitingBytesPerFrame=1048576"] });
        var ipcMain = app.Services.GetRequiredService<IIpcMain>();
        var release = new TaskCompletionSource();
        ipcMain.Handle<string?[], int>("hold", async (e, places) =>
        {
            await release.Task;
            return places.Length;
        });
        ipcMain.On<string?[]>("held", async (e, places) => await release.Task);
        var page = app.Window("main").MainFrame;
        var holes = new IpcArray { Length = 50_000 }; // about 1.6 MB here: more than there is room for, but nothing else is there

        var first = page.InvokeAsync<int>("hold", holes);
        foreach (var _ in Enumerable.Range(0, 100))
        {
            var error = await Assert.ThrowsAsync<IpcRendererException>(() => page.InvokeAsync("hold", holes));
            Assert.EndsWith(
                "Error: Too many messages of this frame wait for their turn; IpcApp:Limits:MaxWaitingBytesPerFrame allows no more",
                error.Message, StringComparison.Ordinal);
        }

        page.Send("held", holes);
        Assert.Equal(3, await page.InvokeAsync<int>("echo:sum", 1, 2)); // what does not expand needs no room

        release.SetResult();
        Assert.Equal(50_000, await first);
        await app.WhenIdleAsync();
        Assert.Equal(50_000, await page.InvokeAsync<int>("hold", holes));
    }

    [Theory]
    [InlineData("bound")]
    [InlineData("raw")]
    [InlineData("bytes")]
    public async Task Pending_calls_hold_the_size_of_their_messages(string channel)
    {
        const int accepted = 10; // each takes a little more than 100,000 bytes
        await using var app = await RawApp.StartAsync("--IpcApp:Limits:MaxWaitingBytesPerFrame=1048576");
        var release = new TaskCompletionSource();
        app.IpcMain.Handle<string, int>("bound", async (e, text) =>
        {
            await release.Task;
            return text.Length;
        });
        app.IpcMain.Handle<byte[], int>("bytes", async (e, bytes) =>
        {
            await release.Task;
            return bytes.Length;
        });
        app.IpcMain.Handle("raw", async (e, arguments) =>
        {
            await release.Task;
            return arguments.Count;
        });
        app.IpcMain.Handle<string, int>("now", (e, text) => text.Length);
        IpcValue value = channel == "bytes" ? new IpcArrayBufferView(IpcArrayBufferViewKind.Uint8Array, new byte[50_000]) : new string('x', 50_000);
        var (large, free) = (Codec.Write(new IpcArray { value }), Codec.Write(new IpcArray { new string('x', 1900) }));

        var calls = Enumerable.Range(0, 100).Select(_ => app.Host.CallAsync(MessageKind.Invoke, channel, large)).ToList();
        foreach (var refused in calls.Skip(accepted))
        {
            Assert.StartsWith(
                "\u0001Error: Too many messages of this frame", Encoding.UTF8.GetString(await refused.OrFail()), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(calls.Take(accepted), call => call.IsCompleted);
        Assert.Equal(0, (await app.Host.CallAsync(MessageKind.Invoke, "now", free).OrFail())[0]);
        release.SetResult();
        Assert.All(await Task.WhenAll(calls.Take(accepted)).OrFail(), answer => Assert.Equal(0, answer[0]));
        Assert.Equal(0, (await app.Host.CallAsync(MessageKind.Invoke, channel, large).OrFail())[0]);
    }

    [Fact]
    public async Task A_large_message_is_accepted_again_as_soon_as_the_call_before_it_is_answered()
    {
        await using var app = await RawApp.StartAsync("--IpcApp:Limits:MaxWaitingBytesPerFrame=1048576");
        app.IpcMain.Handle<string, int>("ch", (e, text) => text.Length);
        app.IpcMain.Handle("ch2", (e, arguments) => ValueTask.FromResult<object?>(arguments.Count));
        var large = Codec.Write(new IpcArray { new string('x', 1_000_000) }); // 2 MB in memory: alone it is accepted
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(0, (await app.Host.CallAsync(MessageKind.Invoke, i % 2 == 0 ? "ch" : "ch2", large).OrFail())[0]);
        }
    }

    [Fact]
    public async Task The_ports_of_a_message_without_room_are_closed()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(new() { Args = ["--IpcApp:Limits:MaxWaitingBytesPerFrame=1048576"] });
        var ipcMain = app.Services.GetRequiredService<IIpcMain>();
        var release = new TaskCompletionSource();
        ipcMain.Handle<string, int>("hold", async (e, text) =>
        {
            await release.Task;
            return text.Length;
        });
        var heard = 0;
        ipcMain.On("give", (e, arguments) => heard++);
        var page = app.Window("main").MainFrame;
        var text = new string('x', 500_000);
        var held = page.InvokeAsync<int>("hold", text);
        var channel = new FakeMessageChannel(page);
        channel.Port1.Start();

        page.PostMessage("give", text, channel.Port2);
        await channel.Port1.WhenClosedAsync();
        Assert.Equal(0, heard);

        release.SetResult();
        Assert.Equal(text.Length, await held);
    }

    [Fact]
    public async Task A_flood_of_calls_that_expand_is_logged_once()
    {
        await using var app = await RawApp.StartAsync("--IpcApp:Limits:MaxWaitingBytesPerFrame=65536");
        var release = new TaskCompletionSource();
        app.IpcMain.Handle<string?[], int>("ch", async (e, places) =>
        {
            await release.Task;
            return places.Length;
        });
        app.IpcMain.On<string?[]>("ch", (e, places) => { });
        var holes = Codec.Write(new IpcArray { new IpcArray { Length = 50_000 } });
        var first = app.Host.CallAsync(MessageKind.Invoke, "ch", holes);
        for (var i = 0; i < 10; i++)
        {
            await app.Host.CallAsync(MessageKind.Invoke, "ch", holes).OrFail();
            app.Host.Post(MessageKind.Send, "ch", holes);
            Assert.StartsWith(
                "\u0001Error: Too many messages of this frame",
                Encoding.UTF8.GetString(await app.Host.CallAsync(MessageKind.SendSync, "ch", holes).OrFail()), StringComparison.Ordinal);
        }

        release.SetResult();
        Assert.Equal(0, (await first.OrFail())[0]);
        Assert.StartsWith("A message on 'ch' was dropped, and those after it may be: ", Assert.Single(app.Log), StringComparison.Ordinal);
        Assert.Equal(0, app.Host.HeldBuffers);
    }

    [Fact]
    public async Task Ten_thousand_pending_calls_hold_no_more_than_the_limit()
    {
        await using var app = await RawApp.StartAsync("--IpcApp:Limits:MaxWaitingBytesPerFrame=16777216");
        var release = new TaskCompletionSource();
        var started = 0;
        app.IpcMain.Handle<string?[], int>("ch", async (e, places) =>
        {
            Interlocked.Increment(ref started);
            await release.Task;
            return places.Length;
        });
        var holes = Codec.Write(new IpcArray { new IpcArray { Length = 50_000 } });
        var calls = Enumerable.Range(0, 10_000).Select(_ => app.Host.CallAsync(MessageKind.Invoke, "ch", holes)).ToList();
        await Task.WhenAll(calls.Skip(100)).OrFail();
        Assert.InRange(started, 5, 20);
        release.SetResult();
        Assert.Equal(started, (await Task.WhenAll(calls).OrFail()).Count(answer => answer[0] == 0));
    }
}
