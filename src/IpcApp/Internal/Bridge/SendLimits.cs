namespace IpcApp.Internal.Bridge;

/// <summary>What may wait to be sent: what this side allows and the other side takes, whichever is less.</summary>
/// <param name="MaxMessageBytes">Largest message.</param>
/// <param name="MaxQueuedBytes">Bytes in all lanes; what the other side holds of incomplete messages was queued here.</param>
/// <param name="MaxQueuedBytesPerLane">Bytes in one lane that is not empty.</param>
/// <param name="MaxLargeMessages">Messages of more than one frame.</param>
internal readonly record struct SendLimits(long MaxMessageBytes, long MaxQueuedBytes, long MaxQueuedBytesPerLane, long MaxLargeMessages)
{
    public static SendLimits Of(BridgeOptions own, ReceiveLimits peer) => new(
        Math.Min(own.MaxMessageBytes, peer.MaxMessageBytes),
        Math.Min(own.MaxQueuedBytes, peer.MaxPartialBytes),
        own.MaxQueuedBytesPerLane,
        peer.MaxPartialMessages);
}
