using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>How to make the converters of an enum without reflection, those within JSON included.</summary>
internal sealed class EnumDefinition<T>() : CodecDefinition(isCollection: false)
    where T : struct, Enum
{
    public override bool Fits(object value) => value is T;

    public override IpcConverter Create(ConverterResolver resolver, NullAnnotation? annotation)
        => new EnumConverter<T>(EnumContract.Create<T>(resolver.Json));

    public override JsonTypeInfo? CreateStrictContract(JsonTypeInfo lenient)
        => lenient.Converter is JsonConverter<T> converter
            ? JsonMetadataServices.CreateValueInfo<T>(lenient.Options, new StrictEnumConverter<T>(converter, lenient.Options))
            : null;

    public override JsonConverter? CreateStrictConverter(JsonConverter lenient, JsonSerializerOptions options) => lenient switch
    {
        JsonConverterFactory factory => factory.CreateConverter(typeof(T), options) is { } made ? CreateStrictConverter(made, options) : null,
        JsonConverter<T> converter => new StrictEnumConverter<T>(converter, options),
        JsonConverter<T?> converter => new StrictNullableEnumConverter<T>(converter, options),
        _ => null,
    };
}
