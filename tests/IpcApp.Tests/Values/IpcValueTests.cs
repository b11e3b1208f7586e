using System.Numerics;
using IpcApp.Internal.Codec;

namespace IpcApp.Tests.Values;

public sealed class IpcValueTests
{
    [Fact]
    public void Csharp_primitives_become_values()
    {
        AssertIs<IpcBoolean>(true, IpcValueKind.Boolean);
        AssertIs<IpcNumber>(1, IpcValueKind.Number);
        AssertIs<IpcNumber>(1.5, IpcValueKind.Number);
        AssertIs<IpcBigInt>(1L, IpcValueKind.BigInt);
        AssertIs<IpcString>("text", IpcValueKind.String);
        AssertIs<IpcArrayBufferView>(new byte[] { 1 }, IpcValueKind.ArrayBufferView);
        Assert.Same(IpcValue.Null, (IpcValue)(string?)null);
        Assert.Same(IpcValue.Null, (IpcValue)(byte[]?)null);
    }

    [Fact]
    public void Values_give_back_what_they_hold()
    {
        Assert.True(((IpcValue)true).AsBoolean());
        Assert.Equal("text", ((IpcValue)"text").AsString());
        Assert.Equal(1.5, ((IpcValue)1.5).AsDouble());
        Assert.Equal(7, ((IpcValue)7.0).AsInt32());
        Assert.Equal(7, ((IpcValue)7L).AsBigInteger());
        Assert.Equal([1, 2], ((IpcValue)new byte[] { 1, 2 }).AsBytes().ToArray());
        Assert.Equal([3], new IpcArrayBuffer([3]).AsBytes().ToArray());
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(2147483648.0)]
    [InlineData(double.NaN)]
    public void Only_whole_numbers_in_range_are_integers(double number) => Assert.False(((IpcValue)number).TryGetInt32(out _));

    [Fact]
    public void A_wrong_kind_is_named()
    {
        var mismatch = Assert.Throws<InvalidOperationException>(() => ((IpcValue)5).AsString());
        Assert.Equal("The value is number 5, not a string.", mismatch.Message);
        Assert.Throws<InvalidOperationException>(() => IpcValue.Undefined["name"]);
        Assert.Throws<InvalidOperationException>(() => new IpcObject()[0]);
    }

    [Fact]
    public void Primitives_equal_by_value_and_objects_by_identity()
    {
        Assert.Equal<IpcValue>("a", "a");
        Assert.Equal<IpcValue>(double.NaN, double.NaN);
        Assert.Equal<IpcValue>(0, -0.0);
        Assert.Equal(((IpcValue)0).GetHashCode(), ((IpcValue)(-0.0)).GetHashCode());
        Assert.Equal<IpcValue>(5L, new BigInteger(5));
        Assert.NotEqual<IpcValue>(5L, 5);
        Assert.False(new IpcObject().Equals(new IpcObject()));
        Assert.False(new IpcDate(1).Equals(new IpcDate(1)));
    }

    [Fact]
    public void Minus_zero_is_no_zero_in_depth()
    {
        Assert.True(IpcValue.DeepEquals(new IpcArray { -0.0, double.NaN }, new IpcArray { -0.0, double.NaN }));
        Assert.False(IpcValue.DeepEquals(new IpcArray { -0.0 }, new IpcArray { 0 }));
    }

    [Fact]
    public void Sharing_and_cycles_are_part_of_equality()
    {
        IpcArray Cycle()
        {
            var array = new IpcArray { 1 };
            array.Add(array);
            return array;
        }

        var shared = new IpcObject();
        Assert.True(IpcValue.DeepEquals(Cycle(), Cycle()));
        Assert.True(IpcValue.DeepEquals(new IpcArray { shared, shared }, new IpcArray { shared, shared }));
        Assert.False(IpcValue.DeepEquals(new IpcArray { shared, shared }, new IpcArray { new IpcObject(), new IpcObject() }));
        Assert.False(IpcValue.DeepEquals(new IpcArray { new IpcObject(), new IpcObject() }, new IpcArray { shared, shared }));
    }

    [Fact]
    public void Equality_ignores_the_order_of_properties_only()
    {
        Assert.True(IpcValue.DeepEquals(new IpcObject { ["a"] = 1, ["b"] = 2 }, new IpcObject { ["b"] = 2, ["a"] = 1 }));
        Assert.False(IpcValue.DeepEquals(new IpcObject { ["a"] = 1 }, new IpcObject { ["a"] = 1, ["b"] = 2 }));
        Assert.False(IpcValue.DeepEquals(new IpcObject { ["a"] = IpcValue.Undefined }, new IpcObject()));
        Assert.False(IpcValue.DeepEquals(new IpcSet { 1, 2 }, new IpcSet { 2, 1 }));
        Assert.False(IpcValue.DeepEquals(new IpcArray { Length1Hole() }, new IpcArray { new IpcArray { IpcValue.Undefined } }));
        Assert.False(IpcValue.DeepEquals(null, IpcValue.Null));
        Assert.True(IpcValue.DeepEquals(null, null));
    }

    [Fact]
    public void Objects_enumerate_as_javascript_does()
    {
        var value = new IpcObject { ["b"] = 1, ["10"] = 2, ["a"] = 3, ["2"] = 4, ["4294967295"] = 5, ["01"] = 6 };
        Assert.Equal(["2", "10", "b", "a", "4294967295", "01"], value.Keys);
        value["b"] = 9;
        Assert.Equal("2", value.Keys.First());
        Assert.Equal(6, value.Count);
        Assert.True(value.Remove("10"));
        Assert.False(value.ContainsKey("10"));
        Assert.Throws<ArgumentException>(() => value.Add("a", 1));
        Assert.Throws<ArgumentNullException>(() => value["x"] = null!);
    }

    [Theory]
    [InlineData("__proto__")]
    [InlineData("constructor")]
    [InlineData("toString")]
    [InlineData("")]
    public void Any_name_is_ordinary(string name)
    {
        var value = new IpcObject();
        Assert.Same(IpcValue.Undefined, value[name]);
        value[name] = 1;
        Assert.Equal([name], value.Keys);
    }

    [Fact]
    public void Arrays_have_holes_length_and_properties()
    {
        var array = new IpcArray { 1 };
        array[2] = 3;
        array["extra"] = "x";
        array["1"] = IpcValue.Undefined;
        Assert.Equal(3, array.Length);
        Assert.False(array.IsHole(1));
        Assert.True(array.IsHole(3));
        Assert.Equal("x", array["extra"].AsString());
        Assert.Equal(3, array["2"].AsInt32());
        array.Length = 1;
        Assert.Single(array);
        array.Length = 5;
        Assert.Equal([1, IpcValue.Undefined, IpcValue.Undefined, IpcValue.Undefined, IpcValue.Undefined], array);
        Assert.Equal(1, array.ElementCount);
    }

    [Fact]
    public void Elements_set_in_any_order_come_out_ascending()
    {
        long[] indexes = [4294967294, 100, 3, 0, 1, 2, 50, 4, 20, 36];
        var array = new IpcArray();
        foreach (var index in indexes)
        {
            array[index] = (double)index;
        }

        Assert.Equal(indexes.Order(), array.Elements.Select(element => element.Key));
        Assert.All(array.Elements, element => Assert.Equal(element.Key, element.Value.AsDouble()));
        Assert.Equal(indexes.Length, array.ElementCount);
        array.Length = 51;
        Assert.Equal(8, array.ElementCount);
        Assert.Equal(8, array.Elements.Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => array[4294967295] = 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => array[-1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => array.Length = 4294967296);
    }

    [Fact]
    public void Maps_and_sets_compare_keys_as_javascript_does()
    {
        var key = new IpcObject();
        var map = new IpcMap { [1] = "number", [1L] = "bigint", ["1"] = "string", [double.NaN] = "nan", [key] = "object", [-0.0] = "zero" };
        Assert.Equal("nan", map[double.NaN].AsString());
        Assert.Equal("zero", map[0].AsString());
        Assert.Same(IpcValue.Undefined, map[new IpcObject()]);
        Assert.Equal(6, map.Count);
        Assert.False(double.IsNegative(map.Last().Key.AsDouble()));
        Assert.Throws<ArgumentException>(() => map.Add(1, 2));
        var set = new IpcSet([1, 1, "1", key, key]);
        Assert.Equal(3, set.Count);
        Assert.True(set.Remove(key));
        Assert.False(set.Contains(key));
    }

    [Fact]
    public void Dates_are_clipped_as_in_javascript()
    {
        Assert.Equal(1, new IpcDate(1.9).Milliseconds);
        Assert.False(new IpcDate(8.64e15 + 1).IsValid);
        Assert.False(double.IsNegative(new IpcDate(-0.0).Milliseconds));
        Assert.Equal(-1, new IpcDate(DateTimeOffset.UnixEpoch.AddTicks(-1)).Milliseconds);
        Assert.False(new IpcDate(8.64e15).TryGetDateTimeOffset(out _));
        Assert.True(new IpcDate(0).TryGetDateTimeOffset(out var epoch));
        Assert.Equal(DateTimeOffset.UnixEpoch, epoch);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("gg")]
    [InlineData("uv")]
    public void RegExp_flags_are_checked(string flags) => Assert.Throws<ArgumentException>(() => new IpcRegExp("a", flags));

    [Fact]
    public void Other_classes_are_checked()
    {
        Assert.Equal("gi", new IpcRegExp("a", "ig").Flags);
        Assert.Equal("Error", new IpcError("MyError", "m").Name);
        Assert.Throws<ArgumentException>(() => new IpcBoxed(IpcValue.Null));
        Assert.Throws<ArgumentException>(() => new IpcArrayBufferView(IpcArrayBufferViewKind.Int32Array, [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => new IpcArrayBufferView(IpcArrayBufferViewKind.Int32Array, [1, 2, 3, 4]).AsSpan<double>());
        Assert.Throws<ArgumentOutOfRangeException>(() => new IpcArrayBuffer([1, 2], 1));
        Assert.Equal([1, 2], IpcArrayBufferView.Create<int>(IpcArrayBufferViewKind.Int32Array, [1, 2]).AsSpan<int>().ToArray());
        Assert.Throws<ArgumentNullException>(() => new IpcString(null!));
    }

    [Fact]
    public void Rendering_is_readable()
    {
        var value = new IpcObject
        {
            ["a"] = new IpcArray { 1, -0.0, "it's", 5L, true, IpcValue.Null, IpcValue.Undefined },
            ["two words"] = new IpcMap { [1] = new IpcSet { "x" } },
            ["d"] = new IpcDate(0),
            ["r"] = new IpcRegExp("a/b", "g"),
            ["e"] = new IpcError("TypeError", "no"),
            ["v"] = new byte[] { 1, 2 },
            ["b"] = new IpcBoxed(1),
        };
        Assert.Equal(
            "{ a: [1, -0, 'it\\'s', 5n, true, null, undefined], 'two words': Map { 1 => Set { 'x' } }, d: 1970-01-01T00:00:00.000Z, "
            + "r: /a/b/g, e: [TypeError: 'no'], v: Uint8Array(2), b: Object(1) }",
            value.ToString());
        var sparse = new IpcArray { [1] = 2, [3] = 4, ["x"] = 5, Length = 9 };
        Assert.Equal("[<1 empty>, 2, <1 empty>, 4, <5 empty>, x: 5]", sparse.ToString());
    }

    [Fact]
    public void Rendering_is_bounded()
    {
        var cyclic = new IpcArray();
        cyclic.Add(cyclic);
        Assert.Equal("[[Circular]]", cyclic.ToString());
        Assert.True(new IpcArray(Enumerable.Repeat<IpcValue>("text", 100_000)).ToString().Length <= 1001);
        Assert.True(((IpcValue)new string('x', 100_000)).ToString().Length <= 1001);
        Assert.True(new IpcObject { [new string('k', 100_000)] = 1 }.ToString().Length <= 1001);
        Assert.Equal("[BigInt of 100001 bits]", ((IpcValue)BigInteger.Pow(2, 100_000)).ToString());
        Assert.Equal("[<4294967295 empty>]", new IpcArray { Length = uint.MaxValue }.ToString());
        Assert.Equal("'\\u000a\\ud800'", ((IpcValue)"\n\ud800").ToString());
        IpcValue deep = 1;
        for (var i = 0; i < 100_000; i++)
        {
            deep = new IpcArray { deep };
        }

        Assert.Equal("[[[[[[[[…]]]]]]]]", deep.ToString());
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(100, "100")]
    [InlineData(1e20, "100000000000000000000")]
    [InlineData(1e21, "1e+21")]
    [InlineData(1.5e-6, "0.0000015")]
    [InlineData(1.5e-7, "1.5e-7")]
    [InlineData(1.7976931348623157e308, "1.7976931348623157e+308")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(0.1, "0.1")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void Numbers_print_as_in_javascript(double number, string text) => Assert.Equal(text, JsNumber.ToText(number));

    private static IpcArray Length1Hole() => new() { Length = 1 };

    private static void AssertIs<T>(IpcValue value, IpcValueKind kind)
    {
        Assert.IsType<T>(value);
        Assert.Equal(kind, value.Kind);
    }
}
