using IpcApp.Internal.Bridge;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Launch;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Session;
using Microsoft.Extensions.Logging.Abstractions;

namespace IpcApp.Tests.Launch;

/// <summary>What is left of a start whose app never answers.</summary>
public sealed class PackagedConnectorTests : IDisposable
{
    private readonly string _directory = BridgeDirectory.Create();

    public void Dispose() => BridgeDirectory.Remove(_directory);

    [Fact]
    public async Task A_program_whose_app_does_not_listen_removes_the_place_to_meet()
    {
        await File.WriteAllTextAsync(Path.Combine(_directory, "secret"), "of an app that was killed", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_directory, "bridge.sock"), "", TestContext.Current.CancellationToken);
        new StartupArguments(["notes.txt"], "/home").WriteTo(_directory);

        var error = await Assert.ThrowsAsync<IpcStartupException>(() => ConnectAsync(_directory, TestContext.Current.CancellationToken));

        Assert.Equal(ExitCodes.HostNotConnected, error.ExitCode);
        Assert.False(Directory.Exists(_directory));
    }

    [Fact]
    public async Task So_does_one_that_is_told_to_end_meanwhile()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ConnectAsync(_directory, new CancellationToken(canceled: true)));

        Assert.False(Directory.Exists(_directory));
    }

    [Fact]
    public async Task Nothing_but_a_host_s_files_is_removed()
    {
        var mine = Path.Combine(_directory, "mine.txt");
        await File.WriteAllTextAsync(mine, "", TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<IpcStartupException>(() => ConnectAsync(_directory, TestContext.Current.CancellationToken));

        Assert.True(File.Exists(mine));
    }

    [Fact]
    public async Task Nor_is_anything_in_a_directory_that_no_host_has_made()
    {
        var other = Path.Combine(_directory, "other");
        Directory.Move(BridgeDirectory.Create(), other);
        var secret = Path.Combine(other, "secret");
        await File.WriteAllTextAsync(secret, "", TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<IpcStartupException>(() => ConnectAsync(other, TestContext.Current.CancellationToken));

        Assert.True(File.Exists(secret));
    }

    private static Task<IElectronConnection?> ConnectAsync(string directory, CancellationToken cancellationToken)
    {
        var options = new IpcAppOptions { HandshakeTimeout = TimeSpan.FromMilliseconds(1) };
        var connector = new PackagedConnector(
            options, new Rendezvous(directory), TimeProvider.System, NullLogger<Subsystem.Launch>.Instance);
        return connector.ConnectAsync(cancellationToken);
    }
}
