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

    private const string PortFull
        = "A message on a port, and perhaps more after it, was dropped: too many of its frame wait for their turn";

    [Fact]
    public async Task A_frame_whose_handler_blocks_can_only_queue_so_much()
    {
        var (page, channel, asked, blocked, handled) = (await OpenPageAsync(), Channel(), Channel("asked"), Channel("blocked"), 0);
        using var release = new ManualResetEventSlim();
        IpcMain.On(blocked, e =>
        {
            Note("blocked");
            release.Wait();
        });
        IpcMain.On(channel, e => Interlocked.Increment(ref handled));
        IpcMain.Handle<string, int>(asked, (e, text) => text.Length);
        await page.SendAsync(blocked);
        await NotedAsync("blocked");
        await page.RunAsync([.. Enumerable.Range(0, Pieces).Select(_ => PageStep.Send(channel, s_piece))]);
        await App.Logs.WaitForAsync(
            $"A message on '{channel}', and perhaps more after it, was dropped: too many of its frame wait for their turn");
        await ShouldHaveNoRoomAsync(page, asked);
        release.Set();
        await SettleAsync(page);
        Assert.InRange(handled, 1, MaxAccepted);
        (await page.InvokeAsync(asked, s_piece)).ShouldBe(PieceLength);
    }

    [Fact]
    public async Task Messages_at_a_port_take_the_room_of_the_frame_that_handed_it_over()
    {
        var (page, other, channel) = (await OpenPageAsync(), await OpenPageAsync(), Channel());
        using var release = new ManualResetEventSlim();
        IpcMain.Handle<string, int>(channel, (e, text) => text.Length);
        var (kept, main) = await ConnectAsync(page);
        main.Message += (_, _) => release.Wait();
        main.Start();
        await PostAsync(kept, Pieces);
        await App.Logs.WaitForAsync(PortFull);
        await ShouldHaveNoRoomAsync(page, channel);
        (await other.InvokeAsync(channel, s_piece)).ShouldBe(PieceLength); // another frame has its own room

        main.Close(); // what waits is lost
        (await page.InvokeAsync(channel, s_piece)).ShouldBe(PieceLength);
        release.Set();
    }

    [Fact]
    public async Task Messages_at_a_port_whose_other_end_main_gave_take_the_room_of_the_frame_that_got_it()
    {
        var (page, channel, take, handled) = (await OpenPageAsync(), Channel(), Channel("take"), 0);
        using var release = new ManualResetEventSlim();
        IpcMain.Handle<string, int>(channel, (e, text) => text.Length);
        await page.ListenAsync(take);
        var ports = new MessageChannelMain();
        page.WebContents.PostMessage(take, null, ports.Port2);
        var kept = Assert.Single((await page.NextAsync(take)).Ports);
        ports.Port1.Message += (_, e) =>
        {
            release.Wait();
            handled++;
            if (e.GetData<string>() == "last")
            {
                Note("last");
            }
        };
        ports.Port1.Start();
        await PostAsync(kept, Pieces);
        await App.Logs.WaitForAsync(PortFull);
        await ShouldHaveNoRoomAsync(page, channel);

        release.Set();
        await App.WhenIdleAsync();
        await kept.PostMessageAsync("last");
        await NotedAsync("last");
        Assert.InRange(handled, 2, MaxAccepted + 2); // with the one that was handled first, and the last one
        (await page.InvokeAsync(channel, s_piece)).ShouldBe(PieceLength);
        ports.Port1.Close();
    }

    /// <summary>Ports do not add up: a page that has many of them has the room of one.</summary>
    [Fact]
    public async Task Many_ports_of_a_frame_have_one_room()
    {
        const int Count = 3;
        var (page, ports, handled) = (await OpenPageAsync(), new List<MessagePortMain>(), 0);
        using var release = new ManualResetEventSlim();
        for (var i = 0; i < Count; i++)
        {
            var (kept, main) = await ConnectAsync(page);
            main.Message += (_, _) =>
            {
                release.Wait();
                Interlocked.Increment(ref handled);
            };
            main.Start();
            ports.Add(main);
            await PostAsync(kept, Pieces / Count); // no more than one port alone could have waiting
        }

        await App.Logs.WaitForAsync(PortFull);
        release.Set();
        await App.WhenIdleAsync();
        Assert.InRange(handled, Count, MaxAccepted + Count);
        ports.ForEach(port => port.Close());
    }

    /// <summary>More than is left when a piece was refused.</summary>
    private static async Task ShouldHaveNoRoomAsync(Page page, string channel)
        => (await page.InvokeAsync(channel, s_piece + s_piece)).ShouldFail($"Error invoking remote method '{channel}': {WaitingText}");

    private static async Task PostAsync(PagePort port, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await port.PostMessageAsync(s_piece);
        }
    }
}
