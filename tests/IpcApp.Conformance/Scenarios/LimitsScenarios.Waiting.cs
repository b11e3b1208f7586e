using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>What of one frame may wait, in its lane and at ports.</summary>
public abstract partial class LimitsScenarios
{
    private const int PieceLength = 2_000;

    /// <summary>More pieces than may wait, each with 256 bytes that count beside its own.</summary>
    private const int MaxAccepted = SmallLimits.MaxWaitingBytes / (PieceLength + 256);

    private const int Pieces = 2 * MaxAccepted;

    private const string WaitingText
        = "Error: Too many messages of this frame wait for their turn; IpcApp:Limits:MaxWaitingBytesPerFrame allows no more";

    private static readonly string s_piece = new('x', PieceLength);

    [Fact]
    public async Task A_frame_whose_handler_blocks_can_only_queue_so_much()
    {
        var (page, channel, asked, blocked, handled) = (await OpenPageAsync(), Channel(), Channel("asked"), Channel("blocked"), 0);
        var release = new TaskCompletionSource();
        IpcMain.On(blocked, e =>
        {
            Note("blocked");
            release.Task.Wait();
        });
        IpcMain.On(channel, e => Interlocked.Increment(ref handled));
        IpcMain.Handle<string, int>(asked, (e, text) => text.Length);
        await page.SendAsync(blocked);
        await NotedAsync("blocked");
        await page.RunAsync([.. Enumerable.Range(0, Pieces).Select(_ => PageStep.Send(channel, s_piece))]);
        await ShouldHaveNoRoomAsync(page, asked); // a frame's messages come in order
        release.SetResult();
        await SettleAsync(page);
        Assert.InRange(handled, 1, MaxAccepted);
        (await page.InvokeAsync(asked, s_piece)).ShouldBe(PieceLength);
    }

    [Fact]
    public async Task Messages_at_a_port_take_the_room_of_the_frame_that_handed_it_over()
    {
        var (page, other, channel) = (await OpenPageAsync(), await OpenPageAsync(), Channel());
        var release = new TaskCompletionSource();
        IpcMain.Handle<string, int>(channel, (e, text) => text.Length);
        var (kept, main) = await ConnectAsync(page);
        await BlockAsync(kept, main, release.Task);
        await FloodAsync(page, kept);
        await ShouldHaveNoRoomAsync(page, channel);
        (await other.InvokeAsync(channel, s_piece)).ShouldBe(PieceLength); // another frame has its own room

        main.Close(); // what waits is lost
        (await page.InvokeAsync(channel, s_piece)).ShouldBe(PieceLength);
        release.SetResult();
    }

    [Fact]
    public async Task Messages_at_a_port_whose_other_end_main_gave_take_the_room_of_the_frame_that_got_it()
    {
        var (page, channel, take) = (await OpenPageAsync(), Channel(), Channel("take"));
        var release = new TaskCompletionSource();
        IpcMain.Handle<string, int>(channel, (e, text) => text.Length);
        await page.ListenAsync(take);
        var ports = new MessageChannelMain();
        page.WebContents.PostMessage(take, null, ports.Port2);
        var kept = Assert.Single((await page.NextAsync(take)).Ports);
        ports.Port1.Message += (_, e) => Note(e.GetData<string>()!);
        await BlockAsync(kept, ports.Port1, release.Task);
        await FloodAsync(page, kept);
        await ShouldHaveNoRoomAsync(page, channel);

        release.SetResult();
        await App.WhenIdleAsync();
        await kept.PostMessageAsync("last");
        await NotedAsync("last");
        await App.WhenIdleAsync();
        (await page.InvokeAsync(channel, s_piece)).ShouldBe(PieceLength);
        ports.Port1.Close();
    }

    /// <summary>Ports do not add up: a page that has several of them has the room of one.</summary>
    [Fact]
    public async Task Several_ports_of_a_frame_have_one_room()
    {
        var (page, release) = (await OpenPageAsync(), new TaskCompletionSource());
        var (full, blocked) = await ConnectAsync(page);
        await BlockAsync(full, blocked, release.Task);
        var (empty, idle) = await ConnectAsync(page);
        idle.Message += (_, e) => Note(e.GetData<string>()!);
        idle.Start();
        await FloodAsync(page, full);
        await ShouldBeDroppedAsync(page, empty);
        Assert.Equal(["blocked"], Notes);

        release.SetResult();
        await App.WhenIdleAsync();
        await empty.PostMessageAsync("accepted");
        await NotedAsync("accepted");
        blocked.Close();
        idle.Close();
    }

    /// <summary>A page asks with more than is left when a piece was refused.</summary>
    private static async Task ShouldHaveNoRoomAsync(Page page, string channel)
        => (await page.InvokeAsync(channel, s_piece + s_piece)).ShouldFail($"Error invoking remote method '{channel}': {WaitingText}");

    /// <summary>Starts a port whose subscriber blocks, and waits until it does: what comes now waits.</summary>
    private async Task BlockAsync(PagePort page, MessagePortMain main, Task release)
    {
        main.Message += (_, _) =>
        {
            Note("blocked");
            release.Wait();
        };
        main.Start();
        await page.PostMessageAsync("first");
        await NotedAsync("blocked");
    }

    /// <summary>Posts more than may wait, and waits until it is there.</summary>
    private static async Task FloodAsync(Page page, PagePort port)
    {
        for (var i = 0; i < Pieces; i++)
        {
            await port.PostMessageAsync(s_piece);
        }

        await ShouldBeDroppedAsync(page, port);
    }

    /// <summary>The ports of a message that is dropped close. Messages of a port come in order, so those before it are there then.</summary>
    private static async Task ShouldBeDroppedAsync(Page page, PagePort port)
    {
        var (given, kept) = await page.CreateChannelAsync();
        await kept.StartAsync();
        await port.PostMessageAsync(s_piece, given);
        await kept.ClosedAsync();
    }
}
