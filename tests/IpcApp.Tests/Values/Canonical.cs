using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace IpcApp.Tests.Values;

/// <summary>The same text for an IpcValue as peer-describe.js makes of a JavaScript value.</summary>
internal sealed class Canonical
{
    private const int Long = 64;
    private readonly Dictionary<IpcValue, int> _ids = new(ReferenceEqualityComparer.Instance);

    public static string Describe(IpcValue value) => new Canonical().Any(value);

    private static string Hex(string text) => string.Concat(text.Select(c => ((int)c).ToString("x4", CultureInfo.InvariantCulture)));

    private static string Number(double value)
        => double.IsNaN(value) ? "NaN" : BitConverter.DoubleToInt64Bits(value).ToString("x16", CultureInfo.InvariantCulture);

    private static string Sha(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Bytes(Memory<byte> bytes)
        => bytes.Length <= Long ? Convert.ToHexStringLower(bytes.Span) : $"{bytes.Length}*{Sha(bytes.Span)}";

    private static string Text(string text)
        => "s" + (text.Length <= Long ? Hex(text) : $"{text.Length}*{Sha(Encoding.ASCII.GetBytes(Hex(text)))}");

    private static string Big(BigInteger value)
    {
        var digits = BigInteger.Abs(value).ToString("x", CultureInfo.InvariantCulture).TrimStart('0');
        return $"b{(value.Sign < 0 ? "-" : "")}{(digits.Length == 0 ? "0" : digits)}";
    }

    private static string Primitive(IpcValue value) => value switch
    {
        IpcString text => Text(text.Value),
        IpcNumber number => "n" + Number(number.Value),
        IpcBigInt big => Big(big.Value),
        IpcBoolean boolean => boolean.Value ? "true" : "false",
        _ => value.Kind == IpcValueKind.Null ? "null" : "undefined",
    };

    private string Any(IpcValue value)
    {
        if (value.Kind <= IpcValueKind.String)
        {
            return Primitive(value);
        }

        if (_ids.TryGetValue(value, out var id))
        {
            return $"^{id}";
        }

        _ids.Add(value, id = _ids.Count);
        return $"#{id}{Object(value)}";
    }

    private string Object(IpcValue value) => value switch
    {
        IpcArray array => $"A{array.Length}[{string.Join(',', array.Elements.Select(e => $"{e.Key}={Any(e.Value)}"))}]"
            + $"[{Properties(array.Properties)}]",
        IpcError error => $"E({error.Name},{OptionalText(error.Message)},{OptionalText(error.Stack)},"
            + $"{(error.Cause is null ? "-" : Any(error.Cause))})",
        IpcDate date => "D" + Number(date.Milliseconds),
        IpcRegExp regExp => $"R{Hex(regExp.Source)}/{regExp.Flags}",
        IpcMap map => $"M[{string.Join(',', map.Select(e => $"{Any(e.Key)}:{Any(e.Value)}"))}]",
        IpcSet set => $"S[{string.Join(',', set.Select(Any))}]",
        IpcArrayBuffer buffer => $"B{(buffer.MaxByteLength is null ? "" : $"({buffer.MaxByteLength})")}{Bytes(buffer.Bytes)}",
        IpcArrayBufferView view => $"V{view.ViewKind}:{Bytes(view.Bytes)}",
        IpcBoxed boxed => "X" + Primitive(boxed.Value),
        _ => $"O[{Properties((IpcObject)value)}]",
    };

    private static string OptionalText(string? text) => text is null ? "-" : Text(text);

    private string Properties(IEnumerable<KeyValuePair<string, IpcValue>> properties)
        => string.Join(',', properties.Select(p => $"{Text(p.Key)}={Any(p.Value)}"));
}
