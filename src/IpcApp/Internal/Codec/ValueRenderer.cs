using System.Globalization;
using System.Text;

namespace IpcApp.Internal.Codec;

/// <summary>
/// A value as text for logs and debuggers. What a page sends is untrusted and of any length, depth and shape.
/// </summary>
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
        IpcString text => ValueDescription.Quote(text.Value, MaxLength),
        IpcDate date => date.TryGetDateTimeOffset(out var moment)
            ? moment.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)
            : $"Date({JsNumber.ToText(date.Milliseconds)})",
        IpcRegExp regExp => $"/{ValueDescription.Quote(regExp.Source, MaxLength)[1..^1]}/{regExp.Flags}",
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
                _text.Append('[').Append(error.Name).Append(": ");
                _text.Append(ValueDescription.Quote(error.Message ?? "", MaxLength)).Append(']');
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
            var isIdentifier = property.Key.Length is > 0 and <= MaxQuoted
                && property.Key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$');
            _text.Append(isIdentifier ? property.Key : ValueDescription.Quote(property.Key, MaxQuoted)).Append(": ");
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
