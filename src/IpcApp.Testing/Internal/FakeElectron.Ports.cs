using System.Buffers;
using System.Text.Json;
using IpcApp.Internal.Ports;
using IpcApp.Internal.Wire;
using IpcApp.Testing.Internal.Ports;

namespace IpcApp.Testing.Internal;

/// <summary>Posting from and to pages, with ports.</summary>
internal sealed partial class FakeElectron
{
    private readonly FakePorts _ports;
    private PortFeed? _feed;

    public void PostMessage(FakeFrame frame, string channel, object? message, IReadOnlyList<FakeMessagePort> transfer)
    {
        RequireAlive(frame);
        var route = _channels.RouteOf(frame, MessageSort.PostMessage, channel);
        if (route is null)
        {
            _development.ReportUnheard(frame, MessageSort.PostMessage, channel);
        }

        var posted = EncodePosted(frame, channel, message, transfer, route, out var refusal);
        if (posted is var (head, payload))
        {
            Forward(MessageKind.PostMessage, frame, 0, head, payload);
        }
        else if (refusal is var (text, isOverload))
        {
            Drop(channel, route!.Value.Number, isOverload ? Overload(frame, text) : text);
        }
    }

    public IpcValue ReadMessage(ReadOnlyMemory<byte> values) => Serializer.ReadValue(values);

    private void ClosePorts()
    {
        lock (PortGate.Lock)
        {
            _ports.Clear();
        }
    }

    /// <summary>Encodes a message and takes its ports, which are gone also where the message is not forwarded; null then.</summary>
    /// <param name="frame">Who posts.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="message">The message.</param>
    /// <param name="transfer">The ports.</param>
    /// <param name="route">Where it goes; null for nowhere.</param>
    /// <param name="refusal">Which limit keeps it from being forwarded, and whether that is one of the settings; null for none.</param>
    private (PayloadWriter Head, PayloadWriter Payload)? EncodePosted(
        FakeFrame frame, string channel, object? message, IReadOnlyList<FakeMessagePort> transfer, FakeRoute? route,
        out (string Text, bool IsOverload)? refusal)
    {
        refusal = null;
        try
        {
            var payload = EncodeMessage(message);
            lock (PortGate.Lock)
            {
                var posted = new PortMessage(payload.WrittenMemory, NoOwner.Instance, FakeTransfer.Take(transfer, null));
                var trace = frame.Traffic.FromPage(MessageKind.PostMessage, channel, payload.WrittenMemory, posted.Ports.Count);
                if (route is not { IsAllowed: true, Number: var number })
                {
                    trace.End(NotForwarded(route));
                    posted.Discard();
                    return null;
                }

                if (FindRefusal(posted) is { } found)
                {
                    refusal = found;
                    trace.End($"dropped: {found.Text}");
                    posted.Discard();
                    return null;
                }

                var head = new PayloadWriter().WriteUInt32(number);
                head.Write(_ports.Adopt(posted.Ports));
                return (head, payload);
            }
        }
        catch (IpcRendererException e)
        {
            frame.Traffic.Unsendable(MessageKind.PostMessage, channel, e.Message);
            throw;
        }
    }

    private (string Text, bool IsOverload)? FindRefusal(PortMessage posted)
        => FakeLimits.FindExcessOfPorts(posted.Ports.Count) is { } tooMany ? (tooMany, false)
            : _limits.FindExcess(posted, sizeof(uint)) is { } excess ? (excess, true)
            : null;

    /// <summary>
    /// What comes on a port does not go out. Called with <see cref="PortGate"/> held: the line goes the way of the messages, as the reader's
    /// lock must not be taken here.
    /// </summary>
    private void DropPortMessage(string reason)
    {
        var key = string.Concat(reason.Where(character => !char.IsAsciiDigit(character))); // the same for messages of any size
        _log.Warn("port", key, $"A message on a port was dropped: {reason}", line =>
            FeedPort(MessageKind.Control, 0, JsonSerializer.SerializeToUtf8Bytes(line)));
    }

    private void ReceiveFromPort(MessageKind kind, uint number, byte[] payload)
    {
        lock (_reader)
        {
            Receive(kind, number, 0, payload);
        }
    }

    /// <summary>What a port says to .NET; when it is stepped, each port is a pipe of its own (S115).</summary>
    private void FeedPort(MessageKind kind, uint number, byte[] payload)
    {
        if (Steps is null)
        {
            _feed!.Add(kind, number, payload);
            return;
        }

        var ticket = Watch.Begin();
        PipeOfPort(number).Add("message of a page's port", () =>
        {
            using (ticket)
            {
                ReceiveFromPort(kind, number, payload);
            }
        });
    }

    /// <summary>
    /// Called with <see cref="PortGate"/> held, so without the reader's lock: what a port says to .NET takes them the other way round.
    /// </summary>
    private void DeliverPosted(byte[] payload)
    {
        var (frame, channel, rest) = EmittedMessage.Parse(payload, PostedFrameFor);
        var posted = new PortMessage(_ports.ReadPorts(rest, out var ports), NoOwner.Instance, ports);
        if (frame is { IsRemoved: false, Number: not 0 })
        {
            var handed = ports.Select(end => new FakeMessagePort(frame, end));
            frame.Deliver(new FakeMessage(channel, [Serializer.ReadValue(posted.Values)], [.. handed], Serializer));
        }
        else
        {
            posted.Discard();
        }
    }

    private FakeFrame? PostedFrameFor(bool isMainFrame, uint id) => isMainFrame
        ? _frames.Values.FirstOrDefault(each => each is { Parent: null, IsDetached: false } && each.Window.Id == id)
        : _frames.GetValueOrDefault(id);
}
