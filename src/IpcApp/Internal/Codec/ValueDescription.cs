using System.Globalization;
using System.Text;
using static IpcApp.IpcArrayBufferViewKind;

namespace IpcApp.Internal.Codec;

/// <summary>Short descriptions of values for error messages. What a page sends is untrusted and of any length.</summary>
internal static class ValueDescription
{
    private const int MaxQuoted = 40;

    /// <summary>A value in a sentence: <c>number 5</c>, <c>string 'abc'</c>, <c>an array</c>.</summary>
    public static string Describe(IpcValue value) => value switch
    {
        IpcNothing or IpcBoolean => ValueRenderer.Render(value),
        IpcNumber => $"number {ValueRenderer.Render(value)}",
        IpcBigInt => $"bigint {ValueRenderer.Render(value)}",
        IpcString text => $"string {Quote(text.Value, MaxQuoted)}",
        IpcDate { IsValid: false } => "an invalid Date",
        IpcArray => "an array",
        IpcObject => "an object",
        IpcBoxed => "a wrapper object",
        IpcError => "an Error",
        IpcArrayBuffer => "an ArrayBuffer",
        IpcArrayBufferView view => DescribeKind(view.ViewKind),
        _ => $"a {value.Kind}",
    };

    /// <summary>A class of views in a sentence: <c>an Int8Array</c>.</summary>
    public static string DescribeKind(IpcArrayBufferViewKind kind) => $"{(kind is Int8Array or Int16Array or Int32Array ? "an" : "a")} {kind}";

    /// <summary>
    /// Text in single quotes, shortened, with control characters and unpaired surrogates escaped so that it cannot forge a log line.
    /// </summary>
    public static string Quote(string text, int maxLength)
    {
        var quoted = new StringBuilder("'");
        for (var i = 0; i < text.Length && i < maxLength; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                quoted.Append(c).Append(text[++i]);
            }
            else if (c is '\'' or '\\')
            {
                quoted.Append('\\').Append(c);
            }
            else if (char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029')
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                quoted.Append(c);
            }
        }

        return quoted.Append(text.Length > maxLength ? "…'" : "'").ToString();
    }
}
