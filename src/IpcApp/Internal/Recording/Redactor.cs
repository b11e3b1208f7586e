using System.Globalization;
using System.Numerics;

namespace IpcApp.Internal.Recording;

/// <summary>
/// Takes the contents out of values and keeps their shape. Which values are the same stays visible, so that an id that main gave out can be told
/// from others when a page brings it back.
/// </summary>
/// <remarks>Used by one thread.</remarks>
internal sealed class Redactor
{
    private const int LongestNumbered = 256;
    private const int MaxNumbered = 50_000;
    private const int LongestKey = 40;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>What a value without parts is replaced by.</summary>
    public RedactedValue Describe(IpcValue value) => value switch
    {
        IpcBoolean => new(RedactedValue.Boolean),
        IpcNumber number => Describe(number.Value),
        IpcBigInt big => new(RedactedValue.BigInt, null, big.Value.GetBitLength() <= 128 ? NumberOf(KeyOf(big.Value)) : null),
        IpcString text => Describe(text.Value),
        IpcDate date => new(date.IsValid ? RedactedValue.Date : RedactedValue.InvalidDate),
        IpcRegExp => new(RedactedValue.RegExp),
        IpcArrayBuffer buffer => new(RedactedValue.ArrayBuffer, buffer.Bytes.Length),
        IpcArrayBufferView view => new(view.ViewKind.ToString(), view.Length),
        _ => new(RedactedValue.Undefined),
    };

    /// <summary>A property's name, kept if it looks like one that a programmer chose; else its place among the object's properties.</summary>
    public static string Key(string name, int place)
    {
        var isName = name.Length is > 0 and <= LongestKey && !char.IsAsciiDigit(name[0])
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$');
        return isName ? name : string.Create(CultureInfo.InvariantCulture, $"({place})");
    }

    private RedactedValue Describe(double number)
    {
        var form = number switch
        {
            _ when !double.IsFinite(number) => RedactedValue.NotFinite,
            _ when Math.Floor(number) != number => RedactedValue.Fraction,
            >= 0 and <= int.MaxValue => RedactedValue.Whole,
            > int.MaxValue => RedactedValue.Large,
            >= int.MinValue => RedactedValue.Negative,
            _ => RedactedValue.LargeNegative,
        };
        if (form is RedactedValue.NotFinite or RedactedValue.Fraction)
        {
            return new(form);
        }

        var digits = Math.Abs(number).ToString("F0", CultureInfo.InvariantCulture);
        return new(form, digits.Length, NumberOf((number < 0 ? "number -" : "number ") + digits));
    }

    private RedactedValue Describe(string text)
    {
        var form = FormOf(text);
        return new(
            form,
            form == RedactedValue.Text ? text.Length : null,
            text.Length is > 0 and <= LongestNumbered ? NumberOf("text " + text) : null);
    }

    /// <summary>What types that cross as strings are recognized by, so that a made-up one can be bound again.</summary>
    private static string FormOf(string text)
    {
        if (text.Length is 0 or > LongestNumbered)
        {
            return RedactedValue.Text;
        }

        const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var invariant = CultureInfo.InvariantCulture;
        return text switch
        {
            _ when Guid.TryParseExact(text, "D", out _) => RedactedValue.Uuid,
            _ when decimal.TryParse(text, Decimal, invariant, out _) => RedactedValue.NumberText,
            _ when DateOnly.TryParseExact(text, "yyyy-MM-dd", invariant, DateTimeStyles.None, out _) => RedactedValue.DateText,
            [_, _, _, _, '-', _, _, '-', _, _, 'T', ..] when DateTimeOffset.TryParse(text, invariant, out _) => RedactedValue.TimeText,
            _ when text.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(text, UriKind.Absolute, out _) => RedactedValue.UriText,
            _ => RedactedValue.Text,
        };
    }

    private static string KeyOf(BigInteger value) => "bigint " + value.ToString(CultureInfo.InvariantCulture);

    private int? NumberOf(string value)
    {
        if (_numbers.TryGetValue(value, out var number))
        {
            return number;
        }

        if (_numbers.Count >= MaxNumbered)
        {
            return null;
        }

        _numbers.Add(value, _numbers.Count + 1);
        return _numbers.Count;
    }
}
