using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;
using IpcApp.Internal.Codec.Converters;

namespace IpcApp.Tests.Values;

/// <summary>A plain object is a dictionary whose keys are the names of its properties, if these say which key is meant.</summary>
public sealed class DictionaryKeyTests
{
    private static readonly Guid Id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");

    [Fact]
    public void Names_are_read_as_keys()
    {
        Reads<sbyte>("-5", -5);
        Reads<byte>("255", 255);
        Reads<int>("-2147483648", int.MinValue);
        Reads<uint>("4294967295", uint.MaxValue);
        Reads<long>("9223372036854775807", long.MaxValue);
        Reads<ulong>("0", 0UL);
        Reads("-170141183460469231731687303715884105728", Int128.MinValue);
        Reads("100000000000000000000000000000000000000000", BigInteger.Pow(10, 41));
        Reads("1e+21", 1e21);
        Reads("-0.5", -0.5);
        Reads("NaN", double.NaN);
        Reads("Infinity", float.PositiveInfinity);
        Reads("1.50", 1.50m);
        Reads("true", true);
        Reads("x", 'x');
        Reads(Id.ToString(), Id);
        Reads("friday", DayOfWeek.Friday);
        Reads("read, write", EnumConversionTests.Rights.Read | EnumConversionTests.Rights.Write);
        Reads("2024-02-29", new DateOnly(2024, 2, 29));
        Reads("10:30", new TimeOnly(10, 30));
        Reads("00:01:30", TimeSpan.FromSeconds(90));
        Reads("https://example.test/", new Uri("https://example.test/"));
    }

    [Fact]
    public void Names_that_are_no_keys_are_refused()
    {
        foreach (var name in (string[])["x", "", " 1", "1 ", "+1", "01", "1.0", "-0", "1e3", "0x10", "1n", "256", "NaN", "\u0661"])
        {
            Refused<byte>(name, "expected a whole number from 0 to 255 as the key, got string ");
        }

        Refused<double>("1.0", "expected a number as the key, got string '1.0'.");
        Refused<double>("1e21", "as the key, got string '1e21'.");
        Refused<bool>("True", "expected a boolean as the key, got string 'True'.");
        Refused<Guid>(Id.ToString("N"), "expected a UUID string as the key");
        Refused<DayOfWeek>("Friday", "as the key, got string 'Friday'.");
        Refused<DayOfWeek>("5", "as the key, got string '5'.");
        Refused<BigInteger>(new string('1', 5_000), "expected a bigint or whole number as the key, got string '1111");
        LeafConversionTests.AssertRefused<Dictionary<Guid, int>>(
            new IpcObject { [Id.ToString()] = 1, [Id.ToString().ToUpperInvariant()] = 2 }, "is there twice.");
        LeafConversionTests.AssertRefused<Dictionary<float, int>>(
            new IpcObject { ["0.1"] = 1, ["0.10000000149011612"] = 2 }, "the key string '0.10000000149011612' is there twice.");
        LeafConversionTests.AssertRefused<Dictionary<int, int>>(new IpcObject { ["5"] = "x" }, "at $.5: expected a whole number");
    }

    [Fact]
    public void Keys_without_an_unambiguous_text_need_a_Map()
    {
        LeafConversionTests.AssertRefused<Dictionary<DateTime, int>>(new IpcObject(), "expected a Map, got an object.");
        LeafConversionTests.AssertRefused<Dictionary<object, int>>(new IpcObject(), "expected a Map, got an object.");
        LeafConversionTests.AssertRefused<Dictionary<IpcValue, int>>(new IpcObject(), "expected a Map, got an object.");
        LeafConversionTests.AssertRefused<Dictionary<KeyValuePair<int, int>, int>>(new IpcObject(), "expected a Map, got an object.");
        LeafConversionTests.AssertRefused<Dictionary<int, int>>(new IpcArray(), "expected a Map or an object, got an array.");
    }

    [Fact]
    public void All_kinds_of_dictionaries_are_made_and_all_are_written_as_Map()
    {
        Made<IReadOnlyDictionary<int, string>>();
        Made<SortedDictionary<int, string>>();
        Made<ImmutableDictionary<int, string>>();
        Made<FrozenDictionary<int, string>>();
        Assert.Equal("a", Codec.Bind<Dictionary<int, Dictionary<Guid, string>>>(
            new IpcObject { ["1"] = new IpcObject { [Id.ToString()] = "a" } })![1][Id]);
    }

    [Fact]
    public void Keys_that_were_chosen_to_make_a_hash_table_slow_are_refused()
    {
        var size = new HashSet<int>().EnsureCapacity(1_000);
        var keys = new IpcObject();
        for (var i = 0; i < 1_000; i++)
        {
            keys[$"{(long)i * size}"] = i;
        }

        LeafConversionTests.AssertRefused<Dictionary<long, int>>(keys, $"{HashChains.Problem}.");
    }

    private static void Made<T>()
        where T : IEnumerable<KeyValuePair<int, string>>
    {
        var made = Codec.Bind<T>(new IpcObject { ["2"] = "b", ["1"] = "a" })!;
        Assert.Equal(["1a", "2b"], made.Select(entry => entry.Key + entry.Value).Order());
        Assert.IsType<IpcMap>(Codec.Serializer.ToIpcValue(made));
    }

    private static void Reads<T>(string name, T key)
        where T : notnull
        => Assert.Equal(key, Assert.Single(Codec.Bind<Dictionary<T, int>>(new IpcObject { [name] = 1 })!).Key);

    private static void Refused<T>(string name, string ending)
        where T : notnull
        => LeafConversionTests.AssertRefused<Dictionary<T, int>>(new IpcObject { [name] = 1 }, ending);
}
