using IpcApp.Internal.Ports;

namespace IpcApp.Testing.Internal.Ports;

/// <summary>
/// A channel between .NET and the fake host: passes on to .NET what comes to the end that is kept for it, once that is started.
/// </summary>
internal sealed class FakePortRecord(FakePorts ports, uint number, PortEndpoint kept, PortEndpoint? far) : IPortHolder
{
    /// <summary>The end that speaks for .NET; null once it is closed or handed over.</summary>
    public PortEndpoint? Kept { get; set; } = kept;

    /// <summary>The other end of a channel of .NET's, until a message takes it along.</summary>
    public PortEndpoint? Far { get; set; } = far;

    /// <summary>How many messages of .NET have been posted on it.</summary>
    public uint Arrived { get; set; }

    /// <summary>Whether .NET has named the number for the last time, but for the far end.</summary>
    public bool IsOver { get; set; }

    public void Wake()
    {
        while (Kept is { } kept && kept.TryTake(out var message))
        {
            ports.Forward(number, message);
        }

        if (Kept is { IsPeerClosed: true })
        {
            Kept = null;
            ports.ForwardClose(number);
        }
    }
}
