using IpcApp.Internal.Wire;

namespace IpcApp.Testing.Internal.Tracing;

/// <summary>The last messages of one frame, both ways. They become text only when they are read. Thread-safe.</summary>
internal sealed class FrameTrace(FakeFrame frame)
{
    /// <summary>How many messages are kept.</summary>
    public const int Length = 50;

    private readonly Lock _gate = new();
    private readonly Queue<TraceEntry> _entries = new();

    /// <summary>The page sends.</summary>
    /// <param name="kind">Invoke, Send, SendSync or PostMessage.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="payload">The encoded arguments, or message; copied.</param>
    /// <param name="ports">How many ports go along.</param>
    public TraceEntry FromPage(MessageKind kind, string channel, ReadOnlyMemory<byte> payload, int ports = 0)
        => Add(new TraceEntry(this, kind, channel, new TracedBytes(payload, isList: kind != MessageKind.PostMessage), ports));

    /// <summary>The page wants to send what cannot be sent.</summary>
    public void Unsendable(MessageKind kind, string channel, string error)
        => Add(new TraceEntry(this, kind, channel, null, 0)).End("not sent: " + error);

    /// <summary>A message of main has arrived.</summary>
    public void ToPage(FakeMessage message) => Add(new TraceEntry(this, MessageKind.Emit, message.Channel, message, message.Ports.Count));

    /// <summary>The last messages, the oldest first, one a line; empty if there are none.</summary>
    /// <param name="count">How many at most.</param>
    public string ToText(int count = Length)
    {
        TraceEntry[] last;
        lock (_gate)
        {
            last = [.. _entries.TakeLast(count)];
        }

        return string.Join(Environment.NewLine, last.Select(entry => entry.ToText(frame.Host.Serializer)));
    }

    /// <summary>Reports at once what has become of a message, if there is a subscriber.</summary>
    public void Changed(TraceEntry entry)
    {
        if (frame.Host.Output is { } output)
        {
            output($"[{frame.Url}] {entry.OutcomeText(frame.Host.Serializer)}");
        }
    }

    private TraceEntry Add(TraceEntry entry)
    {
        lock (_gate)
        {
            if (_entries.Count == Length)
            {
                _entries.Dequeue();
            }

            _entries.Enqueue(entry);
        }

        if (frame.Host.Output is { } output)
        {
            output($"[{frame.Url}] {entry.ToText(frame.Host.Serializer)}");
        }

        return entry;
    }
}
