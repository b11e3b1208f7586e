using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace IpcApp.Internal.Wire;

/// <summary>The bytes of one outgoing message, in a pooled array that returns to the pool when the message has gone out.</summary>
internal sealed class PayloadWriter : IBufferWriter<byte>, IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(256);
    private int _count;

    public ReadOnlyMemory<byte> WrittenMemory => _buffer.AsMemory(0, _count);

    public void Advance(int count) => _count += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _buffer.AsMemory(_count);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _buffer.AsSpan(_count);
    }

    public PayloadWriter WriteByte(byte value)
    {
        GetSpan(1)[0] = value;
        Advance(1);
        return this;
    }

    public PayloadWriter WriteUInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(GetSpan(4), value);
        Advance(4);
        return this;
    }

    public PayloadWriter WriteText(string text)
    {
        Advance(Encoding.UTF8.GetBytes(text, GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));
        return this;
    }

    /// <summary>A text of at most 65,535 bytes with its length before it.</summary>
    public PayloadWriter WriteShortText(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        if (length > ushort.MaxValue)
        {
            throw new ArgumentException(
                $"A channel name of {length} bytes is too long; at most {ushort.MaxValue} bytes are possible.",
                nameof(text));
        }

        BinaryPrimitives.WriteUInt16LittleEndian(GetSpan(2), (ushort)length);
        Advance(2);
        return WriteText(text);
    }

    public void Dispose()
    {
        var buffer = Interlocked.Exchange(ref _buffer!, []);
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Ensure(int sizeHint)
    {
        var needed = _count + Math.Max(sizeHint, 1);
        if (needed <= _buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, (int)Math.Min(2L * _buffer.Length, Array.MaxLength)));
        WrittenMemory.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
