using System.Globalization;
using System.Text.Json.Nodes;
using IpcApp.Internal.Codec;

namespace IpcApp.Conformance.Real;

/// <summary>Values as the JSON that <c>page/codec.js</c> reads.</summary>
internal sealed class PageValueWriter
{
    private static readonly IpcSerializer Serializer = new(new IpcSerializerOptions());
    private readonly Dictionary<IpcValue, int> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly JsonArray _objects = [];

    /// <summary>One value: any that a page could be sent, or an <see cref="Uncloneable"/>.</summary>
    public static JsonObject Write(object? value)
    {
        var writer = new PageValueWriter();
        return writer.Finish(writer.Value(value));
    }

    /// <summary>Arguments, as one graph.</summary>
    public static JsonObject WriteArguments(IReadOnlyList<object?> arguments)
    {
        var writer = new PageValueWriter();
        writer._objects.Add((JsonNode?)null);
        writer._objects[0] = new JsonObject
        {
            ["t"] = "array",
            ["length"] = arguments.Count,
            ["p"] = Pairs(arguments.Select((argument, i) => (Key(i), writer.Value(argument)))),
        };
        return writer.Finish(Tagged("r", 0));
    }

    private JsonObject Finish(JsonNode? root) => new() { ["v"] = root, ["o"] = _objects };

    private JsonNode? Value(object? value) => value switch
    {
        Uncloneable uncloneable => Tagged("x", char.ToLowerInvariant($"{uncloneable}"[0]) + $"{uncloneable}"[1..]),
        IpcValue ready => Value(ready),
        _ => Value(Serializer.ToIpcValue(value)),
    };

    private JsonNode? Value(IpcValue value) => value switch
    {
        IpcBoolean boolean => boolean.Value,
        IpcNumber number => Number(number.Value),
        IpcBigInt big => Tagged("i", big.Value.ToString(CultureInfo.InvariantCulture)),
        IpcString text => Text(text.Value),
        _ when value.Kind == IpcValueKind.Undefined => Tagged("u"),
        _ when value.Kind == IpcValueKind.Null => null,
        _ => Tagged("r", Reference(value)),
    };

    private static JsonNode Number(double value)
        => double.IsFinite(value) && !(value == 0 && double.IsNegative(value))
            ? value
            : Tagged("n", value == 0 ? "-0" : value.ToString(CultureInfo.InvariantCulture));

    /// <summary>JSON's own strings cannot hold half a surrogate pair; JavaScript's can.</summary>
    private static JsonNode Text(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return Tagged("s", new JsonArray([.. text.Select(unit => (JsonNode)(int)unit)]));
            }
        }

        return text;
    }

    private static JsonNode? Key(long index) => index.ToString(CultureInfo.InvariantCulture);

    private static JsonNode? Key(string name) => Text(name);

    private int Reference(IpcValue value)
    {
        if (!_numbers.TryGetValue(value, out var number))
        {
            _numbers[value] = number = _objects.Count;
            _objects.Add((JsonNode?)null);
            _objects[number] = Describe(value);
        }

        return number;
    }

    private JsonObject Describe(IpcValue value) => value switch
    {
        IpcArray array => new()
        {
            ["t"] = "array",
            ["length"] = array.Length,
            ["p"] = Pairs(array.Elements
                .Select(each => (Key(each.Key), Value(each.Value)))
                .Concat(array.Properties.Select(each => (Key(each.Key), Value(each.Value))))),
        },
        IpcObject plain => new() { ["t"] = "object", ["p"] = Pairs(plain.Select(each => (Key(each.Key), Value(each.Value)))) },
        IpcDate date => new() { ["t"] = "date", ["v"] = Number(date.Milliseconds) },
        IpcRegExp pattern => new() { ["t"] = "regexp", ["source"] = Text(pattern.Source), ["flags"] = pattern.Flags },
        IpcMap map => new() { ["t"] = "map", ["e"] = Pairs(map.Select(each => (Value(each.Key), Value(each.Value)))) },
        IpcSet set => new() { ["t"] = "set", ["e"] = new JsonArray([.. set.Select(Value)]) },
        IpcBoxed boxed => new() { ["t"] = "boxed", ["v"] = Value(boxed.Value) },
        IpcArrayBuffer buffer => new()
        {
            ["t"] = "buffer",
            ["b"] = Convert.ToBase64String(buffer.Bytes.Span),
            ["max"] = buffer.MaxByteLength,
        },
        IpcArrayBufferView view => new()
        {
            ["t"] = "view",
            ["kind"] = view.ViewKind.ToString(),
            ["b"] = Convert.ToBase64String(view.Bytes.Span),
        },
        IpcError error => new()
        {
            ["t"] = "error",
            ["name"] = error.Name,
            ["message"] = error.Message is null ? null : Text(error.Message),
            ["cause"] = error.Cause is null ? null : Value(error.Cause),
        },
        _ => throw new NotSupportedException($"The page cannot be handed {value}."),
    };

    private static JsonArray Pairs(IEnumerable<(JsonNode? Key, JsonNode? Value)> pairs)
        => new([.. pairs.Select(pair => new JsonArray(pair.Key, pair.Value))]);

    private static JsonArray Tagged(string tag, JsonNode? content = null)
        => content is null ? new JsonArray(tag) : new JsonArray(tag, content);
}
