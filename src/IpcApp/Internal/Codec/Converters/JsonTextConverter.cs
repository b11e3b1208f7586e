using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using IpcApp.Internal.Ground;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>
/// What a contract does not tell: types with converters of their own, JSON documents. The value crosses as its JSON, made into JavaScript
/// values, so what JSON does not have (bigint, Date, bytes) is number or string here.
/// </summary>
internal sealed class JsonTextConverter<T>(JsonTypeInfo<T> contract) : IpcConverter<T>
{
    /// <summary>Made when the first value is read, as contracts of types that are only written may not be complete.</summary>
    private readonly Lazy<JsonTablePlan?> _tables = new(() => JsonTablePlan.For(contract));

    public JsonTextConverter(JsonSerializerOptions options)
        : this((JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)))
    {
    }

    public override string Expected => "a value that fits";

    /// <summary>JSON's null has a value of its own in some of these types.</summary>
    public override bool HandlesNull => true;

    public override Acceptance Accepts => contract.Kind switch
    {
        JsonTypeInfoKind.Object => new(ValueKinds.Object),
        JsonTypeInfoKind.Dictionary => new(ValueKinds.Object, ValueKinds.Map),
        JsonTypeInfoKind.Enumerable => new(ValueKinds.Array, ValueKinds.Set),
        _ => Acceptance.Anything, // a converter of the app's own decides
    };

    public override IpcValue Write(T value, WriteContext context)
    {
        try
        {
            return ToValue(value, context);
        }
        catch (Exception e) when (e is not (IpcCloneException or MessageTooLargeException))
        {
            throw context.Fail($"{typeof(T)}: {ExceptionText.MessageOf(e)}", e);
        }
    }

    public override T Read(IpcValue value, ReadContext context)
    {
        try
        {
            return FromValue(value, context);
        }
        catch (IpcCloneException e)
        {
            throw context.Fail(e.Detail ?? e.Message, e);
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException or InvalidOperationException)
        {
            var place = e is JsonException { Path: { Length: > 1 } path } ? $" at {path}" : "";
            throw context.Fail($"{ValueDescription.Describe(value)} does not fit{place}", e);
        }
        catch (NotSupportedException e) when (ExceptionText.MessageOf(e).Contains("type discriminator", StringComparison.Ordinal))
        {
            throw context.Fail("a type discriminator is missing, or is not the first property", e);
        }
        catch (NotSupportedException e)
        {
            throw UnsupportedType.OnRead(typeof(T), context, ExceptionText.MessageOf(e).TrimEnd('.'), e);
        }
    }

    public IpcValue ToValue(T value, WriteContext? context = null)
        => JsonTranscoder.FromJson(writer => JsonSerializer.Serialize(writer, value, contract), context);

    public T FromValue(IpcValue value, ReadContext context) => JsonTranscoder.ToObject(value, contract, _tables.Value, context)!;
}
