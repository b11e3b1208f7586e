using System.Buffers;
using IpcApp.Internal.Host;
using IpcApp.Internal.Ports;
using IpcApp.Testing.Internal.Ports;

namespace IpcApp.Testing.Internal;

/// <summary>Posting from and to pages, with ports.</summary>
internal sealed partial class FakeHost
{
    private readonly FakePorts _ports;
    private PortFeed? _feed;

    public void PostMessage(FakeFrame frame, string channel, object? message, IReadOnlyList<FakeMessagePort> transfer)
    {
        if (frame.IsRemoved)
        {
            throw RendererErrors.Released();
        }

        var route = _channels.RouteOf(frame, MessageSort.PostMessage, channel);
        var payload = EncodeMessage(message);
        var head = new PayloadWriter();
        lock (PortGate.Lock)
        {
            var posted = new PortMessage(payload.WrittenMemory, NoOwner.Instance, FakeTransfer.Take(transfer, null));
            if (route is not { IsAllowed: true, Number: var number })
            {
                posted.Discard();
                return;
            }

            head.WriteUInt32(number).Write(_ports.Adopt(posted.Ports));
        }

        Forward(MessageKind.PostMessage, frame, 0, head, payload);
    }

    public IpcValue ReadMessage(ReadOnlyMemory<byte> values) => Serializer.ReadValue(values);

    private void ClosePorts()
    {
        lock (PortGate.Lock)
        {
            _ports.Clear();
        }
    }

    private void ReceiveFromPort(MessageKind kind, uint number, byte[] payload)
    {
        lock (_reader)
        {
            Receive(kind, number, 0, payload);
        }
    }

    /// <summary>
    /// Called with <see cref="PortGate"/> held, so without the reader's lock: what a port says to .NET takes them the other way round.
    /// </summary>
    private void DeliverPosted(byte[] payload)
    {
        var (frame, channel, rest) = EmittedMessage.Parse(payload, (isMainFrame, id) => isMainFrame
            ? _frames.Values.FirstOrDefault(each => each.Parent is null && each.Window.Id == id)
            : _frames.GetValueOrDefault(id));
        var posted = new PortMessage(_ports.ReadPorts(rest, out var ports), NoOwner.Instance, ports);
        if (frame is { IsRemoved: false, Number: not 0 })
        {
            var handed = ports.Select(end => new FakeMessagePort(frame, end));
            frame.Inbox.Deliver(channel, new FakeMessage([Serializer.ReadValue(posted.Values)], [.. handed]));
        }
        else
        {
            posted.Discard();
        }
    }
}
