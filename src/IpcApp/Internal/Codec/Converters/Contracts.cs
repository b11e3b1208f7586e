using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>Which System.Text.Json contracts can be followed member by member.</summary>
internal static class Contracts
{
    /// <summary>
    /// False where a contract hides what it does: converters, objects filled in place, initializers that only generated code can call.
    /// </summary>
    public static bool CanWalk(JsonTypeInfo info)
        => IsPlain(info)
            && (info.PolymorphismOptions?.DerivedTypes ?? []).All(derived => IsPlain(info.Options.GetTypeInfo(derived.DerivedType)));

    private static bool IsPlain(JsonTypeInfo info) => info.Kind == JsonTypeInfoKind.Object
        && info.Converter.GetType().Assembly == typeof(JsonSerializer).Assembly
        && info.NumberHandling is null or JsonNumberHandling.Strict
        && info.PreferredPropertyObjectCreationHandling != JsonObjectCreationHandling.Populate
        && info.Options.PreferredObjectCreationHandling != JsonObjectCreationHandling.Populate
        && info.Properties.All(IsPlain);

    private static bool IsPlain(JsonPropertyInfo property)
        => property.ObjectCreationHandling != JsonObjectCreationHandling.Populate
            && property.AssociatedParameter is not { IsMemberInitializer: true }
            && !(property.IsExtensionData && typeof(JsonNode).IsAssignableFrom(property.PropertyType));
}
