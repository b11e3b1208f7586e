using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>
/// Contracts like those of another resolver, but with enums that take only their members. A converter of the app's own decides for itself.
/// </summary>
[RequiresUnreferencedCode(Reflected.Reason)]
[RequiresDynamicCode(Reflected.Reason)]
internal sealed class StrictEnums(IReadOnlyList<IJsonTypeInfoResolver> chain) : IJsonTypeInfoResolver
{
    private readonly IJsonTypeInfoResolver _contracts
        = chain.Count == 0 ? new DefaultJsonTypeInfoResolver() : JsonTypeInfoResolver.Combine([.. chain]);

    /// <summary>The resolvers of the app, which may be none.</summary>
    public IReadOnlyList<IJsonTypeInfoResolver> Chain { get; } = chain;

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        TypeGrowth.Check(type);
        var info = _contracts.GetTypeInfo(type, options);
        if (info is not null && type.IsEnum && EnumContract.IsOfFramework(info.Converter))
        {
            var strict = Make(typeof(StrictEnumConverter<>), type, info.Converter, options);
            return (JsonTypeInfo)typeof(StrictEnums).GetMethod(nameof(CreateInfo))!.MakeGenericMethod(type).Invoke(null, [strict, options])!;
        }

        foreach (var property in info is { Kind: JsonTypeInfoKind.Object, IsReadOnly: false } ? info.Properties : [])
        {
            Guard(property, options);
        }

        return info;
    }

    public static JsonTypeInfo CreateInfo<T>(JsonConverter<T> converter, JsonSerializerOptions options)
        where T : struct, Enum
        => JsonMetadataServices.CreateValueInfo<T>(options, converter);

    /// <summary>A member may name its converter by an attribute.</summary>
    private static void Guard(JsonPropertyInfo property, JsonSerializerOptions options)
    {
        var underlying = Nullable.GetUnderlyingType(property.PropertyType);
        if (property.CustomConverter is { } converter && EnumContract.IsOfFramework(converter) && (underlying ?? property.PropertyType).IsEnum)
        {
            var strict = underlying is null ? typeof(StrictEnumConverter<>) : typeof(StrictNullableEnumConverter<>);
            property.CustomConverter = Make(strict, underlying ?? property.PropertyType, Expand(converter, property.PropertyType, options), options);
        }
    }

    private static JsonConverter Expand(JsonConverter converter, Type type, JsonSerializerOptions options)
        => converter is JsonConverterFactory factory ? factory.CreateConverter(type, options)! : converter;

    private static JsonConverter Make(Type definition, Type type, JsonConverter converter, JsonSerializerOptions options)
        => (JsonConverter)Activator.CreateInstance(definition.MakeGenericType(type), Expand(converter, type, options), options)!;
}
