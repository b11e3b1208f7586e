using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IpcApp.Internal.Recording;

/// <summary>
/// Writes one value as JSON, for people to read and for a replay to read back. What JSON has is written as such, everything else as an object
/// with the member <c>$</c>. An object met again is <c>{ "$": "ref", "to": n }</c>, where n counts objects, from 0, as they begin.
/// </summary>
/// <param name="json">Where to.</param>
/// <param name="redactor">Null to write the value as it is.</param>
internal sealed class ValueWriter(Utf8JsonWriter json, Redactor? redactor)
{
    /// <summary>The member that tells a tagged object from a plain one.</summary>
    public const string Tag = "$";

    // Enough to see a shape by.
    private const int MaxRedactedParts = 64;

    private readonly Dictionary<IpcValue, int> _objects = new(ReferenceEqualityComparer.Instance);

    public void Write(IpcValue value)
    {
        if (value.Kind > IpcValueKind.String && !_objects.TryAdd(value, _objects.Count))
        {
            Tagged("ref", () => json.WriteNumber("to", _objects[value]));
            return;
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Tagged("too-deep", static () => { });
            return;
        }

        switch (value)
        {
            case IpcArray array:
                Write(array);
                break;
            case IpcObject plain:
                Write(plain);
                break;
            case IpcMap map:
                Tagged("map", () => Parts("entries", "size", map.Count, map, entry => Pair(() => Write(entry.Key), entry.Value)));
                break;
            case IpcSet set:
                Tagged("set", () => Parts("values", "size", set.Count, set, Write));
                break;
            case IpcError error:
                Tagged("error", () => Write(error));
                break;
            case IpcBoxed boxed:
                Tagged("boxed", () => Member("value", boxed.Value));
                break;
            case { Kind: IpcValueKind.Null }:
                json.WriteNullValue();
                break;
            default:
                if (redactor is null)
                {
                    KeptScalar.Write(json, value);
                }
                else
                {
                    json.WriteStringValue(redactor.Describe(value).ToString());
                }

                break;
        }
    }

    private void Write(IpcArray array)
    {
        var isDense = array.ElementCount == array.Length && !array.Properties.Any();
        if (isDense && !IsTooMuch(array.Length))
        {
            json.WriteStartArray();
            foreach (var element in array)
            {
                Write(element);
            }

            json.WriteEndArray();
            return;
        }

        Tagged("array", () =>
        {
            json.WriteNumber("length", array.Length);
            Parts("elements", "count", array.ElementCount, array.Elements,
                element => Pair(() => json.WriteNumberValue(element.Key), element.Value));
            var properties = array.Properties.ToList();
            if (properties.Count > 0)
            {
                Properties(properties);
            }
        });
    }

    private void Write(IpcObject value)
    {
        if (IsTooMuch(value.Count) || value.Keys.Any(IsNoPlainKey))
        {
            Tagged("object", () => Properties([.. value]));
            return;
        }

        json.WriteStartObject();
        var place = 0;
        foreach (var (name, property) in value)
        {
            json.WritePropertyName(Key(name, ++place));
            Write(property);
        }

        json.WriteEndObject();
    }

    private void Write(IpcError error)
    {
        json.WriteString("name", error.Name);
        if (error.Message is { } message)
        {
            Member("message", message);
        }

        if (error.Stack is { } stack && redactor is null)
        {
            Member("stack", stack);
        }

        if (error.Cause is { } cause)
        {
            Member("cause", cause);
        }
    }

    private void Properties(List<KeyValuePair<string, IpcValue>> properties)
    {
        var place = 0;
        Parts("properties", "names", properties.Count, properties,
            property => Pair(() => KeptScalar.WriteText(json, Key(property.Key, ++place)), property.Value));
    }

    /// <summary>The parts of a value. If some are left out, how many there are comes before them.</summary>
    private void Parts<T>(string name, string countName, int count, IEnumerable<T> parts, Action<T> write)
    {
        if (IsTooMuch(count))
        {
            json.WriteNumber(countName, count);
            parts = parts.Take(MaxRedactedParts);
        }

        json.WriteStartArray(name);
        foreach (var part in parts)
        {
            write(part);
        }

        json.WriteEndArray();
    }

    private void Pair(Action key, IpcValue value)
    {
        json.WriteStartArray();
        key();
        Write(value);
        json.WriteEndArray();
    }

    private void Member(string name, IpcValue value)
    {
        json.WritePropertyName(name);
        Write(value);
    }

    private void Tagged(string tag, Action members)
    {
        json.WriteStartObject();
        json.WriteString(Tag, tag);
        members();
        json.WriteEndObject();
    }

    private bool IsNoPlainKey(string name) => name == Tag || (redactor is null && !KeptScalar.IsWellFormed(name));

    private string Key(string name, int place) => redactor is null ? name : Redactor.Key(name, place);

    private bool IsTooMuch(long count) => redactor is not null && count > MaxRedactedParts;
}
