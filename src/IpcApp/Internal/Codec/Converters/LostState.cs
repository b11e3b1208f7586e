using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>
/// What values lose by their System.Text.Json contract. For the types of an app the analyzers tell it while it is built; here it is found out for
/// types that are known at run time only.
/// </summary>
[RequiresUnreferencedCode(Reflected.Reason)]
[RequiresDynamicCode(Reflected.Reason)]
internal static class LostState
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Whether values would cross as <c>{}</c> although they hold something.</summary>
    public static bool HasOnlyFields(JsonTypeInfo info)
        => info.Properties.Count == 0 && info.PolymorphismOptions is null && FieldsOf(info.Type).Any(field => !IsIgnored(field));

    /// <summary>Whether a member is sent, holds what was put there, and keeps its default when a page sends it.</summary>
    public static bool IsNotReadBack(JsonPropertyInfo property)
        => property is { Get: not null, Set: null, AssociatedParameter: null, IsExtensionData: false }
            && property.AttributeProvider switch
            {
                PropertyInfo member => member.SetMethod is not null || BackingFieldOf(member) is not null,
                FieldInfo => true,
                _ => false,
            };

    private static IEnumerable<FieldInfo> FieldsOf(Type type)
    {
        for (var current = type; current is not null && current != typeof(object) && current != typeof(ValueType); current = current.BaseType)
        {
            foreach (var field in current.GetFields(Own))
            {
                yield return field;
            }
        }
    }

    // What [JsonIgnore] excludes is meant to stay.
    private static bool IsIgnored(FieldInfo field)
        => field.IsDefined(typeof(JsonIgnoreAttribute)) || field.DeclaringType!.GetProperties(Own)
            .Any(property => property.IsDefined(typeof(JsonIgnoreAttribute)) && BackingFieldOf(property) == field);

    private static FieldInfo? BackingFieldOf(PropertyInfo property)
        => property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", Own);
}
