using IpcApp.Internal.Bridge;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Launch;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Session;
using IpcApp.Tests.Bridge;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace IpcApp.Tests.Launch;

/// <summary>What becomes of a directory that whoever started this process has named.</summary>
public sealed class LauncherConnectorTests : IDisposable
{
    private readonly string _directory = BridgeDirectory.Create();

    public void Dispose() => BridgeDirectory.Remove(_directory);

    [Fact]
    public async Task A_place_to_meet_in_which_nobody_listens_is_removed()
    {
        new StartupArguments(["notes.txt"], "/home").WriteTo(_directory);

        await Assert.ThrowsAsync<IpcStartupException>(() => ConnectAsync(_directory));

        Assert.False(Directory.Exists(_directory));
    }

    [Fact]
    public async Task Nothing_but_a_host_s_files_is_removed()
    {
        var mine = Path.Combine(_directory, "mine.txt");
        await File.WriteAllTextAsync(mine, "", TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<IpcStartupException>(() => ConnectAsync(_directory));

        Assert.True(File.Exists(mine));
    }

    [Fact]
    public async Task Nor_is_anything_in_a_directory_that_no_host_has_made()
    {
        var other = Path.Combine(_directory, "other");
        Directory.Move(BridgeDirectory.Create(), other);
        var secret = Path.Combine(other, "secret");
        await File.WriteAllTextAsync(secret, "", TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<IpcStartupException>(() => ConnectAsync(other));

        Assert.True(File.Exists(secret));
    }

    [Fact]
    public async Task Nor_is_what_a_host_has_not_put_there_when_it_has_ended()
    {
        var mine = Path.Combine(_directory, "mine.txt");
        await File.WriteAllTextAsync(mine, "", TestContext.Current.CancellationToken);
        await using (await NodeBridge.StartListeningAsync(_directory))
        {
            var connection = await ConnectAsync(_directory, TimeSpan.FromSeconds(30));
            await connection!.DisposeAsync();
        }

        Assert.True(File.Exists(mine));
    }

    private static async Task<IElectronConnection?> ConnectAsync(string directory, TimeSpan? limit = null)
    {
        var options = new IpcAppOptions { HandshakeTimeout = limit ?? TimeSpan.FromMilliseconds(1) };
        var connector = new GuestConnector(
            options,
            new Launcher(),
            new Rendezvous(directory),
            StartupArguments.Own([]),
            new RemoteCalls(NullLogger<Subsystem.Windows>.Instance),
            new ConfigurationBuilder().Build(),
            TimeProvider.System,
            NullLogger<Subsystem.Launch>.Instance);
        return await connector.ConnectAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Launcher : IElectronLauncher
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task OpenWindowsAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
