using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>How System.Text.Json names an enum's members.</summary>
internal static class EnumContract
{
    public static JsonTypeInfo<T> Create<T>(JsonSerializerOptions options)
        where T : struct, Enum
    {
        var found = options.TryGetTypeInfo(typeof(T), out var info) ? (JsonTypeInfo<T>)info : null;
        var converter = found?.Converter ?? FindConverter<T>(options);
        if (converter is JsonConverter<T> lenient && IsOfFramework(converter))
        {
            return JsonMetadataServices.CreateValueInfo<T>(options, new StrictEnumConverter<T>(lenient, options));
        }

        return found ?? JsonMetadataServices.CreateValueInfo<T>(options, converter);
    }

    /// <summary>Whether the converter is one of System.Text.Json, which takes more than the members.</summary>
    public static bool IsOfFramework(JsonConverter converter) => converter.GetType().Assembly == typeof(JsonSerializer).Assembly;

    // What the options' own factories make of a type, they make by reflection; the default one must do without.
    private static JsonConverter FindConverter<T>(JsonSerializerOptions options)
        where T : struct, Enum
        => options.Converters.FirstOrDefault(converter => converter.CanConvert(typeof(T))) switch
        {
            null => JsonMetadataServices.GetEnumConverter<T>(options),
            CamelCaseEnumConverter => new JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
                .CreateConverter(typeof(T), options),
            JsonConverterFactory factory => factory.CreateConverter(typeof(T), options)!,
            var converter => converter,
        };
}

/// <summary>The default for enums, recognisable as such.</summary>
[UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Where code cannot be made at run time, EnumContract does its work.")]
internal sealed class CamelCaseEnumConverter() : JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
