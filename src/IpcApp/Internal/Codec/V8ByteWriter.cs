using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace IpcApp.Internal.Codec;

/// <summary>Writes the small pieces of V8's format to a pooled buffer that grows, and stops where it would grow beyond a limit.</summary>
internal struct V8ByteWriter : IDisposable
{
    private const int LargestVarint = 5;

    private readonly int _limit;
    private byte[] _buffer;
    private int _length;

    /// <summary>How much of the buffer may be used.</summary>
    private int _capacity;

    /// <param name="capacity">How many bytes are expected.</param>
    /// <param name="limit">How many bytes may be written; a few more are possible before it is noticed.</param>
    public V8ByteWriter(int capacity, long limit = long.MaxValue)
    {
        _limit = (int)Math.Min(limit, Array.MaxLength - LargestVarint) + LargestVarint;
        _buffer = ArrayPool<byte>.Shared.Rent(capacity);
        _capacity = Math.Min(_buffer.Length, _limit);
    }

    public readonly ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    /// <summary>How many bytes may still be written.</summary>
    public readonly int Room => _limit - _length;

    public void WriteByte(byte value)
    {
        if (_length == _capacity)
        {
            Grow(1);
        }

        _buffer[_length++] = value;
    }

    public void WriteVarint(uint value)
    {
        var target = Reserve(LargestVarint);
        var count = 0;
        while (value >= 0x80)
        {
            target[count++] = (byte)(value | 0x80);
            value >>= 7;
        }

        target[count] = (byte)value;
        _length += count + 1;
    }

    /// <summary>Scalars room for a number that is known later.</summary>
    /// <returns>The place, for <see cref="FillVarint"/>.</returns>
    public int ReserveVarint()
    {
        Reserve(LargestVarint);
        _length += LargestVarint;
        return _length - LargestVarint;
    }

    /// <summary>Writes a number into the room that was left for it, with as many bytes as that has: a byte with no bits of it may follow.</summary>
    public readonly void FillVarint(int place, uint value)
    {
        for (var i = 0; i < LargestVarint; i++, value >>= 7)
        {
            _buffer[place + i] = (byte)((value & 0x7F) | (i < LargestVarint - 1 ? 0x80u : 0));
        }
    }

    public void WriteDouble(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(Reserve(sizeof(double)), value);
        _length += sizeof(double);
    }

    /// <summary>A number with its tag. Only whole numbers of 32 bits have the short form; -0 is none.</summary>
    public void WriteNumber(double value)
    {
        var whole = value is >= int.MinValue and <= int.MaxValue ? (int)value : 0;
        if (BitConverter.DoubleToInt64Bits(whole) == BitConverter.DoubleToInt64Bits(value))
        {
            WriteByte(V8Tag.Int32);
            WriteVarint((uint)((whole << 1) ^ (whole >> 31)));
        }
        else
        {
            WriteByte(V8Tag.Double);
            WriteDouble(value);
        }
    }

    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        _length += bytes.Length;
    }

    public void WriteBigInt(BigInteger value)
    {
        var magnitude = BigInteger.Abs(value);
        if (magnitude.GetBitLength() > V8Format.MaxBigIntBits)
        {
            throw new IpcCloneException($"A bigint of {magnitude.GetBitLength()} bits is longer than JavaScript allows.");
        }

        var used = magnitude.IsZero ? 0 : magnitude.GetByteCount(isUnsigned: true);
        var size = (used + V8Format.BigIntDigitSize - 1) / V8Format.BigIntDigitSize * V8Format.BigIntDigitSize;
        WriteVarint(((uint)size << 1) | (value.Sign < 0 ? 1u : 0u));
        var target = Reserve(size)[..size];
        target.Clear();
        if (used > 0)
        {
            magnitude.TryWriteBytes(target, out _, isUnsigned: true);
        }

        _length += size;
    }

    /// <summary>A string with its tag: one byte a character where Latin-1 suffices.</summary>
    public void WriteString(string text)
    {
        if (text.Length > Room)
        {
            throw new MessageTooLargeException();
        }

        if (IsLatin1(text))
        {
            WriteByte(V8Tag.OneByteString);
            WriteVarint((uint)text.Length);
            Encoding.Latin1.GetBytes(text, Reserve(text.Length));
            _length += text.Length;
            return;
        }

        if (text.Length > Room / sizeof(char))
        {
            throw new MessageTooLargeException();
        }

        var byteCount = (uint)text.Length * sizeof(char);
        var sizeOfCount = (BitOperations.Log2(byteCount) / 7) + 1;
        if ((_length + sizeof(byte) + sizeOfCount) % sizeof(char) != 0)
        {
            WriteByte(V8Tag.Padding);
        }

        WriteByte(V8Tag.TwoByteString);
        WriteVarint(byteCount);
        WriteBytes(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    public readonly void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private static bool IsLatin1(string text) => !text.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF');

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Reserve(int count)
    {
        if (_capacity - _length < count)
        {
            Grow(count);
        }

        return _buffer.AsSpan(_length);
    }

    private void Grow(int count)
    {
        if (count > Room)
        {
            throw new MessageTooLargeException();
        }

        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(2L * _buffer.Length, (long)_length + count), _limit));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
        _capacity = Math.Min(larger.Length, _limit);
    }
}
