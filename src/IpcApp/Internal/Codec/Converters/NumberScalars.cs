using System.Globalization;
using System.Numerics;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>Numbers. JavaScript has doubles and bigints; a whole number of more than 53 bits needs the latter.</summary>
internal static class NumberScalars
{
    private const long MaxSafeInteger = (1L << 53) - 1;

    public static void Add(Dictionary<Type, IpcConverter> leaves, bool int64AsNumber)
    {
        leaves.Add<bool>(
            "a boolean",
            value => value,
            (IpcValue value, out bool result) => value.TryGetBoolean(out result),
            (bool value, ref V8Writer writer) => writer.Bytes.WriteByte(value ? V8Tag.True : V8Tag.False),
            (ref V8Reader _, byte tag, out bool result) => (result = tag == V8Tag.True) || tag == V8Tag.False,
            key: KeyForm.Boolean);
        AddSmall<sbyte>(leaves);
        AddSmall<byte>(leaves);
        AddSmall<short>(leaves);
        AddSmall<ushort>(leaves);
        AddSmall<int>(leaves);
        AddSmall<uint>(leaves);
        AddLarge<long>(leaves, int64AsNumber ? value => SafeNumber(value) : value => new IpcBigInt(value), "64 bits");
        AddLarge<ulong>(leaves, int64AsNumber ? value => SafeNumber(value) : value => new IpcBigInt(value), "64 bits");
        AddLarge<Int128>(leaves, value => new IpcBigInt(value), "128 bits");
        AddLarge<UInt128>(leaves, value => new IpcBigInt(value), "128 bits");
        AddLarge<BigInteger>(leaves, value => new IpcBigInt(value), limit: null);
        leaves.Add<double>(
            "a number",
            value => value,
            (IpcValue value, out double result) => value.TryGetDouble(out result),
            (double value, ref V8Writer writer) => writer.Bytes.WriteNumber(value),
            TryReadNumber,
            key: KeyForm.Number);
        leaves.Add<float>(
            "a number in the range of 32-bit floating point", value => (double)value, TryReadSmallFloat, key: KeyForm.Number);
        leaves.Add<Half>("a number in the range of 16-bit floating point", value => (double)value, TryReadSmallFloat, key: KeyForm.Number);
        leaves.Add<decimal>(
            "a decimal number, as a string or number", value => value.ToString(CultureInfo.InvariantCulture), TryReadDecimal, key: KeyForm.Text);
    }

    private static void AddSmall<T>(Dictionary<Type, IpcConverter> leaves)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
        => leaves.Add<T>(
            string.Create(CultureInfo.InvariantCulture, $"a whole number from {T.MinValue} to {T.MaxValue}"),
            value => double.CreateChecked(value),
            (IpcValue value, out T result) => value.TryGetDouble(out var number) & TryNarrow(number, out result),
            (T value, ref V8Writer writer) => writer.Bytes.WriteNumber(double.CreateTruncating(value)),
            (ref V8Reader reader, byte tag, out T result)
                => TryReadNumber(ref reader, tag, out var number) & TryNarrow(number, out result),
            key: KeyForm.Integer);

    private static bool TryNarrow<T>(double number, out T result)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var isInRange = double.IsInteger(number)
            && number >= double.CreateTruncating(T.MinValue) && number <= double.CreateTruncating(T.MaxValue);
        result = isInRange ? T.CreateTruncating(number) : default;
        return isInRange;
    }

    private static bool TryReadNumber(ref V8Reader reader, byte tag, out double result)
    {
        result = tag switch
        {
            V8Tag.Int32 => reader.Bytes.ReadZigZag(),
            V8Tag.Double => reader.Bytes.ReadDouble(),
            V8Tag.UInt32 => reader.Bytes.ReadVarint(),
            _ => 0,
        };
        return tag is V8Tag.Int32 or V8Tag.Double or V8Tag.UInt32;
    }

    /// <summary>Bigints and whole numbers are both accepted.</summary>
    private static void AddLarge<T>(Dictionary<Type, IpcConverter> leaves, Func<T, IpcValue> write, string? limit)
        where T : struct, IBinaryInteger<T>
        => leaves.Add<T>(
            limit is null ? "a bigint or whole number" : $"a bigint or whole number of {limit}",
            write,
            (IpcValue value, out T result) =>
            {
                BigInteger? whole = value switch
                {
                    IpcBigInt big => big.Value,
                    IpcNumber number when double.IsInteger(number.Value) => new BigInteger(number.Value),
                    _ => null,
                };
                result = T.CreateSaturating(whole.GetValueOrDefault());
                return whole is not null && BigInteger.CreateChecked(result) == whole;
            },
            key: KeyForm.Integer);

    private static IpcValue SafeNumber<T>(T value)
        where T : struct, IBinaryInteger<T>
        => T.Abs(value) <= T.CreateChecked(MaxSafeInteger)
            ? double.CreateChecked(value)
            : throw new OverflowException($"{value} is beyond JavaScript's whole numbers, and Int64AsNumber rules out a bigint");

    /// <summary>Precision may be lost, as for any constant in C#; the magnitude may not.</summary>
    private static bool TryReadSmallFloat<T>(IpcValue value, out T result)
        where T : struct, IFloatingPointIeee754<T>
    {
        var isNumber = value.TryGetDouble(out var number);
        result = T.CreateTruncating(number);
        return isNumber && (T.IsFinite(result) || !double.IsFinite(number));
    }

    private static bool TryReadDecimal(IpcValue value, out decimal result)
    {
        // By way of the number's shortest text: the direct conversion keeps only 15 digits.
        var text = value is IpcNumber number ? number.Value.ToString("R", CultureInfo.InvariantCulture) : (value as IpcString)?.Value;
        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return decimal.TryParse(text, styles, CultureInfo.InvariantCulture, out result);
    }
}
