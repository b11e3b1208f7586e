using IpcApp.Internal.Bridge;

// Sends back everything, from the reader thread. Usage: IpcApp.BridgeEcho DIRECTORY
var connection = await BridgeConnection.ConnectAsync(args[0], new BridgeOptions(), TimeProvider.System, CancellationToken.None);
connection.Start(new EchoReceiver(connection));
await connection.Completion;

internal sealed class EchoReceiver(BridgeConnection connection) : IBridgeReceiver
{
    public void OnMessage(byte kind, uint lane, uint id, BridgePayload payload) => connection.Send(kind, lane, id, payload.Memory, payload);

    public void OnClosed(BridgeCloseReason reason)
    {
    }
}
