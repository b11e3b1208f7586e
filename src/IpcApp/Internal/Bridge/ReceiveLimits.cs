namespace IpcApp.Internal.Bridge;

/// <summary>What a side takes; each tells the other in the handshake.</summary>
/// <param name="MaxMessageBytes">Largest message.</param>
/// <param name="MaxPartialMessages">Messages that may be under way at once.</param>
/// <param name="MaxPartialBytes">Bytes that may have come of them.</param>
internal readonly record struct ReceiveLimits(uint MaxMessageBytes, uint MaxPartialMessages, long MaxPartialBytes)
{
    /// <summary>What a stranger may make this process read before it has proved anything.</summary>
    public static ReceiveLimits Stranger { get; } = new(4096, 0, 0);

    public static ReceiveLimits Of(BridgeOptions options) =>
        new((uint)options.MaxMessageBytes, (uint)options.MaxPartialMessages, options.MaxPartialBytes);
}
