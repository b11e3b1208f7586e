using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace IpcApp.Internal.Codec;

/// <summary>Reads the small pieces of V8's format. Every length is checked against what is left before anything is allocated.</summary>
internal ref struct V8ByteReader(ReadOnlySpan<byte> bytes)
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    public readonly int Remaining => _bytes.Length - _position;

    [DoesNotReturn]
    public readonly void Fail(string problem)
        => throw IpcCloneException.Malformed(
            string.Create(CultureInfo.InvariantCulture, $"{problem} (byte {_position} of {_bytes.Length})"));

    public byte ReadByte()
    {
        if (_position >= _bytes.Length)
        {
            Fail("the data ends too early");
        }

        return _bytes[_position++];
    }

    /// <summary>The next tag; padding before it, which aligns two-byte strings, is skipped.</summary>
    public byte ReadTag()
    {
        byte tag;
        do
        {
            tag = ReadByte();
        }
        while (tag == V8Tag.Padding);

        return tag;
    }

    /// <summary>Skips the tag if it comes next, and says whether it did.</summary>
    public bool TryReadTag(byte tag)
    {
        var start = _position;
        while (start < _bytes.Length && _bytes[start] == V8Tag.Padding)
        {
            start++;
        }

        if (start >= _bytes.Length || _bytes[start] != tag)
        {
            return false;
        }

        _position = start + 1;
        return true;
    }

    public uint ReadVarint()
    {
        var value = ReadVarint64();
        if (value > uint.MaxValue)
        {
            Fail("a number has more than 32 bits");
        }

        return (uint)value;
    }

    public ulong ReadVarint64()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = ReadByte();
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        Fail("a number does not end");
        return value;
    }

    public int ReadZigZag()
    {
        var value = ReadVarint();
        return (int)(value >> 1) ^ -(int)(value & 1);
    }

    public double ReadDouble() => BinaryPrimitives.ReadDoubleLittleEndian(ReadBytes(sizeof(double)));

    public ReadOnlySpan<byte> ReadBytes(ulong count)
    {
        if (count > (ulong)Remaining)
        {
            Fail("a length exceeds the data");
        }

        var start = _position;
        _position += (int)count;
        return _bytes.Slice(start, (int)count);
    }

    public BigInteger ReadBigInt()
    {
        var header = ReadVarint();
        var magnitude = new BigInteger(ReadBytes(header >> 1), isUnsigned: true);
        return (header & 1) != 0 ? -magnitude : magnitude;
    }

    public static bool IsStringTag(byte tag) => tag is V8Tag.OneByteString or V8Tag.TwoByteString or V8Tag.Utf8String;

    public string ReadString()
    {
        var tag = ReadTag();
        if (!IsStringTag(tag))
        {
            Fail("a string is expected");
        }

        return ReadString(tag);
    }

    /// <summary>The string whose tag has been read.</summary>
    public string ReadString(byte tag)
    {
        var content = ReadBytes(ReadVarint());
        switch (tag)
        {
            case V8Tag.OneByteString:
                return Encoding.Latin1.GetString(content);
            case V8Tag.TwoByteString:
                if (content.Length % sizeof(char) != 0)
                {
                    Fail("a two-byte string has an odd length");
                }

                return new string(MemoryMarshal.Cast<byte, char>(content));
            default:
                return ReadUtf8(content);
        }
    }

    private readonly string ReadUtf8(ReadOnlySpan<byte> content)
    {
        try
        {
            return StrictUtf8.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            Fail("a string is not valid UTF-8");
            return "";
        }
    }
}
