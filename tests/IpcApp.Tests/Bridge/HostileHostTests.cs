using System.Runtime.Versioning;
using System.Text;
using IpcApp.Internal.Bridge;

namespace IpcApp.Tests.Bridge;

[UnsupportedOSPlatform("windows")]
[Trait("Speed", "slow")]
public sealed class HostileHostTests : UnixBridgeTest
{
    private static readonly BridgeOptions Small = Defaults with
    {
        MaxMessageBytes = 1 << 20,
        MaxPartialMessages = 4,
        MaxPartialBytes = 1_000_000,
        CloseTimeout = TimeSpan.FromMilliseconds(50),
    };

    [Theory]
    [MemberData(nameof(BrokenFrames.Names), MemberType = typeof(BrokenFrames))]
    public async Task Broken_frames_end_the_connection_with_one_reason_on_both_sides(string name)
    {
        var (bytes, reason) = BrokenFrames.Get(name);
        using var host = new FakeBridgePeer(MeetingPlace);
        await using var connection = await GreetAsync(host, Small);
        var inbox = new Inbox();
        connection.Start(inbox);

        await host.Stream.WriteAsync(bytes, Cancel);

        var end = await connection.Completion.OrFail();
        Assert.Equal(BridgeCloseKind.ProtocolError, end.Kind);
        Assert.Contains(reason, end.Message, StringComparison.Ordinal);
        Assert.Equal(end.Message, await host.Stream.ReadAbortAsync());
        Assert.Equal(1, inbox.ClosedCount);
    }

    [Fact]
    public async Task A_stream_cut_in_the_middle_of_a_frame_is_a_loss()
    {
        using var host = new FakeBridgePeer(MeetingPlace);
        await using var connection = await GreetAsync(host, Small);
        var inbox = new Inbox();
        connection.Start(inbox);

        await host.Stream.WriteAsync(Frames.Frame(1, [1, 2, 3]), Cancel);
        await host.Stream.WriteAsync(Frames.Frame(1, new byte[100]).AsMemory(0, 50), Cancel);
        host.Stream.Dispose();

        Assert.Equal([1, 2, 3], (await inbox.NextAsync()).Bytes);
        Assert.Equal(BridgeCloseKind.Lost, (await connection.Completion.OrFail()).Kind);
    }

    [Fact]
    public async Task A_reason_of_the_host_is_passed_on()
    {
        using var host = new FakeBridgePeer(MeetingPlace);
        await using var connection = await GreetAsync(host, Small);
        connection.Start(new Inbox());

        await host.Stream.WriteAsync(Frames.Frame(Frames.Abort, Encoding.UTF8.GetBytes("out of luck")), Cancel);

        var end = await connection.Completion.OrFail();
        Assert.Equal(BridgeCloseKind.AbortedByPeer, end.Kind);
        Assert.Contains("out of luck", end.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_kinds_are_passed_up()
    {
        using var host = new FakeBridgePeer(MeetingPlace);
        await using var connection = await GreetAsync(host, Small);
        var inbox = new Inbox();
        connection.Start(inbox);

        await host.Stream.WriteAsync(Frames.Frame(0xEF, [4], lane: 3, id: 9), Cancel);

        var received = await inbox.NextAsync();
        Assert.Equal((0xEF, 3u, 9u), (received.Kind, received.Lane, received.Id));
    }

    [Fact]
    public async Task A_host_that_does_not_know_the_secret_is_refused()
    {
        using var host = new FakeBridgePeer(MeetingPlace);
        host.WriteSecret();
        var greeting = host.GreetAsync(secret: new byte[32]);

        var error = await Assert.ThrowsAsync<BridgeHandshakeException>(() => ConnectAsync());
        await greeting;

        Assert.Contains("does not know the bridge's secret", error.Message, StringComparison.Ordinal);
        Assert.Equal(error.Message, await host.Stream.ReadAbortAsync());
    }

    [Theory]
    [InlineData(2, 15, """{"pid":1}""", "version 2 of the bridge protocol")]
    [InlineData(1, 17, """{"pid":1}""", "version 17 of V8's serialization format")]
    [InlineData(1, 12, """{"pid":1}""", "version 12 of V8's serialization format")]
    [InlineData(1, 15, "[]", "JSON object")]
    [InlineData(1, 15, "{", "JSON object")]
    public async Task A_host_that_introduces_itself_wrongly_is_told_why(ushort version, ushort v8, string info, string reason)
    {
        using var host = new FakeBridgePeer(MeetingPlace);
        host.WriteSecret();
        var greeting = host.GreetAsync(Frames.Introduction(version, v8, info: info));

        var error = await Assert.ThrowsAsync<BridgeHandshakeException>(() => ConnectAsync());
        await greeting;

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(MeetingPlace, "secret")), "the secret must not be used up by a stranger");
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n")]
    [InlineData("")]
    public async Task Something_else_that_listens_is_refused(string words)
    {
        using var host = new FakeBridgePeer(MeetingPlace);
        var connecting = ConnectAsync();
        await host.AcceptAsync();
        await host.Stream.WriteAsync(Encoding.UTF8.GetBytes(words), Cancel);
        host.Stream.Socket.Shutdown(System.Net.Sockets.SocketShutdown.Send);

        await Assert.ThrowsAsync<BridgeHandshakeException>(() => connecting);
    }

    [Fact]
    public async Task A_host_that_stays_silent_is_given_up()
    {
        using var host = new FakeBridgePeer(MeetingPlace);
        var connecting = ConnectAsync(Defaults with { HandshakeTimeout = TimeSpan.FromMilliseconds(200) });
        await host.AcceptAsync();

        var error = await Assert.ThrowsAsync<BridgeHandshakeException>(() => connecting);
        Assert.Contains("did not complete the handshake within 200 ms", error.Message, StringComparison.Ordinal);
        Assert.Null(await host.Stream.ReadFrameAsync());
    }

    [Fact]
    public async Task A_secret_that_others_can_read_is_refused()
    {
        using var host = new FakeBridgePeer(MeetingPlace);
        host.WriteSecret(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        var greeting = host.GreetAsync();

        var error = await Assert.ThrowsAsync<BridgeAddressException>(() => ConnectAsync());
        await greeting;
        Assert.Contains("mode 0600", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_handshake_ends()
    {
        using var cancellation = new CancellationTokenSource();
        using var host = new FakeBridgePeer(MeetingPlace);
        var connecting = BridgeConnection.ConnectAsync(MeetingPlace, Defaults, TimeProvider.System, cancellation.Token);
        await host.AcceptAsync();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting);
    }

    private async Task<BridgeConnection> GreetAsync(FakeBridgePeer host, BridgeOptions options)
    {
        host.WriteSecret();
        var greeting = host.GreetAsync();
        var connection = await ConnectAsync(options);
        await greeting;
        return connection;
    }
}
