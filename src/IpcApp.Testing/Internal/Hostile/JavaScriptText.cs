using System.Globalization;
using System.Text;
using IpcApp.Internal.Codec;

namespace IpcApp.Testing.Internal.Hostile;

/// <summary>Values as JavaScript that a page's console takes, as far as that is short; made for reports.</summary>
internal sealed class JavaScriptText
{
    private const int MaxLength = 600;
    private const int MaxDepth = 12;
    private const int MaxText = 48;
    private const int MaxBits = 256;
    private const int MaxElements = 16;

    private readonly StringBuilder _text = new();
    private readonly HashSet<IpcValue> _open = new(ReferenceEqualityComparer.Instance);
    private readonly IReadOnlyDictionary<IpcValue, string> _known;

    private JavaScriptText(IReadOnlyDictionary<IpcValue, string> known) => _known = known;

    private bool IsFull => _text.Length >= MaxLength;

    /// <param name="values">The values.</param>
    /// <param name="known">The text of some of them, by reference.</param>
    public static string List(IEnumerable<IpcValue> values, IReadOnlyDictionary<IpcValue, string> known)
    {
        var text = new JavaScriptText(known);
        text.Join(values, text.Append);
        return text.IsFull ? text._text.ToString(0, MaxLength) + "…" : text._text.ToString();
    }

    public static string Quote(string text)
        => text.Length <= MaxText ? ValueDescription.Quote(text, MaxText)
            : text.AsSpan().IndexOfAnyExcept(text[0]) < 0
                ? string.Create(CultureInfo.InvariantCulture, $"{ValueDescription.Quote(text[..1], 1)}.repeat({text.Length})")
            : ValueDescription.Quote(text, MaxText);

    private void Append(IpcValue value)
    {
        if (IsFull)
        {
            return;
        }

        if (_known.TryGetValue(value, out var known))
        {
            _text.Append(known);
        }
        else if (value is not (IpcObject or IpcArray or IpcMap or IpcSet or IpcError))
        {
            _text.Append(Leaf(value));
        }
        else if (_open.Count >= MaxDepth || !_open.Add(value))
        {
            _text.Append(_open.Count >= MaxDepth ? "/* deeper */" : "/* circular */");
        }
        else
        {
            Container(value);
            _open.Remove(value);
        }
    }

    private static string Leaf(IpcValue value) => value switch
    {
        IpcString text => Quote(text.Value),
        IpcBigInt big when big.Value.GetBitLength() > MaxBits
            => string.Create(CultureInfo.InvariantCulture, $"/* bigint of {big.Value.GetBitLength()} bits */ 0n"),
        IpcDate date => $"new Date({JsNumber.ToText(date.Milliseconds)})",
        IpcRegExp regExp => $"new RegExp({Quote(regExp.Source)}, '{regExp.Flags}')",
        IpcBoxed boxed => $"Object({Leaf(boxed.Value)})",
        IpcArrayBuffer { MaxByteLength: { } most } buffer
            => string.Create(CultureInfo.InvariantCulture, $"new ArrayBuffer({buffer.Bytes.Length}, {{ maxByteLength: {most} }})"),
        IpcArrayBuffer buffer => string.Create(CultureInfo.InvariantCulture, $"new ArrayBuffer({buffer.Bytes.Length})"),
        IpcArrayBufferView { ViewKind: IpcArrayBufferViewKind.DataView } view
            => string.Create(CultureInfo.InvariantCulture, $"new DataView(new ArrayBuffer({view.Length}))"),
        IpcArrayBufferView view => string.Create(CultureInfo.InvariantCulture, $"new {view.ViewKind}({view.Length})"),
        _ => value.ToString(),
    };

    private void Container(IpcValue value)
    {
        switch (value)
        {
            case IpcArray array when array.Length != array.ElementCount || array.Properties.Any():
                _text.Append(CultureInfo.InvariantCulture, $"Object.assign(new Array({array.Length}), {{ ");
                Join(array.Elements.Select(entry => KeyValuePair.Create(entry.Key.ToString(CultureInfo.InvariantCulture), entry.Value))
                    .Concat(array.Properties), Property);
                _text.Append(" })");
                break;
            case IpcArray array:
                Bracket("[", array, "]");
                break;
            case IpcSet set:
                Bracket("new Set([", set, "])");
                break;
            case IpcMap map:
                _text.Append("new Map([");
                Join(map, entry => Bracket("[", [entry.Key, entry.Value], "]"));
                _text.Append("])");
                break;
            case IpcError error:
                _text.Append(CultureInfo.InvariantCulture, $"new {error.Name}({Quote(error.Message ?? "")}");
                if (error.Cause is { } cause)
                {
                    Bracket(", { cause: ", [cause], " }");
                }

                _text.Append(')');
                break;
            default:
                _text.Append("{ ");
                Join((IpcObject)value, Property);
                _text.Append(" }");
                break;
        }
    }

    /// <summary>In a literal, <c>__proto__</c> would set the prototype.</summary>
    private void Property(KeyValuePair<string, IpcValue> property)
    {
        var isName = property.Key.Length is > 0 and <= MaxText && (char.IsAsciiLetter(property.Key[0]) || property.Key[0] is '_' or '$')
            && property.Key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$');
        _text.Append(property.Key == "__proto__" ? "['__proto__']" : isName ? property.Key : Quote(property.Key)).Append(": ");
        Append(property.Value);
    }

    private void Bracket(string begin, IEnumerable<IpcValue> values, string end)
    {
        _text.Append(begin);
        Join(values, Append);
        _text.Append(end);
    }

    private void Join<T>(IEnumerable<T> items, Action<T> append)
    {
        var count = 0;
        foreach (var item in items)
        {
            _text.Append(count == 0 ? "" : ", ");
            if (++count > MaxElements || IsFull)
            {
                _text.Append("/* and more */");
                return;
            }

            append(item);
        }
    }
}
