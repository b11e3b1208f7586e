using System.Text.Json.Serialization.Metadata;

namespace IpcApp.Testing.Internal.Faking;

/// <summary>What a contract says of a member, in the words of the binding.</summary>
internal static class ContractMembers
{
    public static bool ComesFromPages(JsonPropertyInfo property)
        => !property.IsExtensionData && (property.Set is not null || property.AssociatedParameter is not null);

    public static bool AllowsNull(JsonPropertyInfo property)
        => property.PropertyType.IsValueType
            ? Nullable.GetUnderlyingType(property.PropertyType) is not null
            : property.AssociatedParameter?.IsNullable ?? property.IsSetNullable;

    /// <summary><c>required</c> members, and constructor parameters that are neither nullable nor optional.</summary>
    public static bool IsRequired(JsonPropertyInfo property)
        => property.IsRequired
            || (property.AssociatedParameter is { HasDefaultValue: false }
                && (property.Options.RespectRequiredConstructorParameters || !AllowsNull(property)));
}
