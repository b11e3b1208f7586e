using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>What kind of collection a type is.</summary>
/// <param name="Key">The type of a dictionary's keys; null for other collections.</param>
/// <param name="Element">The type of elements or values; null for what is no collection.</param>
/// <param name="IsSet">Whether it is a set.</param>
/// <param name="IsUntyped">Whether it is a sequence without an element type, such as ArrayList.</param>
internal readonly record struct CollectionShape(Type? Key, Type? Element, bool IsSet = false, bool IsUntyped = false)
{
    [RequiresUnreferencedCode(Reflected.Reason)]
    public static CollectionShape Find(Type type)
    {
        if ((FindInterface(type, typeof(IDictionary<,>)) ?? FindInterface(type, typeof(IReadOnlyDictionary<,>))) is [var key, var value])
        {
            return new(key, value);
        }

        if (FindInterface(type, typeof(IEnumerable<>)) is [var element])
        {
            var isSet = (FindInterface(type, typeof(ISet<>)) ?? FindInterface(type, typeof(IReadOnlySet<>))) is not null;
            return new(null, element, isSet);
        }

        return new(null, null, IsUntyped: typeof(IEnumerable).IsAssignableFrom(type));
    }

    /// <summary>The type of the elements of memory; null for every other type.</summary>
    public static Type? MemoryOf(Type type)
        => type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Memory<>) || type.GetGenericTypeDefinition() == typeof(ReadOnlyMemory<>))
            ? type.GetGenericArguments()[0]
            : null;

    [RequiresUnreferencedCode(Reflected.Reason)]
    private static Type[]? FindInterface(Type type, Type definition)
        => type.GetInterfaces().Prepend(type)
            .FirstOrDefault(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == definition)
            ?.GetGenericArguments();
}
