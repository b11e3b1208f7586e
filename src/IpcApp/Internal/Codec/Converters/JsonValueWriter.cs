using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>
/// Writes a JavaScript value as JSON, which has neither holes nor references: each counts as what it becomes, and the whole stops where it
/// gets larger than the message may become.
/// </summary>
internal sealed class JsonValueWriter(Utf8JsonWriter writer, ReadContext context)
{
    /// <summary>What a value costs beside its text: who reads the JSON notes where it is.</summary>
    private const int CostPerValue = 8;

    /// <summary>What each conversion costs, however little it writes: a writer, a buffer, a document.</summary>
    private const int CostPerConversion = 128;

    /// <summary>Decimal digits of a bigint cost more than linear time.</summary>
    private const int MaxBigIntBits = 1 << 14;

    private long _counted = -CostPerConversion;
    private int _depth;

    public void Write(IpcValue value)
    {
        switch (value)
        {
            case IpcString text: WriteText(text.Value); break;
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

        CountOutput();
    }

    private void WriteText(string text)
    {
        RequireRoom(text.Length);
        writer.WriteStringValue(text);
    }

    private void WriteObject(IpcValue value)
    {
        if (++_depth > V8Format.MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new IpcCloneException("the value contains itself or is nested too deeply");
        }

        if (value.TryGetBytes(out var bytes))
        {
            RequireRoom(Base64.GetMaxEncodedToUtf8Length(bytes.Length));
            writer.WriteBase64StringValue(bytes.Span);
        }
        else if (value is IpcObject properties)
        {
            context.Count(properties.Count);
            WriteProperties(properties);
        }
        else if (value is IpcMap map && map.All(entry => entry.Key is IpcString))
        {
            context.Count(map.Count);
            WriteProperties(map.Select(entry => KeyValuePair.Create(entry.Key.AsString(), entry.Value)));
        }
        else
        {
            WriteElements(value);
        }

        _depth--;
    }

    private void WriteProperties(IEnumerable<KeyValuePair<string, IpcValue>> properties)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in properties)
        {
            if (value.Kind != IpcValueKind.Undefined)
            {
                RequireRoom(name.Length);
                writer.WritePropertyName(name);
                context.Enter(name);
                Write(value);
                context.Leave();
            }
        }

        writer.WriteEndObject();
        CountOutput();
    }

    private void WriteElements(IpcValue value)
    {
        switch (value)
        {
            case IpcArray array: context.CountElements(array); break;
            case IpcMap map: context.Count(3L * map.Count); break;
            case IpcSet set: context.Count(set.Count); break;
        }

        IEnumerable<IpcValue> elements = value switch
        {
            IpcMap map => map.Select(entry => new IpcArray([entry.Key, entry.Value])),
            _ => (IEnumerable<IpcValue>)value,
        };
        var index = 0L;
        writer.WriteStartArray();
        foreach (var element in elements)
        {
            context.Enter(index++);
            Write(element);
            context.Leave();
        }

        writer.WriteEndArray();
        CountOutput();
    }

    /// <summary>Before a text: it needs at least so many bytes.</summary>
    private void RequireRoom(long bytes)
    {
        if (bytes > context.OutputLeft)
        {
            throw context.TooMuchOutput();
        }
    }

    private void CountOutput()
    {
        var written = writer.BytesCommitted + writer.BytesPending;
        context.CountOutput(written - _counted + CostPerValue);
        _counted = written;
        RequireRoom(0);
    }
}
