using System.Buffers.Binary;
using IpcApp.Internal.Ports;
using IpcApp.Internal.Wire;

namespace IpcApp.Testing.Internal.Ports;

/// <summary>
/// Plays Electron's part with ports, by the same messages (<c>docs/internals/protocol.md</c>): the ends that stand behind .NET's, by number. Members
/// are called with <see cref="PortGate"/> held.
/// </summary>
/// <param name="send">Queues a message to .NET.</param>
/// <param name="limits">What a page may send.</param>
/// <param name="drop">Is told why a message was dropped.</param>
internal sealed class FakePorts(Action<MessageKind, uint, byte[]> send, FakeLimits limits, Action<string> drop)
{
    private const uint NetNumber = 0x8000_0000;
    private const uint HostNumber = 0x4000_0000;
    private const int EntrySize = 9;

    private readonly Dictionary<uint, FakePortRecord> _records = [];
    private uint _last;

    /// <summary>Numbers ports that came from a page.</summary>
    /// <returns>The list of them, as messages to .NET have it.</returns>
    public byte[] Adopt(IReadOnlyList<PortEndpoint> ports)
    {
        var list = new byte[sizeof(ushort) + (sizeof(uint) * ports.Count)];
        BinaryPrimitives.WriteUInt16LittleEndian(list, (ushort)ports.Count);
        for (var i = 0; i < ports.Count; i++)
        {
            var number = HostNumber | ++_last;
            _records.Add(number, new FakePortRecord(this, number, ports[i], null));
            BinaryPrimitives.WriteUInt32LittleEndian(list.AsSpan(sizeof(ushort) + (sizeof(uint) * i)), number);
        }

        return list;
    }

    /// <summary>Takes a message of .NET on a port's lane.</summary>
    public void Receive(MessageKind kind, uint number, byte[] payload)
    {
        var record = Mention(number);
        switch (kind)
        {
            case MessageKind.PortStart:
                record?.Kept?.Attach(record);
                break;
            case MessageKind.PortClose:
                Close(number, record);
                break;
            default:
                Post(record, new PortMessage(ReadPorts(payload, out var ports), NoOwner.Instance, ports));
                break;
        }
    }

    /// <summary>Takes the ports of a message of .NET out of the table.</summary>
    /// <param name="payload">Begins with the list of ports.</param>
    /// <param name="ports">The ports.</param>
    /// <returns>What comes after the list.</returns>
    public ReadOnlyMemory<byte> ReadPorts(ReadOnlyMemory<byte> payload, out PortEndpoint[] ports)
    {
        ports = new PortEndpoint[BinaryPrimitives.ReadUInt16LittleEndian(payload.Span)];
        payload = payload[sizeof(ushort)..];
        for (var i = 0; i < ports.Length; i++, payload = payload[EntrySize..])
        {
            var entry = payload.Span;
            ports[i] = Claim(new PortEntry(
                (PortEntryKind)entry[0],
                BinaryPrimitives.ReadUInt32LittleEndian(entry[1..]),
                BinaryPrimitives.ReadUInt32LittleEndian(entry[5..])));
        }

        return payload;
    }

    /// <summary>The app has ended, and .NET's ends with it.</summary>
    public void Clear()
    {
        foreach (var record in _records.Values)
        {
            record.Kept?.Close();
            record.Far?.Close();
        }

        _records.Clear();
    }

    public void Forward(uint number, PortMessage message)
    {
        if ((FakeLimits.FindExcessOfPorts(message.Ports.Count) ?? limits.FindExcess(message)) is { } excess)
        {
            message.Discard();
            drop(excess);
            return;
        }

        send(MessageKind.PortMessage, number, [.. Adopt(message.Ports), .. message.Values.Span]);
    }

    public void ForwardClose(uint number) => send(MessageKind.PortClose, number, []);

    private static void Post(FakePortRecord? record, PortMessage message)
    {
        if (record?.Kept is not { } kept)
        {
            message.Discard();
        }
        else
        {
            kept.Post(message);
        }

        if (record is not null)
        {
            record.Arrived++;
        }
    }

    private PortEndpoint Claim(PortEntry entry)
    {
        var record = Mention(entry.Number);
        PortEndpoint? port;
        if (entry.Kind == PortEntryKind.FarEnd)
        {
            port = record?.Far;
            record?.Far = null;
        }
        else
        {
            port = record?.Kept;
            record?.Kept = null;
            record?.IsOver = true;
            CheckSent(entry, record);
        }

        ForgetIfOver(entry.Number, record);
        return port ?? ClosedPort();
    }

    /// <summary>Here nothing overtakes, so Electron that had to wait would wait for ever.</summary>
    private static void CheckSent(PortEntry entry, FakePortRecord? record)
    {
        if (record is not null && record.Arrived != entry.Sent)
        {
            throw new InvalidOperationException(
                $"Port {entry.Number} was given away after {entry.Sent} messages, but {record.Arrived} have arrived.");
        }
    }

    private static PortEndpoint ClosedPort()
    {
        var (one, other) = PortEndpoint.Pair();
        one.Close();
        return other;
    }

    private void Close(uint number, FakePortRecord? record)
    {
        if (record is not null)
        {
            var kept = record.Kept;
            record.Kept = null;
            record.IsOver = true;
            kept?.Close();
            ForgetIfOver(number, record);
        }
    }

    private FakePortRecord? Mention(uint number)
    {
        if (!_records.TryGetValue(number, out var record) && number >= NetNumber)
        {
            var (kept, far) = PortEndpoint.Pair();
            _records[number] = record = new FakePortRecord(this, number, kept, far);
        }

        return record;
    }

    private void ForgetIfOver(uint number, FakePortRecord? record)
    {
        if (record is { IsOver: true, Far: null })
        {
            _records.Remove(number);
        }
    }
}
