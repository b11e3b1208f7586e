using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>
/// Puts keys that a page chose into hash tables without letting it make them slow. .NET's hash codes of numbers, of structs and records of
/// them, and of <see cref="Guid"/> can be worked out, so a page can choose keys that all fall into one bucket, where each insertion compares
/// with all keys before it. Keys are counted by bucket as they are inserted, and too long a chain is refused.
/// </summary>
internal static class HashChains
{
    /// <summary>The most keys in one bucket. Keys by chance stay below ten.</summary>
    public const int Longest = 256;

    public const string Problem = "more than 256 keys of the collection fall into one bucket of its hash table, which makes it slow; "
        + "declare the keys as string, whose hash codes a page cannot predict";

    /// <summary>Sets and dictionaries without a hash table.</summary>
    public static IReadOnlyList<Type> Sorted { get; } =
    [
        typeof(SortedSet<>), typeof(ImmutableSortedSet<>), typeof(SortedDictionary<,>), typeof(ImmutableSortedDictionary<,>), typeof(SortedList<,>),
    ];

    /// <summary>
    /// The sizes that .NET's hash tables grow to, as each of them picks its next size from these primes. A table of a class that is not known
    /// is checked for each.
    /// </summary>
    private static readonly int[] Sizes =
    [
        293, 353, 431, 521, 631, 761, 919, 1103, 1327, 1597, 1931, 2333, 2801, 3371, 4049, 4861, 5839, 7013, 8419, 10103, 12143, 14591, 17519,
        21023, 25229, 30293, 36353, 43627, 52361, 62851, 75431, 90523, 108631, 130363, 156437, 187751, 225307, 270371, 324449, 389357, 467237,
        560689, 672827, 807403, 968897, 1162687, 1395263, 1674319, 2009191, 2411033, 2893249, 3471899, 4166287, 4999559, 5999471, 7199369,
    ];

    /// <summary>Whether a set of these elements does without hash codes, or has such that a page cannot work out.</summary>
    /// <typeparam name="TCollection">A set.</typeparam>
    /// <typeparam name="TKey">Its elements.</typeparam>
    public static bool IsSafe<TCollection, TKey>()
        => typeof(TKey) == typeof(string) || IsA<TCollection>(typeof(SortedSet<>)) || IsA<TCollection>(typeof(ImmutableSortedSet<>));

    /// <summary>Whether it is the interface of immutable sets, which is no <see cref="ISet{T}"/>.</summary>
    public static bool IsImmutableSet<TCollection>() => IsA<TCollection>(typeof(IImmutableSet<>));

    /// <summary>
    /// Whether a collection is made by way of tables of the same size as the ones that have been checked, or by whole hash codes.
    /// </summary>
    public static bool IsKnown<TCollection>()
        => IsA<TCollection>(typeof(HashSet<>)) || IsA<TCollection>(typeof(FrozenSet<>)) || IsA<TCollection>(typeof(ImmutableHashSet<>))
            || IsA<TCollection>(typeof(Dictionary<,>)) || IsA<TCollection>(typeof(FrozenDictionary<,>))
            || IsA<TCollection>(typeof(ImmutableDictionary<,>)) || IsA<TCollection>(typeof(SortedDictionary<,>))
            || IsA<TCollection>(typeof(ImmutableSortedDictionary<,>)) || IsA<TCollection>(typeof(SortedList<,>))
            || typeof(TCollection).IsInterface;

    /// <summary>Fills an empty set. False if a chain gets too long; the set is worth nothing then.</summary>
    /// <param name="set">The set.</param>
    /// <param name="keys">Its elements, which are read once and, if a chain gets too long, not to the end.</param>
    /// <param name="count">How many they are at most.</param>
    public static bool TryFill<TKey>(HashSet<TKey> set, IEnumerable<TKey> keys, int count)
    {
        var size = set.EnsureCapacity(count);
        if (count <= Longest)
        {
            set.UnionWith(keys);
            return true;
        }

        var chains = ArrayPool<ushort>.Shared.Rent(size);
        chains.AsSpan(0, size).Clear();
        var fits = true;
        foreach (var key in keys)
        {
            // What is there already makes no chain longer.
            fits = !set.Add(key) || ++chains[Bucket(key, size)] <= Longest;
            if (!fits)
            {
                break;
            }
        }

        ArrayPool<ushort>.Shared.Return(chains);
        return fits;
    }

    /// <summary>Whether a table that starts small and grows as it likes would keep its chains short. The keys are different ones.</summary>
    public static bool SuitEveryTable<TKey>(IReadOnlyCollection<TKey> keys)
    {
        if (keys.Count <= Longest)
        {
            return true;
        }

        var hashes = keys.Select(Hash).ToArray();
        return Sizes.TakeWhile(size => size <= 4L * hashes.Length).All(size => SuitTable(hashes, size));
    }

    public static uint Bucket<TKey>(TKey key, int size) => Hash(key) % (uint)size;

    private static uint Hash<TKey>(TKey key) => key is null ? 0 : (uint)EqualityComparer<TKey>.Default.GetHashCode(key);

    /// <summary>A table of this size has grown before it holds twice as many keys.</summary>
    private static bool SuitTable(uint[] hashes, int size)
    {
        var chains = ArrayPool<ushort>.Shared.Rent(size);
        chains.AsSpan(0, size).Clear();
        var suits = true;
        for (var i = 0; i < hashes.Length && i < 2L * size && suits; i++)
        {
            suits = ++chains[hashes[i] % (uint)size] <= Longest;
        }

        ArrayPool<ushort>.Shared.Return(chains);
        return suits;
    }

    private static bool IsA<T>(Type definition) => typeof(T).IsGenericType && typeof(T).GetGenericTypeDefinition() == definition;
}

/// <summary>A dictionary that is filled with the keys of a page, as <see cref="HashChains"/> says.</summary>
internal struct KeyedEntries<TKey, TValue>
    where TKey : notnull
{
    private readonly ushort[]? _chains;

    /// <param name="count">How many entries come. The table does not grow, so its size is known while it fills.</param>
    public KeyedEntries(int count)
    {
        Entries = [];
        var size = Entries.EnsureCapacity(count);
        _chains = count > HashChains.Longest ? new ushort[size] : null;
    }

    public Dictionary<TKey, TValue> Entries { get; }

    /// <summary>Whether a chain has got too long: no key is accepted any more.</summary>
    public bool IsFlooded { get; private set; }

    /// <summary>Adds an entry; false if its key is there already, or if a chain gets too long.</summary>
    public bool TryAdd(TKey key, TValue value)
    {
        IsFlooded |= _chains is not null && ++_chains[HashChains.Bucket(key, _chains.Length)] > HashChains.Longest;
        return !IsFlooded && Entries.TryAdd(key, value);
    }
}
