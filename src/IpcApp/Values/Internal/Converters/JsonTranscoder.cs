using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IpcApp.Values.Internal.Converters;

/// <summary>
/// Makes JavaScript values of JSON text and back, by the rules of <c>JSON.parse</c> and nearly those of <c>JSON.stringify</c>.
/// </summary>
internal static class JsonTranscoder
{
    public static IpcValue FromJson(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = V8Format.MaxDepth });
        return FromElement(document.RootElement);
    }

    public static IpcValue FromElement(JsonElement element)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (element.ValueKind)
        {
            case JsonValueKind.String: return element.GetString();
            case JsonValueKind.Number: return element.GetDouble();
            case JsonValueKind.True: return true;
            case JsonValueKind.False: return false;
            case JsonValueKind.Array: return new IpcArray(element.EnumerateArray().Select(FromElement));
            case JsonValueKind.Object:
                var result = new IpcObject();
                foreach (var property in element.EnumerateObject())
                {
                    // The last of several with one name wins, as in JSON.parse.
                    result[property.Name] = FromElement(property.Value);
                }

                return result;
            default: return IpcValue.Null;
        }
    }

    /// <exception cref="IpcCloneException">The value contains itself or has no JSON.</exception>
    public static ReadOnlyMemory<byte> ToJson(IpcValue value)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { MaxDepth = V8Format.MaxDepth }))
        {
            new Writer(writer).Write(value);
        }

        return output.WrittenMemory;
    }

    private sealed class Writer(Utf8JsonWriter writer)
    {
        /// <summary>JSON has no references. A page could unfold a few of them to gigabytes of text.</summary>
        private const int MaxRepeated = 100_000;

        /// <summary>Decimal digits of a bigint cost more than linear time.</summary>
        private const int MaxBigIntBits = 1 << 14;

        private readonly HashSet<IpcValue> _open = new(ReferenceEqualityComparer.Instance);
        private readonly HashSet<IpcValue> _seen = new(ReferenceEqualityComparer.Instance);
        private int _repeated;

        public void Write(IpcValue value)
        {
            switch (value)
            {
                case IpcString text: writer.WriteStringValue(text.Value); break;
                case IpcNumber number when double.IsFinite(number.Value): writer.WriteNumberValue(number.Value); break;
                case IpcBoolean boolean: writer.WriteBooleanValue(boolean.Value); break;
                case IpcBigInt big when big.Value.GetBitLength() <= MaxBigIntBits:
                    writer.WriteRawValue(big.Value.ToString(CultureInfo.InvariantCulture));
                    break;
                case IpcDate date when date.TryGetDateTimeOffset(out var moment): writer.WriteStringValue(moment.UtcDateTime); break;
                case IpcBoxed boxed: Write(boxed.Value); break;
                case IpcArray or IpcObject or IpcMap or IpcSet or IpcArrayBuffer or IpcArrayBufferView: WriteObject(value); break;
                case IpcNumber or IpcNothing or IpcDate: writer.WriteNullValue(); break;
                default: throw new IpcCloneException($"{ValueDescription.Describe(value)} has no JSON");
            }
        }

        private void WriteObject(IpcValue value)
        {
            if (!_seen.Add(value) && ++_repeated > MaxRepeated)
            {
                throw new IpcCloneException("the value refers to the same objects too often");
            }

            if (!_open.Add(value) || _open.Count > V8Format.MaxDepth)
            {
                throw new IpcCloneException("the value contains itself or is nested too deeply");
            }

            RuntimeHelpers.EnsureSufficientExecutionStack();
            WriteContent(value);
            _open.Remove(value);
        }

        private void WriteContent(IpcValue value)
        {
            if (value.TryGetBytes(out var bytes))
            {
                writer.WriteBase64StringValue(bytes.Span);
            }
            else if (value is IpcObject properties)
            {
                WriteProperties(properties);
            }
            else if (value is IpcMap map && map.All(entry => entry.Key is IpcString))
            {
                WriteProperties(map.Select(entry => KeyValuePair.Create(entry.Key.AsString(), entry.Value)));
            }
            else
            {
                WriteElements(value);
            }
        }

        private void WriteProperties(IEnumerable<KeyValuePair<string, IpcValue>> properties)
        {
            writer.WriteStartObject();
            foreach (var (name, value) in properties)
            {
                if (value.Kind != IpcValueKind.Undefined)
                {
                    writer.WritePropertyName(name);
                    Write(value);
                }
            }

            writer.WriteEndObject();
        }

        private void WriteElements(IpcValue value)
        {
            if (value is IpcArray array && array.Length - array.ElementCount > SequenceConverter.MaxHoles)
            {
                throw new IpcCloneException("the array has too many holes");
            }

            IEnumerable<IpcValue> elements = value switch
            {
                IpcMap map => map.Select(entry => new IpcArray([entry.Key, entry.Value])),
                _ => (IEnumerable<IpcValue>)value,
            };
            writer.WriteStartArray();
            foreach (var element in elements)
            {
                Write(element);
            }

            writer.WriteEndArray();
        }
    }
}
