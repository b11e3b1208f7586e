using System.Runtime.CompilerServices;
using System.Text.Json;
using IpcApp.Internal.Recording;

namespace IpcApp.Testing.Internal.Recording;

/// <summary>Reads back what <see cref="ValueWriter"/> has written.</summary>
/// <param name="makeUp">What a redacted value is replaced by; null where the values were kept.</param>
/// <param name="provide">What to take at a place instead of what is there; null for that.</param>
internal sealed class ValueReader(Func<RedactedValue, IpcValue>? makeUp, Func<ValueStep?, IpcValue?>? provide = null)
{
    private readonly List<IpcValue?> _objects = [];

    /// <exception cref="FormatException">It is not such a value; the message says why, without naming the line.</exception>
    public IpcValue Read(JsonElement json, ValueStep? place = null)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var value = json.ValueKind switch
        {
            JsonValueKind.Null => IpcValue.Null,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => json.GetDouble(),
            JsonValueKind.String => Text(json.GetString()!),
            JsonValueKind.Array => Array(json, place),
            _ => json.TryGetProperty(ValueWriter.Tag, out var tag) ? Tagged(tag.GetString(), json, place) : Object(json, place),
        };
        return provide?.Invoke(place) ?? value;
    }

    private IpcValue Text(string text)
    {
        if (makeUp is null)
        {
            return text;
        }

        var shape = RedactedValue.Parse(text) ?? throw new FormatException($"'{text}' is not the shape of a value");
        return shape.IsObject ? Register(makeUp(shape)) : makeUp(shape);
    }

    private IpcArray Array(JsonElement json, ValueStep? place)
    {
        var array = Register(new IpcArray());
        foreach (var element in json.EnumerateArray())
        {
            array.Add(Read(element, ValueStep.Index(place, array.Length)));
        }

        return array;
    }

    private IpcObject Object(JsonElement json, ValueStep? place)
    {
        var value = Register(new IpcObject());
        foreach (var property in json.EnumerateObject())
        {
            value[property.Name] = Read(property.Value, ValueStep.Property(place, property.Name));
        }

        return value;
    }

    private IpcValue Tagged(string? tag, JsonElement json, ValueStep? place)
    {
        switch (tag)
        {
            case "array":
                return SparseArray(json, place);
            case "object":
                var plain = Register(new IpcObject());
                Properties(json, place, (name, value) => plain[name] = value);
                return plain;
            case "map":
                var map = Register(new IpcMap());
                foreach (var entry in json.GetProperty("entries").EnumerateArray())
                {
                    var key = Read(entry[0], ValueStep.Index(place, map.Count));
                    map[key] = Read(entry[1], ValueStep.Index(place, map.Count));
                }

                return map;
            case "set":
                var set = Register(new IpcSet());
                foreach (var element in json.GetProperty("values").EnumerateArray())
                {
                    set.Add(Read(element, ValueStep.Index(place, set.Count)));
                }

                return set;
            case "error":
                return Error(json, place);
            case "boxed":
                var index = Reserve();
                return _objects[index] = new IpcBoxed(Read(json.GetProperty("value")));
            case "ref":
                var to = json.GetProperty("to").GetInt32();
                return to >= 0 && to < _objects.Count && _objects[to] is { } known
                    ? known
                    : makeUp is null ? throw new FormatException($"object {to} is referred to before it is there") : IpcValue.Undefined;
            case "too-deep":
                return Register(new IpcObject());
            default:
                var leaf = KeptScalarReader.Read(tag, json);
                return leaf.Kind > IpcValueKind.String ? Register(leaf) : leaf;
        }
    }

    private IpcArray SparseArray(JsonElement json, ValueStep? place)
    {
        var array = Register(new IpcArray());
        var elements = json.GetProperty("elements").EnumerateArray().ToList();
        foreach (var element in elements)
        {
            var at = element[0].GetInt64();
            array[at] = Read(element[1], ValueStep.Index(place, at));
        }

        // Of a long array without gaps the first elements stand for the others.
        var length = json.GetProperty("length").GetInt64();
        if (json.TryGetProperty("count", out var count) && count.GetInt64() == length && elements.Count > 0)
        {
            for (var i = array.Length; i < length; i++)
            {
                array.Add(new ValueReader(makeUp).Read(elements[(int)(i % elements.Count)][1]));
            }
        }

        array.Length = Math.Max(length, array.Length);
        Properties(json, place, (name, value) => array[name] = value);
        return array;
    }

    private IpcError Error(JsonElement json, ValueStep? place)
    {
        var index = Reserve();
        string? Member(string name) => json.TryGetProperty(name, out var text) ? ((IpcString)Read(text)).Value : null;
        var error = new IpcError(json.GetProperty("name").GetString()!, Member("message"), Member("stack"));
        _objects[index] = error;
        if (json.TryGetProperty("cause", out var cause))
        {
            error.Cause = Read(cause, ValueStep.Property(place, "cause"));
        }

        return error;
    }

    private void Properties(JsonElement json, ValueStep? place, Action<string, IpcValue> add)
    {
        if (json.TryGetProperty("properties", out var properties))
        {
            foreach (var property in properties.EnumerateArray())
            {
                var name = property[0].ValueKind == JsonValueKind.String
                    ? property[0].GetString()!
                    : ((IpcString)KeptScalarReader.Read("utf16", property[0])).Value;
                add(name, Read(property[1], ValueStep.Property(place, name)));
            }
        }
    }

    private T Register<T>(T value)
        where T : IpcValue
    {
        _objects.Add(value);
        return value;
    }

    private int Reserve()
    {
        _objects.Add(null);
        return _objects.Count - 1;
    }
}
