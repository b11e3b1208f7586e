namespace IpcApp.Internal.Ports;

/// <summary>
/// The ports of one transfer, taken from their owners, all or none: from then on they are neutered (S133). Every member is called with
/// <see cref="PortGate"/> held.
/// </summary>
internal sealed class PortClaim
{
    private readonly MessagePortMain[] _ports;

    private PortClaim(MessagePortMain[] ports)
    {
        _ports = ports;
        Endpoints = ports.Length == 0 ? [] : Array.ConvertAll(ports, static port => port.Release());
    }

    public IReadOnlyList<PortEndpoint> Endpoints { get; }

    /// <summary>Takes the ports of <c>frame.postMessage</c>.</summary>
    /// <exception cref="ArgumentException">One cannot be transferred; the message begins with Electron's text (S129, S130).</exception>
    public static PortClaim ForFrame(IReadOnlyList<MessagePortMain>? transfer)
    {
        const string Invalid = "Invalid value for transfer";
        MessagePortMain[] ports = [.. transfer ?? throw new ArgumentException(Invalid, nameof(transfer))];
        if (Array.IndexOf(ports, null) >= 0)
        {
            throw new ArgumentException(Invalid, nameof(transfer));
        }

        return Of(ports);
    }

    /// <summary>Takes the ports of <c>port.postMessage</c>.</summary>
    /// <exception cref="ArgumentException">One cannot be transferred; the message begins with Electron's text (S131).</exception>
    public static PortClaim ForPort(MessagePortMain source, IReadOnlyList<MessagePortMain>? transfer)
    {
        MessagePortMain[] ports =
            [.. transfer ?? throw new ArgumentException("transferables must be an array of MessagePorts", nameof(transfer))];
        for (var i = 0; i < ports.Length; i++)
        {
            if (ports[i] is null)
            {
                throw new ArgumentException($"Port at index {i} is not a valid port", nameof(transfer));
            }

            if (ReferenceEquals(ports[i], source))
            {
                throw new ArgumentException($"Port at index {i} contains the source port.", nameof(transfer));
            }
        }

        return Of(ports);
    }

    /// <summary>Gives them back: the message that would have taken them along was refused before anything of it was sent.</summary>
    public void Restore()
    {
        for (var i = 0; i < _ports.Length; i++)
        {
            _ports[i].Restore(Endpoints[i]);
        }
    }

    private static PortClaim Of(MessagePortMain[] transfer)
    {
        if (transfer.Length > PortWire.MaxPorts)
        {
            throw new ArgumentException(
                $"{transfer.Length} ports are too many for a message; it can take {PortWire.MaxPorts}.", nameof(transfer));
        }

        for (var i = 0; i < transfer.Length; i++)
        {
            if (Array.IndexOf(transfer, transfer[i]) < i)
            {
                throw new ArgumentException($"Port at index {i} is a duplicate.", nameof(transfer));
            }

            if (transfer[i].Endpoint is null)
            {
                throw new ArgumentException($"Port at index {i} is already neutered.", nameof(transfer));
            }
        }

        return new PortClaim(transfer);
    }
}
