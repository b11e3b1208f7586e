using IpcApp.Internal.Ports;

namespace IpcApp.Testing;

/// <summary>A pair of connected ports in a page: the DOM's <c>new MessageChannel()</c>.</summary>
public sealed class FakeMessageChannel
{
    /// <summary>Makes the two ports; neither is started.</summary>
    /// <param name="frame">The frame whose document makes them. They close when that goes.</param>
    public FakeMessageChannel(FakeFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        lock (PortGate.Lock)
        {
            var (one, other) = PortEndpoint.Pair();
            Port1 = new FakeMessagePort(frame, one);
            Port2 = new FakeMessagePort(frame, other);
        }
    }

    /// <summary>One end.</summary>
    public FakeMessagePort Port1 { get; }

    /// <summary>The other end.</summary>
    public FakeMessagePort Port2 { get; }
}
