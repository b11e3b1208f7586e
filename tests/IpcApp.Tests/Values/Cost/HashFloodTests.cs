using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using IpcApp.Internal.Codec.Converters;

namespace IpcApp.Tests.Values.Cost;

/// <summary>Keys that a page chose so that they fall into one bucket are refused; any others are accepted. The comparer is the default.</summary>
public sealed class HashFloodTests
{
    private const string Problem = "argument 1 ('it'): " + HashChains.Problem + ".";
    internal const int Many = 20_000;

    /// <summary>The size of a table for so many keys.</summary>
    private static readonly int Size = new HashSet<int>().EnsureCapacity(Many);

    public readonly record struct Place(int X, int Y);

    public record Reading(double Value);

    public sealed class Numbers : HashSet<int>;

    /// <summary>Counts how often keys are compared: the time that a flood takes, without a clock.</summary>
    [SuppressMessage("Design", "CA1067", Justification = "The default comparer takes IEquatable.")]
    public sealed record Counted(double Value)
    {
        [ThreadStatic]
        private static int s_comparisons;

        public static int Comparisons
        {
            get => s_comparisons;
            set => s_comparisons = value;
        }

        public bool Equals(Counted? other)
        {
            s_comparisons++;
            return Value.Equals(other?.Value);
        }

        public override int GetHashCode() => Value.GetHashCode();
    }

    [Fact]
    public void Colliding_numbers_are_refused()
    {
        Assert.Single(Colliding().Select(value => value.GetHashCode()).Distinct());
        IsRefused<HashSet<double>>(new IpcSet(Colliding().Select(value => (IpcValue)value)));
        IsRefused<ISet<double>>(new IpcArray(Colliding().Select(value => (IpcValue)value)));
        IsRefused<HashSet<int>>(new IpcSet(Multiples()));
        IsRefused<HashSet<long>>(new IpcSet(Multiples()));
        IsRefused<HashSet<uint>>(new IpcSet(Multiples()));
        IsRefused<ImmutableHashSet<double>>(new IpcSet(Colliding().Select(value => (IpcValue)value)));
        IsRefused<IImmutableSet<double>>(new IpcArray(Colliding().Select(value => (IpcValue)value)));
        IsRefused<FrozenSet<double>>(new IpcSet(Colliding().Select(value => (IpcValue)value)));
    }

    [Fact]
    public void Colliding_keys_of_dictionaries_are_refused()
    {
        IsRefused<Dictionary<double, int>>(Map(Colliding().Select(value => (IpcValue)value)));
        IsRefused<Dictionary<long, int>>(Map(Multiples()));
        IsRefused<IReadOnlyDictionary<int, int>>(Map(Multiples()));
        IsRefused<ImmutableDictionary<double, int>>(Map(Colliding().Select(value => (IpcValue)value)));
        IsRefused<FrozenDictionary<int, int>>(Map(Multiples()));
        IsRefused<SortedDictionary<int, int>>(Map(Multiples()));
    }

    [Fact]
    public void Colliding_records_structs_and_guids_are_refused()
    {
        IsRefused<HashSet<Reading>>(new IpcArray(Colliding().Select(value => (IpcValue)new IpcObject { ["value"] = value })));
        IsRefused<HashSet<Place>>(new IpcArray(
            Enumerable.Range(0, Many).Select(i => (IpcValue)new IpcObject { ["x"] = i, ["y"] = unchecked(1521134295 * i) })));
        IsRefused<HashSet<Guid>>(new IpcArray(
            Enumerable.Range(0, Many).Select(i => (IpcValue)new Guid(i, (short)0, 0, [.. BitConverter.GetBytes(i), 0, 0, 0, 0]).ToString())));
    }

    [Theory]
    [InlineData(17_519)]
    [InlineData(36_353)]
    public void Tables_of_other_classes_are_looked_at_as_they_grow(int size)
    {
        var keys = Enumerable.Range(0, Many).Select(i => (IpcValue)((double)i * size)).ToList();
        IsRefused<Numbers>(new IpcArray(keys));
        IsRefused<ConcurrentDictionary<int, int>>(Map(keys));
    }

    [Fact]
    public void A_flood_is_refused_before_it_costs()
    {
        Counted.Comparisons = 0;
        IsRefused<HashSet<Counted>>(new IpcArray(Colliding().Select(value => (IpcValue)new IpcObject { ["value"] = value })));
        Assert.InRange(Counted.Comparisons, 0, 257 * 257); // without a limit 200 million
    }

    [Fact]
    public void Elements_that_are_there_twice_make_no_chain()
        => Assert.Equal([7, 8], Codec.Bind<HashSet<int>>(new IpcArray(Enumerable.Repeat<IpcValue>(7, 10_000).Append(8)))!);

    [Fact]
    public void Keys_that_nobody_chose_are_accepted()
    {
        var random = new Random(1);
        for (var factor = 1; factor <= 1 << 20; factor <<= 4)
        {
            var keys = new IpcArray(Enumerable.Range(0, 100_000).Select(i => (IpcValue)((double)i * factor)));
            Assert.Equal(100_000, Codec.Bind<HashSet<double>>(keys)!.Count);
            Assert.Equal(100_000, Codec.Bind<HashSet<long>>(keys)!.Count);
            Assert.Equal(100_000, Codec.Bind<Dictionary<long, int>>(Map(keys))!.Count);
        }

        var numbers = Enumerable.Range(0, 100_000).Select(_ => random.NextDouble()).ToArray();
        Assert.Equal(numbers.Distinct().Count(), Codec.Bind<HashSet<double>>(new IpcArray(numbers.Select(value => (IpcValue)value)))!.Count);
        Assert.Equal(50_000, Codec.Bind<Numbers>(new IpcArray(Enumerable.Range(0, 50_000).Select(i => (IpcValue)(i * 8))))!.Count);
        Assert.Equal(100_000, Codec.Bind<HashSet<Guid>>(
            new IpcArray(Enumerable.Range(0, 100_000).Select(_ => (IpcValue)Guid.NewGuid().ToString())))!.Count);
    }

    [Fact]
    public void A_set_that_sorts_takes_any_keys()
        => Assert.Equal(Many, Codec.Bind<SortedSet<double>>(new IpcArray(Colliding().Select(value => (IpcValue)value)))!.Count);

    [Fact]
    public void Maps_with_bigints_for_keys_are_spread_by_a_seed()
    {
        var chains = Multiples().Select(key => (uint)new IpcBigInt((BigInteger)key.AsDouble()).GetHashCode() % (uint)Size);
        Assert.InRange(chains.CountBy(bucket => bucket).Max(chain => chain.Value), 1, 50);
    }

    /// <summary>Doubles whose halves are the same, so that .NET's hash of each is nothing.</summary>
    internal static IEnumerable<double> Colliding()
        => Enumerable.Range(0x10000, Many).Select(half => BitConverter.Int64BitsToDouble(((long)half << 32) | (uint)half));

    /// <summary>Whole numbers that are nothing modulo the size of the table that holds them.</summary>
    internal static IEnumerable<IpcValue> Multiples() => Enumerable.Range(0, Many).Select(i => (IpcValue)((double)i * Size));

    private static IpcMap Map(IEnumerable<IpcValue> keys)
    {
        var map = new IpcMap();
        foreach (var key in keys)
        {
            map[key] = 1;
        }

        return map;
    }

    private static void IsRefused<T>(IpcValue value)
    {
        Assert.Equal(Problem, Assert.Throws<IpcBindingException>(() => Codec.Bind<T>(value)).Message);

        var payload = Codec.Write(new IpcArray { value });
        Assert.Null(Codec.Serializer.TryReadArguments(payload, [IpcApp.Infrastructure.IpcParameter.Of<T>("it", isRequired: true)], out _));
    }
}
