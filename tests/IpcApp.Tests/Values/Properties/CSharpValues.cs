using System.Collections.Immutable;
using CsCheck;
using IpcApp.TestApp.Shapes;

namespace IpcApp.Tests.Values.Properties;

/// <summary>Generates values of more than a hundred C# types: each leaf alone, in collections, in records, with null, and as a key.</summary>
internal static class CSharpValues
{
    private const int MaxElements = 3;

    private static readonly string[] Addresses = ["https://example.com/a?b=c#d", "relative/path", "app://local/", "http://ü.example/%20"];

    private static readonly Dictionary<Type, Gen<TypedValue>> All = Create();

    /// <summary>The types.</summary>
    public static IReadOnlyCollection<Type> Types => All.Keys;

    /// <summary>A value of any of the types.</summary>
    public static Gen<TypedValue> Any { get; } = Gen.OneOf([.. All.Values]);

    private static Dictionary<Type, Gen<TypedValue>> Create()
    {
        var types = new Dictionary<Type, Gen<TypedValue>>();
        var numbers = Gen.OneOf(Gen.Double, Gen.OneOf(0.0, -0.0, double.NaN, double.NegativeInfinity, 0.1, 4294967296));
        var inner = Gen.Select(Gen.Int, JavaScriptValues.Text.Null(), (id, name) => new Inner { Id = id, Name = name });
        var ticks = Gen.Long[0, DateTime.MaxValue.Ticks / TimeSpan.TicksPerMillisecond];
        var moments = ticks.Select(milliseconds => new DateTime(milliseconds * TimeSpan.TicksPerMillisecond, DateTimeKind.Utc));
        AddValue(types, Gen.Bool, isKey: true);
        AddValue(types, Gen.SByte);
        AddValue(types, Gen.Byte, hasArray: false);
        AddValue(types, Gen.Short);
        AddValue(types, Gen.UShort);
        AddValue(types, Gen.Int, isKey: true);
        AddValue(types, Gen.UInt);
        AddValue(types, Gen.Long, isKey: true);
        AddValue(types, Gen.ULong);
        AddValue(types, Gen.Select(Gen.ULong, Gen.ULong, (upper, lower) => (Int128)new UInt128(upper, lower)));
        AddValue(types, Gen.Select(Gen.ULong, Gen.ULong, (upper, lower) => new UInt128(upper, lower)));
        AddValue(types, JavaScriptValues.Whole);
        AddValue(types, Gen.Float);
        AddValue(types, numbers, keys: numbers.Where(number => number != 0)); // a Set of JavaScript has no -0
        AddValue(types, Gen.UShort.Select(BitConverter.UInt16BitsToHalf));
        AddValue(types, Gen.Decimal);
        AddValue(types, Gen.Char, isKey: true);
        AddValue(types, Gen.Guid, isKey: true);
        AddValue(types, moments, isKey: true);
        AddValue(types, moments.Select(moment => new DateTimeOffset(moment)));
        AddValue(types, Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber), isKey: true);
        AddValue(types, Gen.Long[0, TimeOnly.MaxValue.Ticks].Select(value => new TimeOnly(value)));
        AddValue(types, Gen.Long.Select(value => new TimeSpan(value)), isKey: true);
        AddValue(types, Gen.OneOf(Color.Red, Color.DarkGreen, Color.Blue), isKey: true);
        AddValue(types, Gen.Int[0, 3].Select(value => (Rights)value));
        AddValue(types, inner);
        AddReference(types, JavaScriptValues.Text);
        AddKey(types, JavaScriptValues.Text);
        AddReference(types, Gen.OneOf(Addresses).Select(text => new Uri(text, UriKind.RelativeOrAbsolute)));
        AddReference(types, Gen.Byte.Array[0, 9]);
        AddReference(types, Gen.Select(
            JavaScriptValues.Text,
            JavaScriptValues.Text.Null(),
            Gen.Int[0, 3],
            inner.Nullable(),
            inner.List[0, MaxElements],
            (title, note, rights, one, many)
                => new Mixed(title, note, null, rights > 1 ? Color.Blue : Color.DarkGreen, (Rights)rights, one, many)));
        AddReference(types, ShapeOf(Gen.Int, depth: 1));
        return types;
    }

    private static void AddValue<T>(
        Dictionary<Type, Gen<TypedValue>> types, Gen<T> values, bool isKey = false, bool hasArray = true, Gen<T>? keys = null)
        where T : struct
    {
        AddReference(types, values, hasArray);
        Add(types, values.Nullable(), null);
        Add(
            types,
            Gen.Select(values.Nullable(), values.Nullable().Array[0, MaxElements], (one, many) => new MaybeShape<T> { One = one, Many = many }),
            null);
        if (isKey || keys is not null)
        {
            AddKey(types, keys ?? values);
        }
    }

    private static void AddReference<T>(Dictionary<Type, Gen<TypedValue>> types, Gen<T> values, bool hasArray = true)
        where T : notnull
    {
        Add(types, values, null);
        Add(types, values.List[0, MaxElements], "!<!>");
        Add(types, Tables(JavaScriptValues.Text, values), "!<!!>");
        Add(types, ShapeOf(values, depth: 0), "!<!>");
        if (hasArray)
        {
            Add(types, values.Array[0, MaxElements], "!<!>");
        }
    }

    private static void AddKey<T>(Dictionary<Type, Gen<TypedValue>> types, Gen<T> keys)
        where T : notnull
        => Add(
            types,
            Gen.Select(
                keys.Array[0, MaxElements],
                Tables(keys, JavaScriptValues.Text.Null()),
                (elements, map) => new KeyShape<T>([.. elements], map.ToImmutableDictionary())),
            "!<!>");

    private static void Add<T>(Dictionary<Type, Gen<TypedValue>> types, Gen<T> values, string? annotation)
        => types[typeof(T)] = values.Select(TypedValue (value) => new TypedValue<T>(value, annotation));

    // CsCheck's own demands as many keys as it has drawn, of which bool has only two.
    private static Gen<Dictionary<TKey, TValue>> Tables<TKey, TValue>(Gen<TKey> keys, Gen<TValue> values)
        where TKey : notnull
        => Gen.Select(keys, values).Array[0, MaxElements].Select(
            entries => entries.DistinctBy(entry => entry.Item1).ToDictionary(entry => entry.Item1, entry => entry.Item2));

    private static Gen<Shape<T>> ShapeOf<T>(Gen<T> values, int depth)
        where T : notnull
        => Gen.Select(
            values,
            values.Array[0, MaxElements],
            values.List[0, MaxElements],
            Tables(JavaScriptValues.Text, values),
            Tables(Gen.Int, values.List[0, MaxElements].Select(list => list.ToImmutableList())),
            Gen.Bool,
            (one, array, list, byName, nested, hasMore) => new Shape<T>(one, array, list, byName)
            {
                Later = hasMore ? list : null,
                Nested = nested,
                Next = hasMore && depth > 0 ? new Shape<T>(one, [], [one], []) : null,
            });
}
