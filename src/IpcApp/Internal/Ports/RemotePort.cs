namespace IpcApp.Internal.Ports;

/// <summary>The far side of a channel that lies in Electron, by its number.</summary>
internal sealed class RemotePort(PortTable table, uint number) : IPortPeer
{
    public PortTable Table { get; } = table;

    public uint Number { get; } = number;

    /// <summary>How many messages have been put on the number's lane.</summary>
    public uint Sent { get; private set; }

    public string? Deliver(PortMessage message)
    {
        var refusal = Table.Send(Number, message);
        if (refusal is null)
        {
            Sent++;
        }

        return refusal;
    }

    public void NearStarted() => Table.SendStart(Number);

    public void NearClosed() => Table.Close(Number);
}
