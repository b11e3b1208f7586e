using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using IpcApp.Infrastructure;
using IpcApp.Internal.Codec;
using IpcApp.Internal.Codec.Converters;

namespace IpcApp.Tests.Values.Cost;

/// <summary>The sets and dictionaries that System.Text.Json fills itself have the same limit as those of the runtime's converters.</summary>
public sealed partial class JsonHashFloodTests
{
    private const string Problem = HashChains.Problem + ".";
    private const int Many = HashFloodTests.Many;

    [Fact]
    public void Sets_are_refused()
    {
        IsRefused<Holder<HashSet<double>>>(Keys(Doubles()));
        IsRefused<Holder<ISet<double>>>(Keys(Doubles()));
        IsRefused<Holder<HashSet<double?>>>(Keys(new IpcArray(Doubles().Prepend(IpcValue.Null))));
        IsRefused<Holder<ImmutableHashSet<double>>>(Keys(Doubles()));
        IsRefused<Holder<IImmutableSet<double>>>(Keys(Doubles()));
        IsRefused<Holder<HashFloodTests.Numbers>>(Keys(Multiples()));
        IsRefused<Quoted>(Keys(Doubles()));
        IsRefused<Populated>(Keys(Doubles()));
    }

    [Fact]
    public void Numbers_in_quotes_are_counted_too()
    {
        var quoted = new IpcArray(HashFloodTests.Colliding().Select(value => (IpcValue)value.ToString("R", CultureInfo.InvariantCulture)));
        IsRefused<Quoted>(Keys(quoted));
        IsRefused<Holder<HashSet<double>>>(Keys(quoted));
    }

    [Fact]
    public void Dictionaries_are_refused()
    {
        IsRefused<Holder<Dictionary<int, int>>>(Keys(Entries()));
        IsRefused<Holder<IDictionary<long, int>>>(Keys(Entries()));
        IsRefused<Holder<IReadOnlyDictionary<int, int>>>(Keys(Entries()));
        IsRefused<Holder<ImmutableDictionary<int, int>>>(Keys(Entries()));
        IsRefused<Holder<IImmutableDictionary<int, int>>>(Keys(Entries()));
        IsRefused<Holder<ConcurrentDictionary<int, int>>>(Keys(Entries()));
        IsRefused<Holder<OrderedDictionary<int, int>>>(Keys(Entries()));
        IsRefused<Holder<OwnDictionary>>(Keys(Entries()));
        IsRefused<Holder<Dictionary<double, int>>>(Keys(Entries(HashFloodTests.Colliding()
            .Select(value => value.ToString("R", CultureInfo.InvariantCulture)))));
        IsRefused<Holder<Dictionary<Guid, int>>>(Keys(Entries(Guids().Select(value => value.ToString()))));
        IsRefused<Holder<Dictionary<DateTime, int>>>(Keys(Entries(Dates().Select(value => value.ToString("O", CultureInfo.InvariantCulture)))));
    }

    [Fact]
    public void Keys_made_of_several_values_are_refused()
    {
        IsRefused<Holder<HashSet<HashFloodTests.Reading>>>(Keys(new IpcArray(
            HashFloodTests.Colliding().Select(value => (IpcValue)new IpcObject { ["value"] = value }))));
        IsRefused<Holder<HashSet<Pair>>>(Keys(new IpcArray(
            Enumerable.Range(0, Many).Select(i => (IpcValue)new IpcObject { ["x"] = i, ["y"] = unchecked(1521134295 * i) }))));
        IsRefused<Holder<HashSet<Guid>>>(Keys(new IpcArray(Guids().Select(value => (IpcValue)value.ToString()))));
    }

    [Fact]
    public void Tables_within_other_types_are_found()
    {
        var keys = Keys(Doubles());
        IsRefused<Holder<List<Quoted>>>(Keys(new IpcArray { keys }), ".keys[0].keys");
        IsRefused<Holder<Dictionary<string, Quoted[]>>>(Keys(new IpcObject { ["all"] = new IpcArray { keys } }), ".keys.all[0].keys");
        IsRefused<Holder<Dictionary<int, Quoted>>>(Keys(new IpcObject { ["1"] = keys }), ".keys.1.keys");
        IsRefused<Holder<Wrapped?>>(Keys(keys), ".keys.keys");
        IsRefused<Holder<Named>>(Keys(new IpcObject { ["näme\"s"] = Doubles() }), ".keys['näme\"s']");
        IsRefused<Holder<HashSet<Quoted>>>(Keys(new IpcArray { keys }), ".keys[0].keys");
    }

    [Fact]
    public void Tables_within_tuples_are_found()
    {
        IsRefused<Holder<(HashSet<double>, int)>>(Keys(new IpcArray { Doubles(), 1 }), ".keys[0]");
        IsRefused<Holder<(int, (string, HashSet<double>)?)[]>>(
            Keys(new IpcArray { new IpcArray { 1, new IpcArray { "a", Doubles() } } }), ".keys[0][1][1]");
        IsRefused<Holder<(int, int, int, int, int, int, int, Quoted)>>(
            Keys(new IpcArray { 1, 2, 3, 4, 5, 6, 7, Keys(Doubles()) }), ".keys[7].keys");
    }

    [Fact]
    public void Tables_of_derived_types_are_found()
    {
        IsRefused<Holder<Base>>(Keys(new IpcObject { ["$type"] = "derived", ["id"] = 1, ["keys"] = Doubles() }), ".keys.keys");
        IsRefused<Holder<Base>>(Keys(new IpcObject
        {
            ["$type"] = 7,
            ["id"] = 1,
            ["byKey"] = Entries(HashFloodTests.Colliding().Select(value => value.ToString("R", CultureInfo.InvariantCulture))),
        }), ".keys.byKey");
    }

    [Fact]
    public void Types_of_a_generated_context_are_refused_with_and_without_reflection()
    {
        var options = new IpcSerializerOptions();
        options.JsonSerializerOptions.TypeInfoResolverChain.Add(Context.Default);
        var serializer = new IpcSerializer(options);
        IsRefused(() => serializer.Convert<Initialized>(Keys(Doubles()), "argument 1 ('it')"), ".keys");

        var resolver = new ConverterResolver(options);
        IsRefused(() => Read(FixedConverters.Create<Initialized>(resolver), Keys(Doubles()), resolver), ".keys");
        IsRefused(() => Read(FixedConverters.Create<HashSet<double>>(resolver), Doubles(), resolver), "");
        IsRefused(
            () => Read(FixedConverters.Create<Dictionary<int, Initialized>>(resolver), Entries(value: Keys(new IpcArray())), resolver), "");
    }

    [Fact]
    public void A_flood_is_refused_before_it_costs_also_if_its_last_key_fits_nothing()
    {
        foreach (var last in (IpcValue[])[new IpcObject { ["value"] = 1 }, "no object"])
        {
            HashFloodTests.Counted.Comparisons = 0;
            IsRefused<Holder<HashSet<HashFloodTests.Counted>>>(Keys(new IpcArray(
                HashFloodTests.Colliding().Select(value => (IpcValue)new IpcObject { ["value"] = value }).Append(last))));
            Assert.InRange(HashFloodTests.Counted.Comparisons, 0, 4 * 257 * 257); // without a limit 200 million
        }
    }

    [Fact]
    public void Keys_that_were_not_chosen_are_accepted()
    {
        var numbers = new IpcArray(Enumerable.Range(0, 50_000).Select(i => (IpcValue)(i * 8)));
        Assert.Equal(50_000, Codec.Bind<Holder<HashSet<long>>>(Keys(numbers))!.Keys.Count);
        Assert.Equal(50_000, Codec.Bind<Populated>(Keys(numbers))!.Keys.Count);
        var entries = Entries(Enumerable.Range(0, 50_000).Select(i => (i * 1000).ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(50_000, Codec.Bind<Holder<Dictionary<int, int>>>(Keys(entries))!.Keys.Count);
        var texts = new IpcArray(Enumerable.Range(0, 50_000).Select(i => (IpcValue)$"key {i}"));
        Assert.Equal(50_000, Codec.Bind<Holder<HashSet<string>>>(Keys(texts))!.Keys.Count);
        Assert.Equal(Many, Codec.Bind<Holder<List<double>>>(Keys(Doubles()))!.Keys.Count);
        Assert.Equal(Many, Codec.Bind<Holder<SortedSet<double>>>(Keys(Doubles()))!.Keys.Count);
        var twice = new IpcArray(Enumerable.Repeat<IpcValue>(7, 10_000).Append(8));
        Assert.Equal([7, 8], Codec.Bind<Holder<HashSet<int>>>(Keys(twice))!.Keys);
    }

    [Fact]
    public void A_key_that_does_not_fit_is_named_as_before()
        => Assert.Equal(
            "argument 1 ('it'): an object does not fit at $.keys[1000].",
            Assert.Throws<IpcBindingException>(
                () => Codec.Bind<Holder<HashSet<int>>>(Keys(new IpcArray(Enumerable.Range(0, 1000).Select(i => (IpcValue)i).Append("x"))))).Message);

    [Fact]
    public void Large_sets_within_large_sets_cannot_be_read_over_and_over()
    {
        var tree = new IpcObject { ["value"] = 0 };
        for (var depth = 0; depth < 20; depth++)
        {
            tree = new IpcObject
            {
                ["value"] = depth,
                ["children"] = new IpcArray(Enumerable.Range(0, 300).Select(i => (IpcValue)new IpcObject { ["value"] = i }).Prepend(tree)),
            };
        }

        var error = Assert.Throws<IpcBindingException>(() => Codec.Bind<Holder<Tree>>(Keys(tree)));
        Assert.EndsWith("send fewer levels, or declare the inner ones as lists.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void References_of_json_are_no_second_form_of_a_collection()
    {
        var options = new IpcSerializerOptions();
        options.JsonSerializerOptions.ReferenceHandler = ReferenceHandler.Preserve;
        var hidden = Keys(new IpcObject { ["$id"] = "1", ["$values"] = new IpcArray { 1.5 } });
        var error = Assert.Throws<IpcBindingException>(
            () => new IpcSerializer(options).Convert<Holder<HashSet<double>>>(hidden, "argument 1 ('it')"));
        Assert.Equal("argument 1 ('it'): an object does not fit at $.keys.", error.Message);
    }

    private static object? Read(IpcConverter converter, IpcValue value, ConverterResolver resolver)
        => converter.ReadObject(value, new ReadContext(resolver, "argument 1 ('it')", Allowance.Unmeasured));

    private static void IsRefused<T>(IpcValue value, string path = ".keys")
    {
        IsRefused(() => Codec.Bind<T>(value), path);
        var payload = Codec.Write(new IpcArray { value });
        Assert.Null(Codec.Serializer.TryReadArguments(payload, [IpcParameter.Of<T>("it", isRequired: true)], out _));
    }

    private static void IsRefused(Func<object?> bind, string path)
        => Assert.Equal(
            $"argument 1 ('it'){(path.Length > 0 ? $" at ${path}" : "")}: {Problem}", Assert.Throws<IpcBindingException>(bind).Message);

    private static IpcObject Keys(IpcValue keys) => new() { ["keys"] = keys };

    private static IpcArray Doubles() => new(HashFloodTests.Colliding().Select(value => (IpcValue)value));

    private static IpcArray Multiples() => new(HashFloodTests.Multiples());

    private static IpcObject Entries(IEnumerable<string>? keys = null, IpcValue? value = null)
    {
        var entries = new IpcObject();
        foreach (var key in keys ?? HashFloodTests.Multiples().Select(key => key.AsDouble().ToString(CultureInfo.InvariantCulture)))
        {
            entries[key] = value ?? 1;
        }

        return entries;
    }

    private static IEnumerable<Guid> Guids()
        => Enumerable.Range(0, Many).Select(i => new Guid(i, (short)0, 0, [.. BitConverter.GetBytes(i), 0, 0, 0, 0]));

    /// <summary>Moments whose ticks have halves that are the same.</summary>
    private static IEnumerable<DateTime> Dates()
        => Enumerable.Range(1, Many).Select(i => new DateTime(((long)i << 32) | (uint)i, DateTimeKind.Unspecified));
}
