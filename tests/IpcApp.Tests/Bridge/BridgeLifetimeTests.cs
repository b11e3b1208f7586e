using System.Diagnostics;
using IpcApp.Internal.Bridge;

namespace IpcApp.Tests.Bridge;

public sealed class BridgeLifetimeTests : BridgeTest
{
    private const int MiB = 1024 * 1024;

    [Fact]
    public async Task The_host_may_start_first()
    {
        await using var pair = await PairAsync();
        Assert.Equal(pair.Host.Process.Id, pair.Connection.Peer.Info.GetProperty("pid").GetInt32());
        Assert.InRange(pair.Connection.Peer.V8Version, 13, 16);
    }

    [Fact]
    public async Task The_main_process_may_start_first()
    {
        var connecting = ConnectAsync();
        await using var host = NodeBridge.Start(MeetingPlace);
        await using var connection = await connecting;
        await host.SaysAsync("accepted");
    }

    [Fact]
    public async Task Closing_sends_what_is_queued_first()
    {
        await using var pair = await PairAsync();
        for (uint id = 0; id < 20; id++)
        {
            pair.Connection.Send(NodeBridge.Echo, id, id, new byte[MiB]);
        }

        var reason = await pair.Connection.CloseAsync().OrFail();

        Assert.Equal((BridgeCloseKind.Closed, 0), (reason.Kind, reason.Dropped));
        Assert.StartsWith("closed closed-by-peer", await pair.Host.SaysAsync("closed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_close_of_the_host_delivers_what_it_has_queued()
    {
        await using var pair = await PairAsync();
        pair.Connection.Send(NodeBridge.Close, 1, 1, Numbers(8 * MiB));

        Assert.Equal(8 * MiB, (await pair.Inbox.NextAsync()).Bytes.Length);
        Assert.Equal(BridgeCloseKind.ClosedByPeer, (await pair.Connection.Completion.OrFail()).Kind);
        Assert.StartsWith("closed closed:", await pair.Host.SaysAsync("closed"), StringComparison.Ordinal);
        Assert.Equal(1, pair.Inbox.ClosedCount);
    }

    [Fact]
    public async Task A_close_that_the_host_does_not_answer_ends_at_its_limit()
    {
        await using var pair = await PairAsync(Defaults with { CloseTimeout = TimeSpan.FromMilliseconds(50) });
        pair.Connection.Send(NodeBridge.Block, 0, 0, default);
        pair.Connection.Send(NodeBridge.Echo, 1, 0, new byte[64 * MiB]);

        var reason = await pair.Connection.CloseAsync().OrFail();

        Assert.Equal(BridgeCloseKind.CloseTimeout, reason.Kind);
        Assert.Equal(1, reason.Dropped);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_killed_host_went_away_without_a_goodbye(bool hasReadAll)
    {
        await using var pair = await PairAsync();
        if (!hasReadAll)
        {
            pair.Connection.Send(NodeBridge.Block, 0, 0, default);
            pair.Connection.Send(NodeBridge.Echo, 1, 0, new byte[64 * MiB]);
        }

        pair.Host.Process.Kill();
        var reason = await pair.Connection.Completion.OrFail();
        Assert.Equal(BridgeCloseKind.Lost, reason.Kind);
        Assert.StartsWith("Electron went away without a goodbye: it has crashed or was killed", reason.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", reason.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_killed_main_process_is_noticed_and_another_one_gets_a_new_secret()
    {
        await using var host = await NodeBridge.StartListeningAsync(MeetingPlace);
        using var main = StartNodeMain();
        await host.SaysAsync("accepted");
        main.Kill();
        Assert.StartsWith("closed lost", await host.SaysAsync("closed"), StringComparison.Ordinal);

        await using var connection = await ConnectAsync();
        await host.SaysAsync("accepted");
    }

    [Fact]
    public async Task A_connection_can_be_made_again_and_again()
    {
        await using var host = await NodeBridge.StartListeningAsync(MeetingPlace);
        for (var i = 0; i < 5; i++)
        {
            await using var connection = await ConnectAsync();
            var inbox = new Inbox();
            connection.Start(inbox);
            connection.Send(NodeBridge.Echo, 1, (uint)i, default);
            Assert.Equal((uint)i, (await inbox.NextAsync()).Id);
        }
    }

    [Fact]
    public async Task An_abort_tells_the_host_why()
    {
        await using var pair = await PairAsync();
        pair.Connection.Abort("the test wants it so");

        Assert.Equal(BridgeCloseKind.Aborted, (await pair.Connection.Completion.OrFail()).Kind);
        Assert.Contains("the test wants it so", await pair.Host.SaysAsync("closed aborted-by-peer"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_whose_listener_throws_says_so_and_ends_the_connection()
    {
        await using var pair = await PairAsync();
        pair.Connection.Send(NodeBridge.BreakRules, 1, 1, default);

        var reason = await pair.Connection.Completion.OrFail();
        Assert.Equal(BridgeCloseKind.AbortedByPeer, reason.Kind);
        await pair.Host.SaysAsync("closed receiver-failed");
    }

    [Fact]
    public async Task A_receiver_that_throws_ends_the_connection_and_not_the_process()
    {
        await using var host = await NodeBridge.StartListeningAsync(MeetingPlace);
        await using var connection = await ConnectAsync();
        connection.Start(new ThrowingReceiver());
        connection.Send(NodeBridge.Echo, 1, 1, default);

        var reason = await connection.Completion.OrFail();
        Assert.Equal(BridgeCloseKind.ReceiverFailed, reason.Kind);
        Assert.IsType<FormatException>(reason.Error);
        await host.SaysAsync("closed aborted-by-peer");
    }

    [Fact]
    public async Task A_connection_that_was_never_started_closes_too()
    {
        await using var host = await NodeBridge.StartListeningAsync(MeetingPlace);
        var connection = await ConnectAsync();
        Assert.Equal(BridgeCloseKind.Closed, (await connection.CloseAsync().OrFail()).Kind);
        Assert.Throws<InvalidOperationException>(() => connection.Start(new Inbox()));
    }

    /// <summary>A main process in Node, since one in .NET could not be killed without ending the tests.</summary>
    private Process StartNodeMain()
    {
        var script = Path.GetFullPath(Path.Combine(NodeBridge.SourceFolder(), "../../../bench/bridge/node-echo.js"));
        return Process.Start(new ProcessStartInfo("node", [script, MeetingPlace]))!;
    }

    private sealed class ThrowingReceiver : IBridgeReceiver
    {
        public void OnMessage(byte kind, uint lane, uint id, BridgePayload payload) => throw new FormatException("no");

        public void OnClosed(BridgeCloseReason reason)
        {
        }
    }
}
