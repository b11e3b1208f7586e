namespace IpcApp.Internal.Bridge;

/// <summary>Stands in for a receiver when a connection is closed before it was given one.</summary>
internal sealed class DiscardingReceiver : IBridgeReceiver
{
    public static DiscardingReceiver Instance { get; } = new();

    public void OnMessage(byte kind, uint lane, uint id, BridgePayload payload) => payload.Dispose();

    public void OnClosed(BridgeCloseReason reason)
    {
    }
}
