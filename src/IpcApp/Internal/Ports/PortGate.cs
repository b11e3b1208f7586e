namespace IpcApp.Internal.Ports;

/// <summary>
/// The lock over the state of all ports. One for all, because a transfer changes several channels at once, and because a port can go from
/// any channel to any other. It is held for moving messages between queues only: encoding, decoding and user code run outside.
/// </summary>
internal static class PortGate
{
    public static readonly Lock Lock = new();
}
