using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>Tuples in types that cross as their JSON: arrays, as everywhere else. System.Text.Json itself would write <c>{}</c>.</summary>
[RequiresUnreferencedCode(Reflected.Reason)]
[RequiresDynamicCode(Reflected.Reason)]
internal sealed class JsonTuples : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => TupleShape.IsTuple(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        => (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    [RequiresUnreferencedCode(Reflected.Reason)]
    [RequiresDynamicCode(Reflected.Reason)]
    private sealed class Converter<T> : JsonConverter<T>
    {
        private readonly IReadOnlyList<Type> _types = TupleShape.ElementsOf(typeof(T));

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            var tuple = (ITuple)value!;
            writer.WriteStartArray();
            for (var i = 0; i < _types.Count; i++)
            {
                JsonSerializer.Serialize(writer, tuple[i], _types[i], options);
            }

            writer.WriteEndArray();
        }

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var elements = new object?[_types.Count];
            var isArray = reader.TokenType == JsonTokenType.StartArray;
            for (var i = 0; i < elements.Length && isArray; i++)
            {
                isArray = reader.Read() && reader.TokenType != JsonTokenType.EndArray;
                elements[i] = isArray ? JsonSerializer.Deserialize(ref reader, _types[i], options) : null;
            }

            return isArray && reader.Read() && reader.TokenType == JsonTokenType.EndArray
                ? (T)TupleShape.Create(typeof(T), elements)
                : throw new JsonException($"A tuple of {elements.Length} elements is an array of as many.");
        }
    }
}
