using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>How a collection type is made of what was read; null for types that can only be sent.</summary>
[RequiresUnreferencedCode(Reflected.Reason)]
[RequiresDynamicCode(Reflected.Reason)]
internal static class CollectionBuilder
{
    private delegate TCollection FromSpan<TCollection, TElement>(ReadOnlySpan<TElement> elements);

    public static Func<List<TElement>, TCollection>? ForSequence<TCollection, TElement>()
    {
        var type = typeof(TCollection);
        if (type.IsArray)
        {
            return type.IsSZArray ? elements => (TCollection)(object)elements.ToArray() : null;
        }

        if (type.IsAssignableFrom(typeof(List<TElement>)))
        {
            return elements => (TCollection)(object)elements;
        }

        if (type.IsAssignableFrom(typeof(HashSet<TElement>)))
        {
            return elements => (TCollection)(object)new HashSet<TElement>(elements);
        }

        return FromAttribute<TCollection, TElement>()
            ?? FromAdd<List<TElement>, TElement, TCollection>()
            ?? FromConstructor<List<TElement>, TCollection>();
    }

    public static Func<Dictionary<TKey, TValue>, TDictionary>? ForDictionary<TDictionary, TKey, TValue>()
        where TKey : notnull
    {
        var type = typeof(TDictionary);
        if (type.IsAssignableFrom(typeof(Dictionary<TKey, TValue>)))
        {
            return entries => (TDictionary)(object)entries;
        }

        if (type.IsAssignableFrom(typeof(ImmutableDictionary<TKey, TValue>)))
        {
            return entries => (TDictionary)(object)entries.ToImmutableDictionary();
        }

        if (type == typeof(ImmutableSortedDictionary<TKey, TValue>))
        {
            return entries => (TDictionary)(object)entries.ToImmutableSortedDictionary();
        }

        if (type == typeof(FrozenDictionary<TKey, TValue>))
        {
            return entries => (TDictionary)(object)entries.ToFrozenDictionary();
        }

        return FromAdd<Dictionary<TKey, TValue>, KeyValuePair<TKey, TValue>, TDictionary>()
            ?? FromConstructor<Dictionary<TKey, TValue>, TDictionary>();
    }

    /// <summary>The way that collection expressions use, which the immutable collections offer.</summary>
    private static Func<List<TElement>, TCollection>? FromAttribute<TCollection, TElement>()
    {
        if (typeof(TCollection).GetCustomAttribute<CollectionBuilderAttribute>() is not { } attribute)
        {
            return null;
        }

        var create = attribute.BuilderType.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.Name == attribute.MethodName && method.GetParameters().Length == 1)
            .Select(method => method.IsGenericMethodDefinition
                ? method.MakeGenericMethod(typeof(TCollection).GetGenericArguments())
                : method)
            .FirstOrDefault(method => method.GetParameters()[0].ParameterType == typeof(ReadOnlySpan<TElement>))
            ?.CreateDelegate<FromSpan<TCollection, TElement>>();
        return create is null ? null : elements => create(CollectionsMarshal.AsSpan(elements));
    }

    private static Func<TSource, TCollection>? FromAdd<TSource, TItem, TCollection>()
        where TSource : IEnumerable<TItem>
    {
        var type = typeof(TCollection);
        if (type.IsAbstract || !typeof(ICollection<TItem>).IsAssignableFrom(type) || type.GetConstructor(Type.EmptyTypes) is null)
        {
            return null;
        }

        return source =>
        {
            var result = (ICollection<TItem>)Activator.CreateInstance<TCollection>()!;
            foreach (var item in source)
            {
                result.Add(item);
            }

            return (TCollection)result;
        };
    }

    private static Func<TSource, TCollection>? FromConstructor<TSource, TCollection>()
    {
        var constructor = typeof(TCollection).IsAbstract ? null : Array.Find(
            typeof(TCollection).GetConstructors(),
            candidate => candidate.GetParameters() is [{ ParameterType: var parameter }] && parameter.IsAssignableFrom(typeof(TSource))
                && parameter != typeof(object));
        return constructor is null ? null : source => (TCollection)constructor.Invoke([source]);
    }
}
