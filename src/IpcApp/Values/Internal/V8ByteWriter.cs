using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace IpcApp.Values.Internal;

/// <summary>Writes the small pieces of V8's format to a pooled buffer that grows.</summary>
internal struct V8ByteWriter(int capacity) : IDisposable
{
    private const int LargestVarint = 5;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(capacity);
    private int _length;

    public readonly ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    public void WriteByte(byte value)
    {
        if (_length == _buffer.Length)
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
        if (IsLatin1(text))
        {
            WriteByte(V8Tag.OneByteString);
            WriteVarint((uint)text.Length);
            Encoding.Latin1.GetBytes(text, Reserve(text.Length));
            _length += text.Length;
            return;
        }

        var byteCount = checked((uint)text.Length * sizeof(char));
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
        if (_buffer.Length - _length < count)
        {
            Grow(count);
        }

        return _buffer.AsSpan(_length);
    }

    private void Grow(int count)
    {
        if (count > Array.MaxLength - _length)
        {
            throw new IpcCloneException("The message is larger than two gigabytes.");
        }

        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(2L * _buffer.Length, (long)_length + count), Array.MaxLength));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
