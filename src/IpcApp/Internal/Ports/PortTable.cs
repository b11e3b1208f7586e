using System.Buffers;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Scheduling;
using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Ports;

/// <summary>
/// The channels between this process and one connection's host, by number. Numbers whose top bit is set are given out here, others by the
/// host; none is used twice. Unless they say otherwise, members are called with <see cref="PortGate"/> held.
/// </summary>
/// <param name="link">The way to Electron.</param>
/// <param name="services">The app's.</param>
/// <param name="maxWaitingBytes">How many bytes may wait of messages whose frame is not known, for each port.</param>
internal sealed class PortTable(IElectronLink link, PortServices services, long maxWaitingBytes)
{
    private const uint OwnNumber = 0x8000_0000;

    /// <summary>The end of each channel that is here. It refers to its port only if that was started.</summary>
    private readonly Dictionary<uint, PortEndpoint> _near = [];
    private uint _last;
    private bool _hasEnded;

    /// <summary>Takes a message of Electron about a port, on the connection's reader, without the lock.</summary>
    /// <exception cref="FormatException">Electron's side broke the protocol.</exception>
    public void Receive(MessageKind kind, uint number, ReadOnlyMemory<byte> payload, IDisposable owner)
    {
        lock (PortGate.Lock)
        {
            if (kind == MessageKind.PortClose)
            {
                owner.Dispose();
                FarClosed(number);
                return;
            }

            var near = _near.GetValueOrDefault(number);
            var room = near is null ? null : near.Room ??= new FrameRoom(maxWaitingBytes);
            var ports = AdoptAll(payload.Span, room, out var length);
            var values = payload[length..];
            if (near is not null && room!.TryWait(values.Length, isAloneAccepted: true))
            {
                near.Deliver(new PortMessage(values, owner, ports, room));
                return;
            }

            new PortMessage(values, owner, ports).Discard();
            if (near is not null) // else it was on its way when the port was closed here
            {
                PortLog.PortFull(services.Logger);
            }
        }
    }

    /// <summary>Takes the ports of a page's message, without the lock.</summary>
    /// <param name="payload">Begins with the list of ports.</param>
    /// <param name="room">That of the page's frame, whose other ends of the ports send; null if the frame is gone.</param>
    /// <param name="length">How many bytes the list has.</param>
    /// <exception cref="FormatException">Electron's side broke the protocol.</exception>
    public IncomingPorts? Accept(ReadOnlySpan<byte> payload, FrameRoom? room, out int length)
    {
        lock (PortGate.Lock)
        {
            var ends = AdoptAll(payload, room, out length);
            return ends.Length == 0 ? null : new IncomingPorts(ends, services);
        }
    }

    /// <summary>Sends a message with ports, which are Electron's from then on.</summary>
    /// <param name="kind">Post or PortMessage.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="head">What comes before the list of ports. Belongs to the link afterwards.</param>
    /// <param name="message">The message; nothing happens to it if it is refused.</param>
    /// <param name="room">That of the frame that gets the ports, and sends on them; null if it is not known.</param>
    /// <returns>Null, or the reason why the link refused it.</returns>
    public string? Send(MessageKind kind, uint lane, PayloadWriter head, PortMessage message, FrameRoom? room)
    {
        if (_hasEnded)
        {
            head.Dispose();
            message.Discard();
            return null;
        }

        var entries = message.Ports.Select(EntryOf).ToArray();
        PortWire.WriteEntries(head, entries);
        head.Write(message.Values.Span);
        if (link.Send(kind, lane, 0, head) is { } refusal)
        {
            return refusal;
        }

        message.Dispose();
        for (var i = 0; i < entries.Length; i++)
        {
            HandOver(message.Ports[i], entries[i], room);
        }

        return null;
    }

    /// <summary>Sends a message on a port; who has its far end gets the ports.</summary>
    public string? Send(uint number, PortMessage message)
        => Send(MessageKind.PortMessage, number, new PayloadWriter(), message, _near.GetValueOrDefault(number)?.Room);

    public void SendStart(uint number) => link.Send(MessageKind.PortStart, number, 0, new PayloadWriter());

    /// <summary>The end here is closed. Electron may forget the number.</summary>
    public void Close(uint number)
    {
        _near.Remove(number);
        link.Send(MessageKind.PortClose, number, 0, new PayloadWriter());
    }

    /// <summary>The connection has ended, and with it all channels to Electron. Called without the lock.</summary>
    public void End()
    {
        lock (PortGate.Lock)
        {
            _hasEnded = true;
            foreach (var near in _near.Values)
            {
                near.PeerClosed();
            }

            _near.Clear();
        }
    }

    private void FarClosed(uint number)
    {
        if (_near.TryGetValue(number, out var near))
        {
            Close(number);
            near.PeerClosed();
        }
    }

    private PortEndpoint[] AdoptAll(ReadOnlySpan<byte> payload, FrameRoom? room, out int length)
        => Array.ConvertAll(PortWire.ReadNumbers(payload, out length), number => Adopt(number, room));

    private PortEndpoint Adopt(uint number, FrameRoom? room)
    {
        var end = new PortEndpoint(new RemotePort(this, number)) { Room = room };
        return (number & OwnNumber) == 0 && _near.TryAdd(number, end)
            ? end
            : throw new FormatException($"Electron's side introduced a port by the number {number}, which it cannot have.");
    }

    /// <summary>A port that came from Electron untouched goes back as it is there; any other gets a channel to Electron.</summary>
    private PortEntry EntryOf(PortEndpoint end)
        => end is { Peer: RemotePort remote, WasStarted: false, HasWaiting: false } && ReferenceEquals(remote.Table, this)
            ? new PortEntry(PortEntryKind.KeptEnd, remote.Number, remote.Sent)
            : new PortEntry(PortEntryKind.FarEnd, OwnNumber | ++_last, 0);

    private void HandOver(PortEndpoint end, PortEntry entry, FrameRoom? room)
    {
        if (entry.Kind == PortEntryKind.KeptEnd)
        {
            end.Retire();
            _near.Remove(entry.Number);
            return;
        }

        var far = end.Peer is RemotePort ? PortRelay.Extend(end) : end;
        var host = new RemotePort(this, entry.Number);
        var near = (PortEndpoint?)far.Peer;
        if (near is not null)
        {
            _near.Add(entry.Number, near);
            near.Room = room;
            near.Reconnect(host);
        }

        while (far.TryTake(out var waiting))
        {
            if (host.Deliver(waiting) is { } refusal)
            {
                waiting.Discard();
                PortLog.MessageDropped(services.Logger, refusal, null);
            }
        }

        far.Retire();
        if (near is null)
        {
            host.NearClosed();
        }
    }
}
