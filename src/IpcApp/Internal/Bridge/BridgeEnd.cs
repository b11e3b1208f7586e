namespace IpcApp.Internal.Bridge;

/// <summary>How a connection is about to end, as far as it is known.</summary>
internal sealed record BridgeEnd(BridgeCloseKind Kind, string Message, Exception? Error = null)
{
    public BridgeCloseReason ToReason(long dropped) => new(Kind, Message, dropped, Error);
}
