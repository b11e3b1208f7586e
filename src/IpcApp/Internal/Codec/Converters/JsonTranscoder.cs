using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>
/// Makes JavaScript values of JSON text and back, by the rules of <c>JSON.parse</c> and nearly those of <c>JSON.stringify</c>.
/// </summary>
internal static class JsonTranscoder
{
    /// <summary>A character of one byte in V8's format may be an escape sequence of six in JSON.</summary>
    private const int MaxJsonPerByte = 6;

    /// <summary>The text is for a parser and no web page: only what JSON itself demands is escaped.</summary>
    public static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = V8Format.MaxDepth,
        SkipValidation = true,
    };

    private static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = V8Format.MaxDepth };

    /// <summary>Makes a JavaScript value of an object's JSON.</summary>
    /// <param name="write">Writes the JSON.</param>
    /// <param name="context">The conversion; null where the value is no part of a message.</param>
    /// <exception cref="MessageTooLargeException">The value does not fit a message.</exception>
    public static IpcValue FromJson(Action<Utf8JsonWriter> write, WriteContext? context)
    {
        var output = new JsonBuffer(context is null ? long.MaxValue : MaxJsonPerByte * context.MaxBytes);
        using (var writer = new Utf8JsonWriter(output, WriterOptions))
        {
            write(writer);
        }

        using var document = JsonDocument.Parse(output.Written, DocumentOptions);
        return FromElement(document.RootElement, context);
    }

    public static IpcValue FromElement(JsonElement element, WriteContext? context = null)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (element.ValueKind)
        {
            case JsonValueKind.String: return element.GetString();
            case JsonValueKind.Number: return element.GetDouble();
            case JsonValueKind.True: return true;
            case JsonValueKind.False: return false;
            case JsonValueKind.Array: return new IpcArray(element.EnumerateArray().Select(item => FromPart(item, context)));
            case JsonValueKind.Object:
                var result = new IpcObject();
                foreach (var property in element.EnumerateObject())
                {
                    // The last of several with one name wins, as in JSON.parse.
                    result[property.Name] = FromPart(property.Value, context);
                }

                return result;
            default: return IpcValue.Null;
        }
    }

    /// <summary>Reads a C# value from the JSON of a JavaScript value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="contract">The type's contract.</param>
    /// <param name="tables">The hash tables that are filled; null if there are none.</param>
    /// <param name="context">The conversion.</param>
    /// <exception cref="IpcBindingException">
    /// The JSON would be larger than the message may become, or keys were chosen to make a hash table slow.
    /// </exception>
    /// <exception cref="IpcCloneException">The value contains itself or has no JSON.</exception>
    public static T? ToObject<T>(IpcValue value, JsonTypeInfo<T> contract, JsonTablePlan? tables, ReadContext context)
    {
        var output = new JsonBuffer(long.MaxValue);
        using (var writer = new Utf8JsonWriter(output, WriterOptions))
        {
            new JsonValueWriter(writer, context).Write(value);
        }

        if (tables is not null && JsonTableCheck.IsNeededFor(output.Written.Length))
        {
            using var document = JsonDocument.Parse(output.Written, DocumentOptions);
            new JsonTableCheck(context, output.Written.Length).Check(document.RootElement, tables);
        }

        if (output.TryGetSpan(out var whole))
        {
            return JsonSerializer.Deserialize(whole, contract);
        }

        var reader = new Utf8JsonReader(output.Written, new JsonReaderOptions { MaxDepth = contract.Options.MaxDepth });
        return JsonSerializer.Deserialize(ref reader, contract);
    }

    private static IpcValue FromPart(JsonElement element, WriteContext? context)
    {
        var value = FromElement(element, context);
        context?.Count(value);
        return value;
    }
}
