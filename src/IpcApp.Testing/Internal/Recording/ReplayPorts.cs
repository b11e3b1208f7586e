namespace IpcApp.Testing.Internal.Recording;

/// <summary>The ends of message channels that are in pages, by their numbers in the recording.</summary>
internal sealed class ReplayPorts
{
    private readonly Dictionary<long, (FakeMessagePort Port, FakeFrame Frame)> _ports = [];

    public IReadOnlyCollection<long> Numbers => _ports.Keys;

    /// <summary>What main has sent over a port.</summary>
    public IReadOnlyList<FakeMessage> ReceivedOn(long number) => _ports.TryGetValue(number, out var port) ? port.Port.Received : [];

    /// <summary>New channels, one for each port that a page hands over.</summary>
    /// <returns>The ends to hand over.</returns>
    public IReadOnlyList<FakeMessagePort> Make(FakeFrame frame, IReadOnlyList<uint> numbers)
    {
        var handedOver = new List<FakeMessagePort>();
        foreach (var number in numbers)
        {
            var channel = new FakeMessageChannel(frame);
            Keep(number, channel.Port1, frame);
            handedOver.Add(channel.Port2);
        }

        return handedOver;
    }

    /// <summary>Ports that came with a message to a page. One that has a number already went from one page to another, past main.</summary>
    public void Keep(IReadOnlyList<uint> numbers, IReadOnlyList<FakeMessagePort> ports, FakeFrame frame)
    {
        foreach (var (number, port) in numbers.Zip(ports).Where(pair => !_ports.ContainsKey(pair.First)))
        {
            Keep(number, port, frame);
        }
    }

    public FakeFrame? FrameOf(long number) => _ports.TryGetValue(number, out var port) ? port.Frame : null;

    public void Post(long number, IpcValue message, IReadOnlyList<uint> ports)
    {
        if (_ports.TryGetValue(number, out var sender))
        {
            sender.Port.PostMessage(message, Make(sender.Frame, ports));
        }
    }

    public void Close(long number)
    {
        if (_ports.TryGetValue(number, out var port))
        {
            port.Port.Close();
        }
    }

    private void Keep(long number, FakeMessagePort port, FakeFrame frame)
    {
        _ports[number] = (port, frame);
        port.Start();
    }
}
