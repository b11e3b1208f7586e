using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Ports;

/// <summary>The data of a port's messages takes the room of their frame while subscribers hold it.</summary>
public sealed class PortRoomTests
{
    /// <summary>About 1.6 MB here: more than there is room for, but alone it is accepted.</summary>
    private static readonly IpcArray s_holes = new() { Length = 50_000 };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Data_that_a_subscriber_holds_leaves_no_room_for_more(bool isAsyncVoid)
    {
        await using var app = await StartAsync();
        var ipcMain = app.Services.GetRequiredService<IIpcMain>();
        var page = app.Window("main").MainFrame;
        ipcMain.Handle<string?[], int>("count", (_, places) => places.Length);
        var (gate, held) = (new TaskCompletionSource(), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var (kept, main) = await ConnectAsync(app, page);
        main.Message += async (_, e) =>
        {
            var places = e.GetData<string?[]>()!;
            held.TrySetResult();
            if (isAsyncVoid)
            {
                await gate.Task;
            }
            else
            {
                gate.Task.Wait();
            }

            Assert.Equal(50_000, places.Length);
        };
        main.Start();
        kept.PostMessage(s_holes);
        await held.Task;
        var error = await Assert.ThrowsAsync<IpcRendererException>(() => page.InvokeAsync("count", s_holes));
        Assert.EndsWith(
            "Error: Too many messages of this frame wait for their turn; IpcApp:Limits:MaxWaitingBytesPerFrame allows no more",
            error.Message, StringComparison.Ordinal);

        gate.SetResult();
        await app.WhenIdleAsync();
        Assert.Equal(50_000, await page.InvokeAsync<int>("count", s_holes));
    }

    [Fact]
    public async Task Data_without_room_is_dropped_logged_once_and_the_port_goes_on()
    {
        await using var app = await StartAsync();
        var ipcMain = app.Services.GetRequiredService<IIpcMain>();
        var page = app.Window("main").MainFrame;
        var gate = new TaskCompletionSource();
        ipcMain.Handle<string?[], int>("hold", async (_, places) =>
        {
            await gate.Task;
            return places.Length;
        });
        var held = page.InvokeAsync<int>("hold", s_holes);
        var (kept, main) = await ConnectAsync(app, page);
        var (bound, small) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        main.Message += (_, e) =>
        {
            if (e.Data is IpcArray)
            {
                e.GetData<string?[]>();
                bound++;
            }
            else
            {
                small.SetResult();
            }
        };
        main.Start();
        for (var i = 0; i < 10; i++)
        {
            kept.PostMessage(s_holes);
        }

        kept.PostMessage(1);
        await small.Task; // messages of a port come in order
        Assert.Equal(0, bound);
        Assert.Single(app.Logs, line => line.Message.StartsWith("A message on a port was dropped, and those after it may be: ", StringComparison.Ordinal));
        gate.SetResult();
        Assert.Equal(50_000, await held);
        kept.PostMessage(s_holes);
        await app.WhenIdleAsync();
        Assert.Equal(1, bound);
    }

    [Fact]
    public async Task Messages_between_ports_of_this_process_take_no_room()
    {
        await using var app = await IpcTestApp.StartAsync<Program>(new() { Args = ["--IpcApp:Limits:MaxWaitingBytesPerFrame=65536"] });
        var ports = new MessageChannelMain();
        var heard = 0;
        for (var i = 0; i < 100; i++)
        {
            ports.Port1.PostMessage(new string('x', 10_000));
        }

        var ended = new TaskCompletionSource();
        ports.Port2.Message += (_, _) => heard++;
        ports.Port2.Closed += (_, _) => ended.SetResult();
        ports.Port2.Start();
        ports.Port1.Close();
        await ended.Task;
        Assert.Equal(100, heard);
    }

    private static Task<IpcTestApp> StartAsync()
        => IpcTestApp.StartAsync<Program>(new() { Args = ["--IpcApp:Limits:MaxWaitingBytesPerFrame=1048576"] });

    private static async Task<(FakeMessagePort Page, MessagePortMain Main)> ConnectAsync(IpcTestApp app, FakeFrame page)
    {
        var given = new TaskCompletionSource<MessagePortMain>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listener = app.Services.GetRequiredService<IIpcMain>().Once("give", e => given.SetResult(Assert.Single(e.Ports)));
        var channel = new FakeMessageChannel(page);
        channel.Port1.Start();
        page.PostMessage("give", null, channel.Port2);
        return (channel.Port1, await given.Task);
    }
}
