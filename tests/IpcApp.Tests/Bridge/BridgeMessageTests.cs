using System.Security.Cryptography;
using System.Text;
using IpcApp.Internal.Bridge;

namespace IpcApp.Tests.Bridge;

public sealed class BridgeMessageTests : BridgeTest
{
    private const int MiB = 1024 * 1024;

    [Fact]
    public async Task Messages_of_every_size_come_back_as_they_went()
    {
        await using var pair = await PairAsync();
        int[] around = [0, 15, 16, 16_383, 16_384, 65_519, 65_520, 262_123, 262_124, 262_127, 262_128, 524_255, MiB, 64 * MiB];
        var sizes = around.SelectMany(size => new[] { size, size + 1 });

        foreach (var size in sizes)
        {
            var sent = RandomNumberGenerator.GetBytes(size);
            Assert.Equal(BridgeSendResult.Queued, pair.Connection.Send(NodeBridge.Echo, 3, (uint)size, sent));
            var received = await pair.Inbox.NextAsync();
            Assert.Equal((NodeBridge.Echo, 3u, (uint)size), (received.Kind, received.Lane, received.Id));
            Assert.True(sent.AsSpan().SequenceEqual(received.Bytes), $"{size} bytes");
        }
    }

    [Fact]
    public async Task An_owner_is_disposed_once_its_bytes_have_gone_and_not_before()
    {
        await using var pair = await PairAsync();
        var bytes = RandomNumberGenerator.GetBytes(MiB);
        var owner = new Owner();

        pair.Connection.Send(NodeBridge.Echo, 1, 1, bytes, owner);
        Assert.Equal(bytes, (await pair.Inbox.NextAsync()).Bytes);
        pair.Connection.Send(NodeBridge.Echo, 1, 2, default);
        await pair.Inbox.NextAsync();

        Assert.Equal(1, owner.Disposals);
    }

    [Fact]
    public async Task Every_lane_is_in_order_from_the_main_process()
    {
        await using var pair = await PairAsync();

        for (uint id = 0; id < 10_000; id++)
        {
            pair.Connection.Send(NodeBridge.Record, id % 50, id, new byte[id % 300]);
        }

        // The last of the reports is made when every lane has been emptied.
        var report = "";
        for (uint lane = 0; lane < 50; lane++)
        {
            pair.Connection.Send(NodeBridge.Report, lane, 0, default);
        }

        for (uint lane = 0; lane < 50; lane++)
        {
            report = Encoding.UTF8.GetString((await pair.Inbox.NextAsync()).Bytes);
        }

        var lanes = report.Split(' ').Select(entry => entry.Split(':')).ToLookup(e => e[0], e => int.Parse(e[1], null));
        Assert.Equal(10_000, lanes.Sum(lane => lane.Count()));
        Assert.All(lanes, lane => Assert.Equal(lane.Order(), lane));
    }

    [Fact]
    public async Task Every_lane_is_in_order_from_the_host()
    {
        await using var pair = await PairAsync();
        pair.Connection.Send(NodeBridge.Burst, 0, 0, Numbers(10_000, 50));

        var next = Enumerable.Range(0, 50).Select(lane => (uint)lane).ToArray();
        for (var i = 0; i < 10_000; i++)
        {
            var received = await pair.Inbox.NextAsync();
            Assert.Equal(next[received.Lane], received.Id);
            Assert.Equal((int)received.Id % 300, received.Bytes.Length);
            next[received.Lane] += 50;
        }
    }

    [Fact]
    public async Task Messages_sent_by_many_threads_keep_the_order_of_each()
    {
        await using var pair = await PairAsync();

        await Task.WhenAll(Enumerable.Range(1, 4).Select(lane => Task.Run(
            () =>
            {
                for (uint id = 0; id < 500; id++)
                {
                    pair.Connection.Send(NodeBridge.Echo, (uint)lane, id, new byte[(id % 7) switch { 0 => 300_000, 1 => 20_000, _ => 10 }]);
                }
            },
            Cancel)));

        var next = new uint[5];
        for (var i = 0; i < 2000; i++)
        {
            var received = await pair.Inbox.NextAsync();
            Assert.Equal(next[received.Lane]++, received.Id);
        }
    }

    [Fact]
    public async Task A_small_message_overtakes_a_big_one_of_another_lane_to_the_host()
    {
        await using var pair = await PairAsync();

        pair.Connection.Send(NodeBridge.Record, 5, 1, new byte[64 * MiB]);
        pair.Connection.Send(NodeBridge.Record, 6, 2, new byte[5]);
        pair.Connection.Send(NodeBridge.Report, 5, 0, default);

        var report = await pair.Inbox.NextAsync();
        Assert.Equal($"6:2:5 5:1:{64 * MiB}", Encoding.UTF8.GetString(report.Bytes));
    }

    [Fact]
    public async Task A_small_message_overtakes_a_big_one_of_another_lane_from_the_host()
    {
        await using var pair = await PairAsync();

        pair.Connection.Send(NodeBridge.BigThenSmall, 0, 0, Numbers(64 * MiB));

        Assert.Equal(6u, (await pair.Inbox.NextAsync()).Lane);
        Assert.Equal(64 * MiB, (await pair.Inbox.NextAsync()).Bytes.Length);
    }

    [Fact]
    public async Task An_unlaned_message_overtakes_a_big_one_of_the_lane_it_names()
    {
        await using var pair = await PairAsync();

        pair.Connection.Send(NodeBridge.Record, 5, 1, new byte[64 * MiB]);
        pair.Connection.Send(NodeBridge.Record, 5, 2, new byte[300_000], unlaned: true);
        pair.Connection.Send(NodeBridge.Report, 5, 0, default);

        var report = await pair.Inbox.NextAsync();
        Assert.Equal($"5:2:300000 5:1:{64 * MiB}", Encoding.UTF8.GetString(report.Bytes));
    }

    [Fact]
    public async Task Unlaned_messages_of_the_host_arrive_whole()
    {
        await using var pair = await PairAsync();
        var sizes = new[] { 0, 100, 300_000, 3 * MiB };

        for (uint id = 0; id < sizes.Length; id++)
        {
            pair.Connection.Send(NodeBridge.EchoUnlaned, 9, id, new byte[sizes[id]]);
        }

        var lengths = new Dictionary<uint, int>();
        while (lengths.Count < sizes.Length)
        {
            var received = await pair.Inbox.NextAsync();
            lengths.Add(received.Id, received.Bytes.Length);
        }

        Assert.All(lengths, entry => Assert.Equal(sizes[entry.Key], entry.Value));
    }

    private sealed class Owner : IDisposable
    {
        public int Disposals { get; private set; }

        public void Dispose() => Disposals++;
    }
}
