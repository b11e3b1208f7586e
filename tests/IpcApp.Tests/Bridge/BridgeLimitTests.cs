using System.Text;
using IpcApp.Internal.Bridge;

namespace IpcApp.Tests.Bridge;

public sealed class BridgeLimitTests : BridgeTest
{
    private const int KiB = 1024;

    [Fact]
    public async Task A_message_over_the_own_limit_is_refused_and_nothing_else_happens()
    {
        await using var pair = await PairAsync(Defaults with { MaxMessageBytes = 10 * KiB });

        Assert.Equal(BridgeSendResult.TooLarge, pair.Connection.Send(NodeBridge.Echo, 1, 1, new byte[(10 * KiB) + 1]));
        Assert.Equal(BridgeSendResult.Queued, pair.Connection.Send(NodeBridge.Echo, 1, 2, new byte[10 * KiB]));
        Assert.Equal(2u, (await pair.Inbox.NextAsync()).Id);
    }

    [Fact]
    public async Task The_limit_of_the_host_counts_as_well()
    {
        await using var pair = await PairAsync(hostOptions: new { maxMessageBytes = 300 * KiB });

        Assert.Equal(BridgeSendResult.TooLarge, pair.Connection.Send(NodeBridge.Echo, 1, 1, new byte[(300 * KiB) + 1]));
        Assert.Equal(BridgeSendResult.Queued, pair.Connection.Send(NodeBridge.Echo, 1, 2, new byte[300 * KiB]));
        Assert.Equal(2u, (await pair.Inbox.NextAsync()).Id);
    }

    [Fact]
    public async Task A_full_queue_refuses_and_says_so_and_the_end_counts_what_was_dropped()
    {
        await using var pair = await PairAsync(Defaults with { MaxQueuedBytes = 4096 * KiB, MaxQueuedBytesPerLane = 1024 * KiB });
        pair.Connection.Send(NodeBridge.Block, 0, 0, default);

        // Electron reads no more: what its socket does not hold must wait here.
        var refused = Fill(pair.Connection, lane: 1);
        Assert.Equal(BridgeSendResult.QueueFull, refused);
        Assert.Equal(BridgeSendResult.Queued, pair.Connection.Send(NodeBridge.Echo, 2, 0, new byte[1024 * KiB]));
        Assert.Equal(BridgeSendResult.Queued, pair.Connection.Send(NodeBridge.Echo, 3, 0, new byte[1024 * KiB]));
        Assert.Equal(BridgeSendResult.QueueFull, pair.Connection.Send(NodeBridge.Echo, 4, 0, new byte[2048 * KiB]));

        pair.Host.Process.Kill();
        var reason = await pair.Connection.Completion.OrFail();
        Assert.Equal(BridgeCloseKind.Lost, reason.Kind);
        Assert.True(reason.Dropped >= 2, reason.ToString());
        Assert.Equal(BridgeSendResult.Closed, pair.Connection.Send(NodeBridge.Echo, 2, 0, default));
        Assert.Equal(1, pair.Inbox.ClosedCount);
    }

    [Fact]
    public async Task No_more_large_messages_are_begun_than_the_host_keeps_track_of()
    {
        await using var pair = await PairAsync(hostOptions: new { maxPartialMessages = 1 });
        var results = new List<BridgeSendResult>();

        for (uint lane = 0; lane < 20; lane++)
        {
            results.Add(pair.Connection.Send(NodeBridge.Record, lane, 0, new byte[4096 * KiB]));
        }

        pair.Connection.Send(NodeBridge.Report, 0, 0, default);
        Assert.NotEmpty(Encoding.UTF8.GetString((await pair.Inbox.NextAsync()).Bytes));
        Assert.Contains(BridgeSendResult.QueueFull, results);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    public async Task An_option_out_of_range_is_named(int bytes)
    {
        var error = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ConnectAsync(Defaults with { MaxMessageBytes = bytes }));
        Assert.Contains(nameof(BridgeOptions.MaxMessageBytes), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_kinds_of_the_bridge_are_not_for_sending()
    {
        await using var pair = await PairAsync();
        Assert.Throws<ArgumentOutOfRangeException>(() => pair.Connection.Send(FrameKind.Abort, 0, 0, default));
    }

    private static BridgeSendResult Fill(BridgeConnection connection, uint lane)
    {
        BridgeSendResult result;
        do
        {
            result = connection.Send(NodeBridge.Echo, lane, 0, new byte[64 * KiB]);
        }
        while (result == BridgeSendResult.Queued);

        return result;
    }
}
