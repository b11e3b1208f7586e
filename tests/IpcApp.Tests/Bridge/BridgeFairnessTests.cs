using System.Runtime.Versioning;

namespace IpcApp.Tests.Bridge;

/// <summary>What the main process writes, frame by frame, to Electron that reads only when told to.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class BridgeFairnessTests : UnixBridgeTest
{
    private const int MiB = 1024 * 1024;

    [Fact]
    public async Task A_small_message_passes_a_big_one_that_is_being_written()
    {
        using var host = new FakeBridgePeer(MeetingPlace);
        host.WriteSecret();
        var greeting = host.GreetAsync();
        await using var connection = await ConnectAsync(Defaults with { CloseTimeout = TimeSpan.FromMilliseconds(50) });
        await greeting;

        connection.Send(1, 5, 0, new byte[8 * MiB]);
        var first = await host.Stream.ReadFrameAsync();
        Assert.Equal((Frames.First, 5u), (first!.Flags, first.Lane));
        connection.Send(1, 6, 0, new byte[5]);

        Assert.Equal(0, await FlagsBeforeAsync(host, lane: 6) & Frames.Last);
    }

    [Fact]
    public async Task Big_messages_of_several_lanes_take_turns()
    {
        using var host = new FakeBridgePeer(MeetingPlace);
        host.WriteSecret();
        var greeting = host.GreetAsync();
        await using var connection = await ConnectAsync(Defaults with { CloseTimeout = TimeSpan.FromMilliseconds(50) });
        await greeting;

        for (uint lane = 1; lane <= 3; lane++)
        {
            connection.Send(1, lane, 0, new byte[MiB]);
        }

        var lanes = new List<uint>();
        for (var i = 0; i < 15; i++)
        {
            lanes.Add((await host.Stream.ReadFrameAsync())!.Lane);
        }

        // Each is five frames. The socket does not hold the first two before they are read, so the first message cannot be ahead by more.
        Assert.All(Enumerable.Range(1, 3), lane => Assert.Equal(5, lanes.Count(l => l == lane)));
        Assert.True(lanes.IndexOf(3) < lanes.LastIndexOf(1), string.Join(" ", lanes));
    }

    [Fact]
    public async Task Nothing_passes_the_control_lane()
    {
        using var host = new FakeBridgePeer(MeetingPlace);
        host.WriteSecret();
        var greeting = host.GreetAsync();
        await using var connection = await ConnectAsync(Defaults with { CloseTimeout = TimeSpan.FromMilliseconds(50) });
        await greeting;

        connection.Send(1, 5, 0, new byte[8 * MiB]); // keeps the writer busy: what follows waits
        Assert.Equal(5u, (await host.Stream.ReadFrameAsync())!.Lane);
        connection.Send(1, 5, 0, new byte[5]);
        connection.Send(1, 0, 0, new byte[MiB]);
        connection.Send(1, 6, 0, new byte[5]);
        connection.Send(1, 7, 0, new byte[MiB]);
        connection.Send(1, 8, 1, new byte[5], null, unlaned: true);

        var seen = new List<uint>();
        while (seen.Count(lane => lane == 0) < 5)
        {
            seen.Add((await host.Stream.ReadFrameAsync())!.Lane);
        }

        Assert.DoesNotContain(seen, lane => lane is 6 or 7 or 8);
    }

    /// <summary>All flags of the frames before the first of a lane, which is read as well.</summary>
    private static async Task<int> FlagsBeforeAsync(FakeBridgePeer host, uint lane)
    {
        var flags = 0;
        for (var frame = await host.Stream.ReadFrameAsync(); frame!.Lane != lane; frame = await host.Stream.ReadFrameAsync())
        {
            flags |= frame.Flags;
        }

        return flags;
    }
}
