using System.Text.Json;
using System.Text.Json.Serialization;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>
/// Reads an enum within JSON by the rules of <see cref="EnumMembers{T}"/>, so that a page cannot send what is no member by way of a type that
/// System.Text.Json fills.
/// </summary>
internal sealed class StrictEnumConverter<T>(JsonConverter<T> json, JsonSerializerOptions options) : JsonConverter<T>
    where T : struct, Enum
{
    public EnumMembers<T> Members { get; } = new(json, options);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var isMember = reader.TokenType == JsonTokenType.String ? Members.TryFind(reader.GetString()!, out var value)
            : reader.TokenType == JsonTokenType.Number & TryGetNumber(ref reader, out var number) & Members.TryFind(number, out value);
        return isMember ? value : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => json.Write(writer, value, options);

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => Members.TryFindKey(reader.GetString()!, out var value) ? value : throw new JsonException();

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        var name = Members.FormOf(value) is IpcString text ? text.Value : value.ToString();
        writer.WritePropertyName(options.DictionaryKeyPolicy?.ConvertName(name) ?? name);
    }

    private static bool TryGetNumber(ref Utf8JsonReader reader, out Int128 number)
    {
        number = 0;
        if (reader.TokenType != JsonTokenType.Number)
        {
            return false;
        }

        var isSigned = reader.TryGetInt64(out var signed);
        var isUnsigned = reader.TryGetUInt64(out var unsigned);
        number = isSigned ? signed : unsigned;
        return isSigned || isUnsigned;
    }
}

/// <summary>The same for a member that may be null and names its converter by an attribute.</summary>
internal sealed class StrictNullableEnumConverter<T> : JsonConverter<T?>
    where T : struct, Enum
{
    private readonly JsonConverter<T?> _json;
    private readonly StrictEnumConverter<T> _strict;

    public StrictNullableEnumConverter(JsonConverter<T?> json, JsonSerializerOptions options)
    {
        _json = json;
        _strict = new StrictEnumConverter<T>(new NotNull(json), options);
    }

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType == JsonTokenType.Null ? null : _strict.Read(ref reader, typeof(T), options);

    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options) => _json.Write(writer, value, options);

    private sealed class NotNull(JsonConverter<T?> json) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => json.Read(ref reader, typeof(T?), options) ?? throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => json.Write(writer, value, options);
    }
}
