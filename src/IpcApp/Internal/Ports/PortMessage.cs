namespace IpcApp.Internal.Ports;

/// <summary>What travels on a port: an encoded value, and the ends of other ports.</summary>
/// <param name="values">The value; valid until the message is disposed.</param>
/// <param name="owner">Gives the bytes back.</param>
/// <param name="ports">The ends that are transferred. Nobody else holds them.</param>
internal sealed class PortMessage(ReadOnlyMemory<byte> values, IDisposable owner, IReadOnlyList<PortEndpoint> ports) : IDisposable
{
    public ReadOnlyMemory<byte> Values { get; } = values;

    public IReadOnlyList<PortEndpoint> Ports { get; } = ports;

    /// <summary>The ports, as their new owner gets them.</summary>
    public IReadOnlyList<MessagePortMain> Open(PortServices services)
        => Ports.Count == 0 ? [] : [.. Ports.Select(end => new MessagePortMain(end, services))];

    /// <summary>Nobody will get the message: its ports close, so that their peers hear of it (S138).</summary>
    public void Discard()
    {
        Dispose();
        foreach (var port in Ports)
        {
            port.Close();
        }
    }

    public void Dispose() => owner.Dispose();
}
