namespace IpcApp.Internal.Bridge;

/// <summary>Takes what comes over a <see cref="BridgeConnection"/>. Called on its reader thread only.</summary>
internal interface IBridgeReceiver
{
    /// <summary>A message has come. Nothing else is read until this returns, so it must not wait, least of all for an answer.</summary>
    /// <param name="kind">What it is, 0 to 239.</param>
    /// <param name="lane">The lane it came in.</param>
    /// <param name="id">The number its sender gave it.</param>
    /// <param name="payload">Its bytes. The receiver owns them and disposes them, now or later, on any thread.</param>
    void OnMessage(byte kind, uint lane, uint id, BridgePayload payload);

    /// <summary>The connection has ended. Called once, after the last message.</summary>
    /// <param name="reason">Why.</param>
    void OnClosed(BridgeCloseReason reason);
}
