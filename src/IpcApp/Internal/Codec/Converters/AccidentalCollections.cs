using System.Collections;
using System.Collections.Specialized;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>Types that can be enumerated, but whose elements are not what they hold: as arrays they would lose it without a word.</summary>
[RequiresUnreferencedCode(Reflected.Reason)]
[RequiresDynamicCode(Reflected.Reason)]
internal static class AccidentalCollections
{
    private static readonly Type[] Groups = [typeof(IGrouping<,>), typeof(ILookup<,>)];

    /// <summary>Why a type cannot cross, and what to send instead; null for a type that is no such collection.</summary>
    public static string? Reason(Type type)
        => !typeof(IEnumerable).IsAssignableFrom(type) ? null
            : type.GetInterfaces().Prepend(type).Any(i => i.IsGenericType && Groups.Contains(i.GetGenericTypeDefinition()))
                ? "the elements of a group do not have its key; send a dictionary: groups.ToDictionary(group => group.Key, group => group.ToList())"
            : typeof(NameObjectCollectionBase).IsAssignableFrom(type) ? "its elements are names without values; send a dictionary"
            : DerivesFromXml(type) ? "its elements do not have its text and attributes; send its OuterXml"
            : IsSequenceOfItself(type) ? "each of its elements is a sequence of such elements, so that no value would cross; send its text"
            : null;

    /// <summary>Such as a JSON or XML model of another library, where a leaf is a sequence too, and an empty one.</summary>
    private static bool IsSequenceOfItself(Type type)
        => CollectionShape.Find(type) is { Key: null, Element: { } element } && element != typeof(object) && element.IsAssignableFrom(type)
            && type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Any(IsOwn);

    /// <summary>Whether a property holds something, and is none that a collection of .NET has.</summary>
    private static bool IsOwn(PropertyInfo property)
        => property.CanRead && property.GetIndexParameters().Length == 0 && property.Name is not ("Count" or "IsReadOnly")
            && property.DeclaringType?.Assembly != typeof(object).Assembly
            && property.DeclaringType?.Namespace?.StartsWith("System.", StringComparison.Ordinal) != true;

    // By name, so that nothing is loaded where there is no XML.
    private static bool DerivesFromXml(Type? type)
    {
        while (type is not null && type.FullName is not ("System.Xml.XmlNode" or "System.Xml.XmlNodeList" or "System.Xml.XmlNamedNodeMap"))
        {
            type = type.BaseType;
        }

        return type is not null;
    }
}
