namespace IpcApp.Internal.Ports;

/// <summary>
/// The far side of a channel, as one of its ends sees it: another end in this process, or a port in Electron. Every member is called with
/// <see cref="PortGate"/> held.
/// </summary>
internal interface IPortPeer
{
    /// <summary>Takes a message, which is the peer's from then on.</summary>
    /// <returns>Null, or the reason why it was not taken, as a sentence; the message is then as before.</returns>
    string? Deliver(PortMessage message);

    /// <summary>The near end has started: what waits for it may come.</summary>
    void NearStarted();

    /// <summary>The near end is closed.</summary>
    void NearClosed();
}
