using System.Buffers.Binary;

namespace IpcApp.Internal.Bridge;

/// <summary>A received message. Its holder owns the payload.</summary>
internal readonly record struct IncomingMessage(byte Kind, uint Lane, uint Id, BridgePayload Payload);

/// <summary>Turns the stream into messages: small ones come through one buffer, big ones are read to where they belong.</summary>
internal sealed class FrameReader(BridgeTransport transport, ReceiveLimits limits) : IDisposable
{
    private readonly Reassembly _reassembly = new(limits);
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <inheritdoc cref="Reassembly.Limits"/>
    public ReceiveLimits Limits
    {
        set => _reassembly.Limits = value;
    }

    /// <summary>The next message, once it is complete; null at the end of the stream.</summary>
    /// <exception cref="BridgeProtocolException">The other side breaks the protocol.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public IncomingMessage? Read()
    {
        while (Buffer(FrameHeader.Size))
        {
            var header = FrameHeader.Read(_buffer.AsSpan(_start));
            _reassembly.Check(header);
            _start += FrameHeader.Size;
            if (header.IsComplete)
            {
                var payload = BridgePayload.Rent(header.Length);
                return Fill(payload.Writable) ? new IncomingMessage(header.Kind, header.Lane, header.Id, payload) : null;
            }

            if (!ReadChunk(header, out var message))
            {
                return null;
            }

            if (header.IsLast)
            {
                _reassembly.Close(header, message);
                return new IncomingMessage(header.Kind, header.Lane, header.Id, message.Complete());
            }
        }

        return null;
    }

    public void Dispose() => _reassembly.Dispose();

    private bool ReadChunk(in FrameHeader header, out PartialMessage message)
    {
        var length = header.Length;
        if (header.IsFirst)
        {
            if (!Buffer(FrameHeader.TotalSize))
            {
                message = null!;
                return false;
            }

            message = _reassembly.Open(header, BinaryPrimitives.ReadUInt32LittleEndian(_buffer.AsSpan(_start)));
            _start += FrameHeader.TotalSize;
            length -= FrameHeader.TotalSize;
        }
        else
        {
            message = _reassembly.Resume(header);
        }

        if (!Fill(message.Reserve(length)))
        {
            return false;
        }

        message.Arrived(length);
        return true;
    }

    /// <summary>Sees to it that so many bytes are in the buffer, side by side. False at the end of the stream.</summary>
    private bool Buffer(int wanted)
    {
        if (_start == _end)
        {
            _start = _end = 0;
        }
        else if (_start + wanted > _buffer.Length)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        while (_end - _start < wanted)
        {
            var count = transport.Read(_buffer.AsSpan(_end));
            if (count == 0)
            {
                return false;
            }

            _end += count;
        }

        return true;
    }

    /// <summary>Takes what is in the buffer; a big rest is read straight to its place, with a small one more may come.</summary>
    private bool Fill(Span<byte> target)
    {
        while (target.Length > 0)
        {
            var ready = Math.Min(target.Length, _end - _start);
            _buffer.AsSpan(_start, ready).CopyTo(target);
            _start += ready;
            target = target[ready..];
            if (target.Length >= _buffer.Length / 2)
            {
                var count = transport.Read(target);
                if (count == 0)
                {
                    return false;
                }

                target = target[count..];
            }
            else if (target.Length > 0 && !Buffer(1))
            {
                return false;
            }
        }

        return true;
    }
}
