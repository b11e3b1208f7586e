using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;

namespace IpcApp.Testing.Internal.Hostile;

/// <summary>What a page sends for a member, and what is lost without a word, since the contract of the type does not take it.</summary>
internal static class MemberLoss
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>A type that holds something, but has no member that crosses; null if nothing is wrong.</summary>
    public static string? OfType(JsonTypeInfo info)
        => info.Properties.Count == 0 && info.PolymorphismOptions is null && HasState(info.Type)
            ? $"is a {info.Type.Name}, of which no member crosses"
            : null;

    /// <summary>
    /// A member that is sent to pages, and that a page sent back, but that is its type's default now: a property without a setter, or with one
    /// that the contract cannot use. What is computed from other members holds nothing itself.
    /// </summary>
    public static string? OfMember(JsonPropertyInfo property, IpcValue sent, object bound)
        => IsKept(property) && HasContent(sent) && IsDefault(property.Get!(bound))
            ? $"has a member '{property.Name}' that is empty, although the page sent {sent}: it has no setter or parameter that can be used"
            : null;

    /// <summary>Whether the value of a member is kept in the object although no page can set it.</summary>
    public static bool IsKept(JsonPropertyInfo property)
        => property is { Get: not null, IsExtensionData: false, AttributeProvider: PropertyInfo { DeclaringType: { } type } }
            && type.GetField($"<{((PropertyInfo)property.AttributeProvider).Name}>k__BackingField", Declared) is not null;

    private static bool HasState(Type? type)
    {
        for (var current = type; current is not null && current != typeof(object) && current != typeof(ValueType); current = current.BaseType)
        {
            if (current.GetFields(Declared).Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasContent(IpcValue sent) => sent switch
    {
        IpcArray array => array.Length > 0,
        IpcObject properties => properties.Count > 0,
        IpcMap map => map.Count > 0,
        IpcSet set => set.Count > 0,
        IpcNumber number => number.Value != 0,
        IpcBigInt big => !big.Value.IsZero,
        IpcBoolean boolean => boolean.Value,
        IpcString text => text.Value.Length > 0,
        _ => !sent.IsNullOrUndefined,
    };

    private static bool IsDefault(object? bound) => bound switch
    {
        null => true,
        string text => text.Length == 0,
        IEnumerable elements => !elements.Cast<object?>().Any(),
        ValueType value => value.Equals(RuntimeHelpers.GetUninitializedObject(value.GetType())),
        _ => false,
    };
}
