using System.Runtime.Versioning;
using System.Text;
using IpcApp.Internal.Bridge;

namespace IpcApp.Tests.Bridge;

[UnsupportedOSPlatform("windows")]
public sealed class HostileMainTests : UnixBridgeTest
{
    [Theory]
    [MemberData(nameof(BrokenFrames.Names), MemberType = typeof(BrokenFrames))]
    public async Task Broken_frames_end_the_connection_with_one_reason_on_both_sides(string name)
    {
        var (bytes, reason) = BrokenFrames.Get(name);
        await using var host = await ListenAsync();
        using var main = await RawMain.WelcomeAsync(MeetingPlace);

        await main.Stream.WriteAsync(bytes, Cancel);

        Assert.Contains(reason, await host.SaysAsync("closed protocol-error"), StringComparison.Ordinal);
        Assert.Contains(reason, await main.Stream.ReadAbortAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_cut_in_the_middle_of_a_frame_is_a_loss()
    {
        await using var host = await ListenAsync();
        using (var main = await RawMain.WelcomeAsync(MeetingPlace))
        {
            await main.Stream.WriteAsync(Frames.Frame(1, new byte[100]).AsMemory(0, 50), Cancel);
        }

        await host.SaysAsync("closed lost");
    }

    [Fact]
    public async Task Who_does_not_know_the_secret_is_refused_and_the_right_one_gets_in()
    {
        await using var host = await ListenAsync();
        using var stranger = await RawMain.ConnectAsync(MeetingPlace);
        await stranger.ProveAsync(new byte[32]);

        Assert.Contains("does not know its secret", await stranger.Stream.ReadAbortAsync(), StringComparison.Ordinal);
        Assert.Contains("does not know its secret", await host.SaysAsync("refused"), StringComparison.Ordinal);
        await using var connection = await ConnectAsync();
        await host.SaysAsync("accepted");
    }

    [Fact]
    public async Task Who_uses_up_the_secret_and_goes_away_is_followed_by_a_new_secret()
    {
        await using var host = await ListenAsync();
        byte[] first;
        using (var stranger = await RawMain.ConnectAsync(MeetingPlace))
        {
            await stranger.Stream.ReadFrameAsync();
            first = RawMain.TakeSecret(MeetingPlace);
        }

        await host.SaysAsync("refused");
        Assert.NotEqual(first, await File.ReadAllBytesAsync(Path.Combine(MeetingPlace, "secret"), Cancel));
        await using var connection = await ConnectAsync();
        await host.SaysAsync("accepted");
    }

    [Fact]
    public async Task Who_stays_silent_does_not_stand_in_the_way()
    {
        await using var host = await ListenAsync();
        using var silent = await RawMain.ConnectAsync(MeetingPlace);
        await silent.Stream.ReadFrameAsync();

        await using var connection = await ConnectAsync();
        await host.SaysAsync("accepted");
        Assert.Contains("in use", await silent.Stream.ReadAbortAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_works_once()
    {
        await using var host = await ListenAsync();
        using var main = await RawMain.ConnectAsync(MeetingPlace);
        var secret = await main.ProveAsync();
        await host.SaysAsync("accepted");
        main.Dispose();
        await host.SaysAsync("closed");

        using var replay = await RawMain.ConnectAsync(MeetingPlace);
        await replay.ProveAsync(secret);

        Assert.Contains("does not know its secret", await replay.Stream.ReadAbortAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_connection_is_closed_at_once_and_the_first_stays()
    {
        await using var host = await ListenAsync();
        using var main = await RawMain.WelcomeAsync(MeetingPlace);
        await host.SaysAsync("accepted");

        var error = await Assert.ThrowsAsync<BridgeHandshakeException>(() => ConnectAsync());
        Assert.Contains("in use already", error.Message, StringComparison.Ordinal);

        await main.Stream.WriteAsync(Frames.Frame(NodeBridge.Echo, [7], lane: 1), Cancel);
        Assert.Equal([7], (await main.Stream.ReadFrameAsync())?.Payload);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", "does not speak its protocol")]
    [InlineData("", "went away")]
    public async Task Something_else_that_connects_is_refused(string words, string reason)
    {
        await using var host = await ListenAsync();
        using (var other = await RawMain.ConnectAsync(MeetingPlace))
        {
            await other.Stream.WriteAsync(Encoding.UTF8.GetBytes(words), Cancel);
            other.Stream.Socket.Shutdown(System.Net.Sockets.SocketShutdown.Send);
            Assert.Contains(reason, await host.SaysAsync("refused"), StringComparison.Ordinal);
        }

        await using var connection = await ConnectAsync();
        await host.SaysAsync("accepted");
    }

    [Fact]
    public async Task A_main_process_of_another_version_is_told_so()
    {
        await using var host = await ListenAsync();
        using var main = await RawMain.ConnectAsync(MeetingPlace);
        await main.ProveAsync(introduction: Frames.Introduction(version: 2));

        Assert.Contains("version 2 of the bridge protocol", await main.Stream.ReadAbortAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_in_time_is_one_error_that_tells_the_last_refusal()
    {
        await using var host = await NodeBridge.StartListeningAsync(MeetingPlace, new { handshakeTimeout = 1500 });
        using var stranger = await RawMain.ConnectAsync(MeetingPlace);
        await stranger.ProveAsync(new byte[32]);

        var words = await host.SaysAsync("failed");
        Assert.Contains("within 1500 ms", words, StringComparison.Ordinal);
        Assert.Contains("does not know its secret", words, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(MeetingPlace, "secret")));
    }

    private Task<NodeBridge> ListenAsync() => NodeBridge.StartListeningAsync(
        MeetingPlace, new { maxMessageBytes = 1 << 20, maxPartialMessages = 4, maxPartialBytes = 1_000_000 });
}
