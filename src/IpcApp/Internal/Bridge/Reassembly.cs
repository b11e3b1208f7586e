namespace IpcApp.Internal.Bridge;

/// <summary>The rules for the sequence of frames, and the messages that are under way. Used by the reader thread only.</summary>
internal sealed class Reassembly(ReceiveLimits limits) : IDisposable
{
    private readonly Dictionary<LaneKey, PartialMessage> _partial = [];
    private long _partialBytes;

    /// <summary>What may come; narrower until the other side has proved who it is.</summary>
    public ReceiveLimits Limits { get; set; } = limits;

    /// <summary>Refuses a frame for what its header alone says.</summary>
    /// <exception cref="BridgeProtocolException">It breaks a rule.</exception>
    public void Check(in FrameHeader header)
    {
        if (header.Length is < 0 or > FrameHeader.MaxChunk)
        {
            throw new BridgeProtocolException(
                $"A frame announces {(long)header.Length + FrameHeader.Size} bytes; "
                + $"{FrameHeader.Size} to {FrameHeader.MaxFrame} are possible.");
        }

        if ((header.Flags & ~FrameFlags.All) != 0 || header.Reserved != 0)
        {
            throw new BridgeProtocolException($"A frame has unknown flags (flags {(byte)header.Flags}, reserved {header.Reserved}).");
        }

        if (header.Kind >= FrameKind.FirstOwn && (header.Flags != FrameFlags.Complete || header.Lane != 0 || header.Id != 0))
        {
            throw new BridgeProtocolException($"A frame of kind {header.Kind} must be complete in itself, in lane 0 and with id 0.");
        }

        if (!header.IsComplete)
        {
            CheckChunk(header);
        }
        else if (header.Length > Limits.MaxMessageBytes)
        {
            throw TooLarge(header.Length);
        }
        else if (!header.IsUnlaned && _partial.Count > 0 && _partial.ContainsKey(LaneKey.Of(header)))
        {
            throw BeforeTheEnd(header);
        }
    }

    /// <summary>The message that a first chunk opens.</summary>
    /// <param name="header">The chunk's header.</param>
    /// <param name="total">The message's announced size, which stands before the chunk.</param>
    /// <exception cref="BridgeProtocolException">It breaks a rule or a limit.</exception>
    public PartialMessage Open(in FrameHeader header, uint total)
    {
        var chunk = header.Length - FrameHeader.TotalSize;
        if (total > Limits.MaxMessageBytes)
        {
            throw TooLarge(total);
        }

        if (total <= chunk)
        {
            throw new BridgeProtocolException($"A message of {total} bytes begins with a chunk of {chunk} and yet goes on.");
        }

        if (_partial.Count >= Limits.MaxPartialMessages)
        {
            throw new BridgeProtocolException($"More than {Limits.MaxPartialMessages} messages are under way at once.");
        }

        Count(chunk);
        var message = new PartialMessage(header.Kind, header.Id, (int)total);
        _partial.Add(LaneKey.Of(header), message);
        return message;
    }

    /// <summary>The message that a later chunk belongs to.</summary>
    /// <exception cref="BridgeProtocolException">It breaks a limit.</exception>
    public PartialMessage Resume(in FrameHeader header)
    {
        Count(header.Length);
        return _partial[LaneKey.Of(header)];
    }

    /// <summary>Forgets a message of which the last chunk has come.</summary>
    public void Close(in FrameHeader header, PartialMessage message)
    {
        _partial.Remove(LaneKey.Of(header));
        _partialBytes -= message.Total;
    }

    public void Dispose()
    {
        foreach (var message in _partial.Values)
        {
            message.Dispose();
        }

        _partial.Clear();
    }

    private void CheckChunk(in FrameHeader header)
    {
        _partial.TryGetValue(LaneKey.Of(header), out var message);
        if (header.IsFirst)
        {
            if (message is not null)
            {
                throw BeforeTheEnd(header);
            }

            if (header.Length <= FrameHeader.TotalSize)
            {
                throw new BridgeProtocolException("The first chunk of a message has no bytes.");
            }

            return;
        }

        if (message is null)
        {
            throw new BridgeProtocolException($"A chunk in lane {header.Lane} belongs to no message.");
        }

        if (message.Kind != header.Kind || message.Id != header.Id)
        {
            throw new BridgeProtocolException($"A chunk in lane {header.Lane} has another kind or id than the message it continues.");
        }

        var after = message.Received + header.Length;
        if (header.Length == 0 || after > message.Total || (after == message.Total) != header.IsLast)
        {
            throw new BridgeProtocolException($"The chunks in lane {header.Lane} do not add up to the {message.Total} bytes announced.");
        }
    }

    private void Count(int bytes)
    {
        _partialBytes += bytes;
        if (_partialBytes > Limits.MaxPartialBytes)
        {
            throw new BridgeProtocolException($"More than {Limits.MaxPartialBytes} bytes of incomplete messages are under way.");
        }
    }

    private static BridgeProtocolException BeforeTheEnd(in FrameHeader header) =>
        new($"A message begins in lane {header.Lane} before the one before it has ended.");

    private BridgeProtocolException TooLarge(long bytes) =>
        new($"A message of {bytes} bytes is over the limit of {Limits.MaxMessageBytes} ({nameof(BridgeOptions.MaxMessageBytes)}).");
}
