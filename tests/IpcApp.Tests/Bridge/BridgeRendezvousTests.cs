using System.Diagnostics;
using System.Runtime.Versioning;
using IpcApp.Internal.Bridge;

namespace IpcApp.Tests.Bridge;

[UnsupportedOSPlatform("windows")]
public sealed class BridgeRendezvousTests : UnixBridgeTest
{
    private const UnixFileMode Mode0700 = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    [Fact]
    public void A_new_directory_is_private_and_short()
    {
        Assert.Equal(Mode0700, File.GetUnixFileMode(MeetingPlace));
        Assert.Matches($@"^ipcapp-{Environment.ProcessId}(\.[0-9a-f]+)?-[0-9a-f]{{8}}$", Path.GetFileName(MeetingPlace));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupExecute)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public async Task A_directory_open_to_others_is_refused_by_both_sides(UnixFileMode others)
    {
        File.SetUnixFileMode(MeetingPlace, Mode0700 | others);
        await using var host = NodeBridge.Start(MeetingPlace);

        var error = await Assert.ThrowsAsync<BridgeAddressException>(() => ConnectAsync());
        Assert.Contains("is open to other users", error.Message, StringComparison.Ordinal);
        Assert.Contains("is open to other users", await host.SaysAsync("failed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_of_another_user_is_refused_by_both_sides()
    {
        Assert.SkipUnless(Environment.UserName == "root", "only root can give a directory away");
        using (var chown = Process.Start("chown", ["12345", MeetingPlace]))
        {
            await chown.WaitForExitAsync(Cancel);
        }

        await using var host = NodeBridge.Start(MeetingPlace);
        var error = await Assert.ThrowsAsync<BridgeAddressException>(() => ConnectAsync());
        Assert.Contains("belongs to another user (uid 12345)", error.Message, StringComparison.Ordinal);
        Assert.Contains("belongs to another user (uid 12345)", await host.SaysAsync("failed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_to_a_private_directory_is_refused_by_both_sides()
    {
        var link = Path.Combine(MeetingPlace, "link");
        Directory.CreateSymbolicLink(link, Directory.CreateDirectory(Path.Combine(MeetingPlace, "real"), Mode0700).FullName);
        await using var host = NodeBridge.Start(link);

        await Assert.ThrowsAsync<BridgeAddressException>(
            () => BridgeConnection.ConnectAsync(link, Defaults, TimeProvider.System, Cancel));
        await host.SaysAsync("failed");
    }

    [Fact]
    public async Task A_directory_that_is_not_there_is_named()
    {
        var missing = Path.Combine(MeetingPlace, "missing");
        var error = await Assert.ThrowsAsync<BridgeAddressException>(
            () => BridgeConnection.ConnectAsync(missing, Defaults, TimeProvider.System, Cancel));
        Assert.Contains($"'{missing}' does not exist", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_is_too_long_is_named_with_its_length_by_both_sides()
    {
        var directory = DirectoryForSocketPathOf(108);
        await using var host = NodeBridge.Start(directory);

        var error = await Assert.ThrowsAsync<BridgeAddressException>(
            () => BridgeConnection.ConnectAsync(directory, Defaults, TimeProvider.System, Cancel));
        Assert.Contains("is 108 bytes long; this system allows 107", error.Message, StringComparison.Ordinal);
        Assert.Contains("is 108 bytes long; this system allows 107", await host.SaysAsync("failed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_path_works()
    {
        var directory = DirectoryForSocketPathOf(107);
        await using var host = await NodeBridge.StartListeningAsync(directory);

        await using var connection = await BridgeConnection.ConnectAsync(directory, Defaults, TimeProvider.System, Cancel);
        await host.SaysAsync("accepted");
    }

    [Fact]
    public async Task A_place_where_another_host_listens_is_refused_and_that_host_goes_on()
    {
        await using var first = await NodeBridge.StartListeningAsync(MeetingPlace);
        await using var second = NodeBridge.Start(MeetingPlace);
        Assert.Contains("Another host listens", await second.SaysAsync("failed"), StringComparison.Ordinal);

        await using var connection = await ConnectAsync();
        await first.SaysAsync("accepted");
    }

    [Fact]
    public async Task The_socket_of_a_killed_host_is_replaced()
    {
        await using (var killed = await NodeBridge.StartListeningAsync(MeetingPlace))
        {
            killed.Process.Kill();
        }

        Assert.True(File.Exists(Path.Combine(MeetingPlace, "bridge.sock")));
        await using var host = await NodeBridge.StartListeningAsync(MeetingPlace);
        await using var connection = await ConnectAsync();
        await host.SaysAsync("accepted");
    }

    [Fact]
    public async Task No_Electron_in_time_is_one_error()
    {
        var error = await Assert.ThrowsAsync<BridgeHandshakeException>(
            () => ConnectAsync(Defaults with { HandshakeTimeout = TimeSpan.FromMilliseconds(100) }));
        Assert.Contains("Electron has not listened", error.Message, StringComparison.Ordinal);
        Assert.Contains("within 100 ms", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secret_is_gone_once_it_was_used()
    {
        await using var pair = await PairAsync();
        Assert.Equal(["bridge.sock"], Directory.GetFileSystemEntries(MeetingPlace).Select(Path.GetFileName));
    }

    [Fact]
    public void A_pipe_has_a_name_that_tells_nothing_and_fits()
    {
        Assert.Matches("^ipcapp-[0-9a-f]{32}$", BridgeAddress.PipeName(MeetingPlace));
        Assert.Equal(BridgeAddress.PipeName(MeetingPlace), BridgeAddress.PipeName(MeetingPlace + Path.DirectorySeparatorChar));
    }

    private string DirectoryForSocketPathOf(int bytes)
    {
        var name = new string('x', bytes - MeetingPlace.Length - "//bridge.sock".Length);
        return Directory.CreateDirectory(Path.Combine(MeetingPlace, name), Mode0700).FullName;
    }
}
