using IpcApp.Internal.Bridge;

namespace IpcApp.Tests.Bridge;

/// <summary>A private directory for the test, and what most tests begin with.</summary>
public abstract class BridgeTest : IDisposable
{
    private protected static readonly BridgeOptions Defaults = new();

    private protected string MeetingPlace { get; } = BridgeDirectory.Create();

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        BridgeDirectory.Remove(MeetingPlace);
        GC.SuppressFinalize(this);
    }

    private protected Task<BridgeConnection> ConnectAsync(BridgeOptions? options = null) =>
        BridgeConnection.ConnectAsync(MeetingPlace, options ?? Defaults, TimeProvider.System, Cancel);

    /// <summary>A host, a connection to it and what comes over it.</summary>
    private protected async Task<BridgePair> PairAsync(BridgeOptions? options = null, object? hostOptions = null)
    {
        var host = await NodeBridge.StartListeningAsync(MeetingPlace, hostOptions);
        var connection = await ConnectAsync(options);
        var inbox = new Inbox();
        connection.Start(inbox);
        await host.SaysAsync("accepted");
        return new BridgePair(host, connection, inbox);
    }

    private protected static byte[] Numbers(params uint[] numbers) => [.. numbers.SelectMany(BitConverter.GetBytes)];
}

internal sealed record BridgePair(NodeBridge Host, BridgeConnection Connection, Inbox Inbox) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        await Host.DisposeAsync();
    }
}
