using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace IpcApp.Conformance.Real;

/// <summary>Values from the JSON that <c>page/codec.js</c> writes.</summary>
internal sealed class PageValueReader
{
    private readonly IpcValue[] _objects;

    private PageValueReader(JsonElement objects)
    {
        _objects = [.. objects.EnumerateArray().Select(Shell)];
        foreach (var (node, value) in objects.EnumerateArray().Zip(_objects))
        {
            Fill(value, node);
        }
    }

    public static IpcValue Read(JsonElement json) => new PageValueReader(json.GetProperty("o")).Value(json.GetProperty("v"));

    private IpcValue Value(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Null:
                return IpcValue.Null;
            case JsonValueKind.True or JsonValueKind.False:
                return json.GetBoolean();
            case JsonValueKind.Number:
                return json.GetDouble();
            case JsonValueKind.String:
                return json.GetString();
        }

        var tag = json[0].GetString();
        return tag switch
        {
            "u" => IpcValue.Undefined,
            "i" => BigInteger.Parse(json[1].GetString()!, CultureInfo.InvariantCulture),
            "n" => double.Parse(json[1].GetString()!, CultureInfo.InvariantCulture),
            "s" => new string([.. json[1].EnumerateArray().Select(unit => (char)unit.GetInt32())]),
            "r" => _objects[json[1].GetInt32()],
            _ => throw new NotSupportedException($"The page has a {json[1].GetString()}, which is no value of C#."),
        };
    }

    /// <summary>The object without what can refer to others.</summary>
    private IpcValue Shell(JsonElement node) => node.GetProperty("t").GetString() switch
    {
        "array" => new IpcArray { Length = node.GetProperty("length").GetInt64() },
        "object" => new IpcObject(),
        "map" => new IpcMap(),
        "set" => new IpcSet(),
        "date" => new IpcDate(Value(node.GetProperty("v")).AsDouble()),
        "regexp" => new IpcRegExp(Text(node, "source")!, node.GetProperty("flags").GetString()!),
        "boxed" => new IpcBoxed(Value(node.GetProperty("v"))),
        "buffer" => new IpcArrayBuffer(
            node.GetProperty("b").GetBytesFromBase64(),
            node.GetProperty("max").ValueKind == JsonValueKind.Null ? null : node.GetProperty("max").GetInt64()),
        "view" => new IpcArrayBufferView(
            Enum.Parse<IpcArrayBufferViewKind>(node.GetProperty("kind").GetString()!), node.GetProperty("b").GetBytesFromBase64()),
        "error" => new IpcError(node.GetProperty("name").GetString()!, Text(node, "message"), Text(node, "stack")),
        var other => throw new NotSupportedException($"The page has a {other}."),
    };

    /// <summary>A text that may not be there; an error that was cloned without its stack has one that is undefined.</summary>
    private string? Text(JsonElement node, string name)
        => node.GetProperty(name) is { ValueKind: not JsonValueKind.Null } text && Value(text).TryGetString(out var value) ? value : null;

    private void Fill(IpcValue value, JsonElement node)
    {
        switch (value)
        {
            case IpcArray or IpcObject:
                foreach (var property in node.GetProperty("p").EnumerateArray())
                {
                    value[Value(property[0]).AsString()] = Value(property[1]);
                }

                break;
            case IpcMap map:
                foreach (var entry in node.GetProperty("e").EnumerateArray())
                {
                    map.Add(Value(entry[0]), Value(entry[1]));
                }

                break;
            case IpcSet set:
                foreach (var element in node.GetProperty("e").EnumerateArray())
                {
                    set.Add(Value(element));
                }

                break;
            case IpcError error when node.GetProperty("cause").ValueKind != JsonValueKind.Null:
                error.Cause = Value(node.GetProperty("cause"));
                break;
        }
    }
}
