using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace IpcApp;

/// <content>Conversions from and to C# primitives.</content>
public abstract partial class IpcValue
{
    /// <summary>A boolean.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator IpcValue(bool value) => value ? IpcBoolean.True : IpcBoolean.False;

    /// <summary>A number.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator IpcValue(int value) => IpcNumber.Create(value);

    /// <summary>A bigint, as C#'s <see cref="long"/> does not fit JavaScript's number.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator IpcValue(long value) => new IpcBigInt(value);

    /// <summary>A bigint.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator IpcValue(BigInteger value) => new IpcBigInt(value);

    /// <summary>A number.</summary>
    /// <param name="value">The value; NaN, infinities and -0 are kept.</param>
    public static implicit operator IpcValue(double value) => IpcNumber.Create(value);

    /// <summary>A string, or <see cref="Null"/> for null.</summary>
    /// <param name="value">The text; unpaired surrogates are kept.</param>
    public static implicit operator IpcValue(string? value) => value is null ? Null : new IpcString(value);

    /// <summary>A Uint8Array of a copy of the bytes, or <see cref="Null"/> for null.</summary>
    /// <param name="value">The bytes.</param>
    public static implicit operator IpcValue(byte[]? value)
        => value is null ? Null : new IpcArrayBufferView(IpcArrayBufferViewKind.Uint8Array, value);

    /// <summary>The boolean.</summary>
    /// <exception cref="InvalidOperationException">The value is not a boolean.</exception>
    public bool AsBoolean() => TryGetBoolean(out var value) ? value : throw Mismatch("a boolean");

    /// <summary>The string.</summary>
    /// <exception cref="InvalidOperationException">The value is not a string.</exception>
    public string AsString() => TryGetString(out var value) ? value : throw Mismatch("a string");

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">The value is not a number; a bigint is none.</exception>
    public double AsDouble() => TryGetDouble(out var value) ? value : throw Mismatch("a number");

    /// <summary>The number as an integer.</summary>
    /// <exception cref="InvalidOperationException">The value is not a whole number in the range of <see cref="int"/>.</exception>
    public int AsInt32() => TryGetInt32(out var value) ? value : throw Mismatch("a whole number of 32 bits");

    /// <summary>The bigint.</summary>
    /// <exception cref="InvalidOperationException">The value is not a bigint.</exception>
    public BigInteger AsBigInteger() => this is IpcBigInt big ? big.Value : throw Mismatch("a bigint");

    /// <summary>The bytes of an ArrayBuffer, typed array or DataView; they are the value's own, not a copy.</summary>
    /// <exception cref="InvalidOperationException">The value holds no bytes.</exception>
    public Memory<byte> AsBytes() => TryGetBytes(out var bytes) ? bytes : throw Mismatch("binary data");

    /// <summary>The boolean, if the value is one.</summary>
    /// <param name="value">The boolean.</param>
    public bool TryGetBoolean(out bool value)
    {
        value = this is IpcBoolean { Value: true };
        return this is IpcBoolean;
    }

    /// <summary>The string, if the value is one.</summary>
    /// <param name="value">The string.</param>
    public bool TryGetString([NotNullWhen(true)] out string? value)
    {
        value = (this as IpcString)?.Value;
        return value is not null;
    }

    /// <summary>The number, if the value is one.</summary>
    /// <param name="value">The number.</param>
    public bool TryGetDouble(out double value)
    {
        value = this is IpcNumber number ? number.Value : 0;
        return this is IpcNumber;
    }

    /// <summary>The number, if the value is a whole one in the range of <see cref="int"/>.</summary>
    /// <param name="value">The number.</param>
    public bool TryGetInt32(out int value)
    {
        var isWhole = this is IpcNumber { Value: >= int.MinValue and <= int.MaxValue } number && double.IsInteger(number.Value);
        value = isWhole ? (int)((IpcNumber)this).Value : 0;
        return isWhole;
    }

    /// <summary>The bytes of an ArrayBuffer, typed array or DataView, if the value is one; not a copy.</summary>
    /// <param name="value">The bytes.</param>
    public bool TryGetBytes(out Memory<byte> value)
    {
        value = this switch
        {
            IpcArrayBufferView view => view.Bytes,
            IpcArrayBuffer buffer => buffer.Bytes,
            _ => default,
        };
        return this is IpcArrayBufferView or IpcArrayBuffer;
    }
}
