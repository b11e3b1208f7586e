using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace IpcApp.Internal.Recording;

/// <summary>Writes values without parts as they are.</summary>
internal static class KeptScalar
{
    private const int LongestDecimalBits = 256;

    public static void Write(Utf8JsonWriter json, IpcValue value)
    {
        switch (value)
        {
            case IpcBoolean boolean:
                json.WriteBooleanValue(boolean.Value);
                break;
            case IpcNumber { Value: var number } when double.IsFinite(number) && (number != 0 || !double.IsNegative(number)):
                json.WriteNumberValue(number);
                break;
            case IpcNumber number:
                Tagged(json, "number", number.Value == 0 ? "-0" : number.Value.ToString(CultureInfo.InvariantCulture));
                break;
            case IpcBigInt big:
                Tagged(json, "bigint", TextOf(big.Value));
                break;
            case IpcString text:
                WriteText(json, text.Value);
                break;
            case IpcDate date:
                Tagged(json, "date", date.TryGetDateTimeOffset(out var moment)
                    ? moment.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)
                    : date.Milliseconds.ToString("R", CultureInfo.InvariantCulture));
                break;
            case IpcRegExp regExp:
                Tagged(json, "regexp", regExp.Flags, "flags", () =>
                {
                    json.WritePropertyName("source");
                    WriteText(json, regExp.Source);
                });
                break;
            case IpcArrayBuffer buffer:
                Tagged(json, "buffer", Convert.ToBase64String(buffer.Bytes.Span), "base64", () =>
                {
                    if (buffer.MaxByteLength is { } most)
                    {
                        json.WriteNumber("max", most);
                    }
                });
                break;
            case IpcArrayBufferView view:
                Tagged(json, "view", Convert.ToBase64String(view.Bytes.Span), "base64", () => json.WriteString("of", view.ViewKind.ToString()));
                break;
            default:
                Tagged(json, "undefined", null);
                break;
        }
    }

    /// <summary>A text, also one that JSON cannot hold: JavaScript's strings may have surrogates without their partner.</summary>
    public static void WriteText(Utf8JsonWriter json, string text)
    {
        if (IsWellFormed(text))
        {
            json.WriteStringValue(text);
        }
        else
        {
            Tagged(json, "utf16", Convert.ToBase64String(MemoryMarshal.AsBytes(text.AsSpan())));
        }
    }

    public static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Hexadecimal where decimal would take long to make: a page decides how large it is.</summary>
    private static string TextOf(BigInteger value)
        => value.GetBitLength() <= LongestDecimalBits
            ? value.ToString(CultureInfo.InvariantCulture)
            : (value.Sign < 0 ? "-0x" : "0x") + BigInteger.Abs(value).ToString("x", CultureInfo.InvariantCulture);

    private static void Tagged(Utf8JsonWriter json, string tag, string? value, string name = "value", Action? more = null)
    {
        json.WriteStartObject();
        json.WriteString(ValueWriter.Tag, tag);
        more?.Invoke();
        if (value is not null)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }
}
