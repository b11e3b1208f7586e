using System.Globalization;
using System.Text;

namespace IpcApp.Values.Internal;

/// <summary>Text for people: whole values for logs and debuggers, short descriptions for error messages. What a page sends is untrusted and unbounded.</summary>
internal sealed class ValueRenderer
{
    private const int MaxLength = 1000;
    private const int MaxDepth = 8;
    private const int MaxQuoted = 40;
    private const int MaxBigIntBits = 256;

    private readonly StringBuilder _text = new();
    private readonly HashSet<IpcValue> _open = new(ReferenceEqualityComparer.Instance);

    private bool IsFull => _text.Length >= MaxLength;

    public static string Render(IpcValue value)
    {
        var renderer = new ValueRenderer();
        renderer.Append(value, 0);
        return renderer.IsFull ? string.Concat(renderer._text.ToString().AsSpan(0, MaxLength), "…") : renderer._text.ToString();
    }

    /// <summary>A value in a sentence: <c>number 5</c>, <c>string 'abc'</c>, <c>an array</c>.</summary>
    public static string Describe(IpcValue value) => value switch
    {
        IpcNothing or IpcBoolean => Render(value),
        IpcNumber => $"number {Render(value)}",
        IpcBigInt => $"bigint {Render(value)}",
        IpcString text => $"string {Quote(text.Value, MaxQuoted)}",
        IpcDate { IsValid: false } => "an invalid Date",
        IpcArray => "an array",
        IpcObject => "an object",
        IpcBoxed => "a wrapper object",
        IpcError => "an Error",
        IpcArrayBuffer => "an ArrayBuffer",
        IpcArrayBufferView view => (view.ViewKind == IpcArrayBufferViewKind.Int8Array || view.ViewKind == IpcArrayBufferViewKind.Int16Array
            || view.ViewKind == IpcArrayBufferViewKind.Int32Array ? "an " : "a ") + view.ViewKind,
        _ => $"a {value.Kind}",
    };

    /// <summary>Text in single quotes, shortened, with control characters and unpaired surrogates escaped so that it can not forge a log line.</summary>
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

    private void Append(IpcValue value, int depth)
    {
        if (IsFull)
        {
            return;
        }

        if (value is IpcArray or IpcObject or IpcMap or IpcSet or IpcError)
        {
            if (depth >= MaxDepth || !_open.Add(value))
            {
                _text.Append(depth >= MaxDepth ? "…" : "[Circular]");
                return;
            }

            AppendContainer(value, depth + 1);
            _open.Remove(value);
            return;
        }

        _text.Append(Scalar(value));
    }

    private static string Scalar(IpcValue value) => value switch
    {
        IpcBoolean boolean => boolean.Value ? "true" : "false",
        IpcNumber number => number.Value == 0 && double.IsNegative(number.Value) ? "-0" : JsNumber.ToText(number.Value),
        IpcBigInt big => big.Value.GetBitLength() > MaxBigIntBits
            ? string.Create(CultureInfo.InvariantCulture, $"[BigInt of {big.Value.GetBitLength()} bits]")
            : big.Value.ToString(CultureInfo.InvariantCulture) + "n",
        IpcString text => Quote(text.Value, MaxLength),
        IpcDate date => date.TryGetDateTimeOffset(out var moment)
            ? moment.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)
            : $"Date({JsNumber.ToText(date.Milliseconds)})",
        IpcRegExp regExp => $"/{Quote(regExp.Source, MaxLength)[1..^1]}/{regExp.Flags}",
        IpcBoxed boxed => $"Object({Scalar(boxed.Value)})",
        IpcArrayBuffer buffer => string.Create(CultureInfo.InvariantCulture, $"ArrayBuffer({buffer.Bytes.Length})"),
        IpcArrayBufferView view => string.Create(CultureInfo.InvariantCulture, $"{view.ViewKind}({view.Length})"),
        _ => value.Kind == IpcValueKind.Null ? "null" : "undefined",
    };

    private void AppendContainer(IpcValue value, int depth)
    {
        switch (value)
        {
            case IpcArray array:
                _text.Append('[');
                AppendElements(array, depth);
                AppendProperties(array.Properties, depth, needsComma: array.Length > 0);
                _text.Append(']');
                break;
            case IpcMap map:
                _text.Append("Map { ");
                AppendAll(map, entry =>
                {
                    Append(entry.Key, depth);
                    _text.Append(" => ");
                    Append(entry.Value, depth);
                });
                _text.Append(" }");
                break;
            case IpcSet set:
                _text.Append("Set { ");
                AppendAll(set, element => Append(element, depth));
                _text.Append(" }");
                break;
            case IpcError error:
                _text.Append('[').Append(error.Name).Append(": ").Append(Quote(error.Message ?? "", MaxLength)).Append(']');
                break;
            default:
                _text.Append("{ ");
                AppendProperties((IpcObject)value, depth, needsComma: false);
                _text.Append(" }");
                break;
        }
    }

    private void AppendElements(IpcArray array, int depth)
    {
        var next = 0L;
        AppendAll(array.Elements, element =>
        {
            AppendHoles(element.Key - next, ", ");
            Append(element.Value, depth);
            next = element.Key + 1;
        });
        AppendHoles(array.Length - next, "", next > 0 ? ", " : "");
    }

    private void AppendHoles(long count, string after, string before = "")
    {
        if (count > 0)
        {
            _text.Append(before).Append(CultureInfo.InvariantCulture, $"<{count} empty>").Append(after);
        }
    }

    private void AppendProperties(IEnumerable<KeyValuePair<string, IpcValue>> properties, int depth, bool needsComma)
    {
        AppendAll(properties, property =>
        {
            var isIdentifier = property.Key.Length is > 0 and <= MaxQuoted && property.Key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$');
            _text.Append(isIdentifier ? property.Key : Quote(property.Key, MaxQuoted)).Append(": ");
            Append(property.Value, depth);
        }, needsComma);
    }

    private void AppendAll<T>(IEnumerable<T> items, Action<T> append, bool needsComma = false)
    {
        foreach (var item in items)
        {
            if (IsFull)
            {
                return;
            }

            _text.Append(needsComma ? ", " : "");
            append(item);
            needsComma = true;
        }
    }
}
