using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace IpcApp.Tests.Values;

public sealed class CollectionConversionTests
{
    private static readonly IpcArray OneTwo = [1, 2];

    [Fact]
    public void Sequences_are_arrays()
    {
        Sequence<int[]>([1, 2]);
        Sequence<List<int>>([1, 2]);
        Sequence<IEnumerable<int>>([1, 2]);
        Sequence<IReadOnlyList<int>>([1, 2]);
        Sequence<IReadOnlyCollection<int>>([1, 2]);
        Sequence<IList<int>>([1, 2]);
        Sequence<ICollection<int>>([1, 2]);
        Sequence<ImmutableArray<int>>([1, 2]);
        Sequence<ImmutableList<int>>([1, 2]);
        Sequence<IImmutableList<int>>([1, 2]);
        Sequence<LinkedList<int>>(new LinkedList<int>([1, 2]));
        Sequence<Queue<int>>(new Queue<int>([1, 2]));
        Sequence<ConcurrentQueue<int>>(new ConcurrentQueue<int>([1, 2]));
        Sequence<Collection<int>>([1, 2]);
        Sequence<ReadOnlyCollection<int>>(new ReadOnlyCollection<int>([1, 2]));
        Sequence<ObservableCollection<int>>([1, 2]);
        Assert.True(IpcValue.DeepEquals(OneTwo, Codec.Serializer.ToIpcValue(Enumerable.Range(1, 2).Where(i => i > 0))));
        Assert.True(IpcValue.DeepEquals(OneTwo, Codec.Serializer.ToIpcValue<IEnumerable>(new ArrayList { 1, 2 })));
        Assert.Equal([1, 2], Codec.Bind<double[]>(OneTwo)!);
    }

    [Fact]
    public void Sets_are_sets_and_arrays_are_accepted()
    {
        Set<HashSet<int>>([1, 2]);
        Set<ISet<int>>(new HashSet<int> { 1, 2 });
        Set<IReadOnlySet<int>>(new HashSet<int> { 1, 2 });
        Set<SortedSet<int>>([1, 2]);
        Set<ImmutableHashSet<int>>([1, 2]);
        Set<FrozenSet<int>>([1, 2]);
        LeafConversionTests.AssertRefused<HashSet<int>>(5, "expected a Set, an array or an Int32Array, got number 5.");
        LeafConversionTests.AssertRefused<List<int>>(new IpcSet { 1 }, "expected an array or an Int32Array, got a Set.");
    }

    [Fact]
    public void Dictionaries_with_string_keys_are_objects_and_maps_are_accepted()
    {
        Dictionary<Dictionary<string, int>>(new() { ["b"] = 1, ["a"] = 2 });
        Dictionary<IDictionary<string, int>>(new Dictionary<string, int> { ["b"] = 1, ["a"] = 2 });
        Dictionary<IReadOnlyDictionary<string, int>>(new Dictionary<string, int> { ["b"] = 1, ["a"] = 2 });
        Dictionary<SortedDictionary<string, int>>(new() { ["b"] = 1, ["a"] = 2 });
        Dictionary<ConcurrentDictionary<string, int>>(new([new("b", 1), new("a", 2)]));
        Dictionary<ReadOnlyDictionary<string, int>>(new(new Dictionary<string, int> { ["b"] = 1, ["a"] = 2 }));
        Dictionary<ImmutableDictionary<string, int>>(ImmutableDictionary.CreateRange<string, int>([new("b", 1), new("a", 2)]));
        Dictionary<ImmutableSortedDictionary<string, int>>(ImmutableSortedDictionary.CreateRange<string, int>([new("b", 1), new("a", 2)]));
        Dictionary<FrozenDictionary<string, int>>(new Dictionary<string, int> { ["b"] = 1, ["a"] = 2 }.ToFrozenDictionary());
        LeafConversionTests.AssertRefused<Dictionary<string, int>>(new IpcMap { [1] = 1 }, "expected string keys, got the key number 1.");
        LeafConversionTests.AssertRefused<Dictionary<string, int>>(new IpcObject { ["a b"] = "x" }, "at $['a b']: expected a whole number");
    }

    [Fact]
    public void Names_of_object_prototypes_are_ordinary_keys()
    {
        var names = new Dictionary<string, int> { ["__proto__"] = 1, ["constructor"] = 2, ["hasOwnProperty"] = 3 };
        Assert.Equal(names, Codec.Bind<Dictionary<string, int>>(Codec.Serializer.ToIpcValue(names)));
    }

    [Fact]
    public void Dictionaries_with_other_keys_are_maps()
    {
        var byNumber = new Dictionary<int, string> { [2] = "two", [1] = "one" };
        var map = Codec.Serializer.ToIpcValue(byNumber);
        Assert.True(IpcValue.DeepEquals(new IpcMap { [2] = "two", [1] = "one" }, map));
        Assert.Equal(byNumber, Codec.Bind<Dictionary<int, string>>(map));
        Assert.Equal(byNumber, Codec.Bind<IReadOnlyDictionary<int, string>>(map));
        Assert.Equal(byNumber, Codec.Bind<ImmutableDictionary<int, string>>(map));
        LeafConversionTests.AssertRefused<Dictionary<long, int>>(new IpcMap { [1] = 1, [1L] = 2 }, "the key bigint 1n is there twice.");
        LeafConversionTests.AssertRefused<Dictionary<Uri, int>>(new IpcMap { [IpcValue.Null] = 1 }, "the key null is no key.");
    }

    [Fact]
    public void Holes_and_undefined_are_null_or_refused()
    {
        var array = new IpcArray { [0] = 1, [2] = IpcValue.Undefined, Length = 4 };
        Assert.Equal([1, null, null, null], Codec.Bind<int?[]>(array)!);
        LeafConversionTests.AssertRefused<int[]>(array, "at $[1]: expected a whole number from -2147483648 to 2147483647, got undefined.");
        LeafConversionTests.AssertRefused<int?[]>(new IpcArray { Length = uint.MaxValue }, "the array has too many holes.");
    }

    [Fact]
    public void Types_that_nothing_can_be_made_into_can_still_be_sent()
    {
        LeafConversionTests.AssertRefused<IQueryable<int>>(OneTwo, "the handler declares a type that nothing can be bound to.");
        LeafConversionTests.AssertRefused<ArrayList>(OneTwo, "the handler declares a type that nothing can be bound to.");
        Assert.True(IpcValue.DeepEquals(OneTwo, Codec.Serializer.ToIpcValue(new[] { 1, 2 }.AsQueryable())));
    }

    [Fact]
    public void Collections_nest()
    {
        var value = new Dictionary<string, List<HashSet<int>[]>> { ["x"] = [[[1], [2, 3]], []] };
        var back = Codec.Bind<Dictionary<string, List<HashSet<int>[]>>>(Codec.Read(Codec.WriteTyped(value)))!;
        Assert.Equal([2, 3], back["x"][0][1]);
        Assert.Empty(back["x"][1]);
    }

    private static void Sequence<T>(T value)
        where T : IEnumerable<int>
    {
        Assert.True(IpcValue.DeepEquals(OneTwo, Codec.Serializer.ToIpcValue(value)));
        Assert.Equal([1, 2], Codec.Bind<T>(OneTwo)!);
    }

    private static void Set<T>(T value)
        where T : IEnumerable<int>
    {
        Assert.Equal([1, 2], ((IpcSet)Codec.Serializer.ToIpcValue(value)).Select(element => element.AsInt32()).Order());
        Assert.Equal([1, 2], Codec.Bind<T>(new IpcSet { 1, 2, 2 })!.Order());
        Assert.Equal([1, 2], Codec.Bind<T>(OneTwo)!.Order());
    }

    private static void Dictionary<T>(T value)
        where T : IEnumerable<KeyValuePair<string, int>>
    {
        var expected = new IpcObject { ["a"] = 2, ["b"] = 1 };
        Assert.True(IpcValue.DeepEquals(expected, Codec.Serializer.ToIpcValue(value)));
        Assert.Equal(["a2", "b1"], Codec.Bind<T>(expected)!.Select(entry => entry.Key + entry.Value).Order());
        Assert.Equal(["a2", "b1"], Codec.Bind<T>(new IpcMap { ["a"] = 2, ["b"] = 1 })!.Select(entry => entry.Key + entry.Value).Order());
    }
}
