namespace IpcApp.Tests.Values;

/// <summary>Tuples cross as arrays. Generated codecs do the same: <c>CodecEqualityTests</c>.</summary>
public sealed class TupleConversionTests
{
    private sealed record Place((int X, int Y) At, (string, bool)? Label = null);

    [Fact]
    public void A_value_tuple_is_an_array() => Check((1, "a"), new IpcArray { 1, "a" });

    [Fact]
    public void Names_of_elements_do_not_cross() => Check((Id: 1, Name: "a"), new IpcArray { 1, "a" });

    [Fact]
    public void A_tuple_of_the_class_is_an_array() => Check(Tuple.Create(1, true), new IpcArray { 1, true });

    [Fact]
    public void A_tuple_of_one_element_is_an_array_of_one()
    {
        Check(ValueTuple.Create("a"), new IpcArray { "a" });
        Check(Tuple.Create("a"), new IpcArray { "a" });
    }

    [Fact]
    public void A_tuple_without_elements_is_an_empty_array() => Check(default(ValueTuple), new IpcArray());

    [Fact]
    public void A_long_tuple_is_one_array()
    {
        Check((1, 2, 3, 4, 5, 6, 7, "eight", 9.5), new IpcArray { 1, 2, 3, 4, 5, 6, 7, "eight", 9.5 });
        Check(
            (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, "sixteen"),
            new IpcArray { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, "sixteen" });
        Check(
            new Tuple<int, int, int, int, int, int, int, Tuple<string>>(1, 2, 3, 4, 5, 6, 7, new("eight")),
            new IpcArray { 1, 2, 3, 4, 5, 6, 7, "eight" });
    }

    [Fact]
    public void A_nested_tuple_is_a_nested_array()
        => Check((1, ("a", true)), new IpcArray { 1, new IpcArray { "a", true } });

    [Fact]
    public void A_tuple_may_be_null()
    {
        Check<(int, int)?>((1, 2), new IpcArray { 1, 2 });
        Check<(int, int)?>(null, IpcValue.Null);
        Check<Tuple<int, int>?>(null, IpcValue.Null);
    }

    [Fact]
    public void Tuples_are_members_elements_values_and_keys()
    {
        Check(
            new Place((1, 2), ("a", true)),
            new IpcObject { ["at"] = new IpcArray { 1, 2 }, ["label"] = new IpcArray { "a", true } });
        Check<(int, int)[]>([(1, 2), (3, 4)], new IpcArray { new IpcArray { 1, 2 }, new IpcArray { 3, 4 } });
        Check(new Dictionary<string, (int, int)> { ["a"] = (1, 2) }, new IpcObject { ["a"] = new IpcArray { 1, 2 } });
        var back = Codec.Bind<Dictionary<(int, int), string>>(
            Codec.Serializer.ToIpcValue(new Dictionary<(int, int), string> { [(1, 2)] = "a", [(3, 4)] = "b" }));
        Assert.Equal("a", back![(1, 2)]);
        Assert.Equal("b", back[(3, 4)]);
    }

    [Fact]
    public void A_tuple_behind_an_object_is_an_array()
        => Assert.True(IpcValue.DeepEquals(new IpcArray { 1, 2 }, Codec.Serializer.ToIpcValue<object>((1, 2))));

    [Fact]
    public void The_same_tuple_stays_the_same()
    {
        var shared = Tuple.Create(1, 2);
        var value = Codec.Serializer.ToIpcValue<Tuple<int, int>[]>([shared, shared]);
        Assert.Same(value[0], value[1]);
        var back = Codec.Bind<Tuple<int, int>[]>(value)!;
        Assert.Same(back[0], back[1]);
    }

    [Theory]
    [InlineData(0, "expected an array of 2 elements, got an array of 0 elements.")]
    [InlineData(1, "expected an array of 2 elements, got an array of 1 element.")]
    [InlineData(3, "expected an array of 2 elements, got an array of 3 elements.")]
    public void Another_length_is_refused_by_name(int length, string text)
    {
        var array = new IpcArray(Enumerable.Range(0, length).Select(i => (IpcValue)i));
        Refuses<(int, int)>(array, $": {text}");
        Refuses<(int, int)[]>(new IpcArray { array }, $" at $[0]: {text}");
        Refuses<Place>(new IpcObject { ["at"] = array }, $" at $.at: {text}");
    }

    [Fact]
    public void What_is_no_array_is_refused()
    {
        Refuses<(int, int)>(new IpcObject { ["item1"] = 1, ["item2"] = 2 }, ": expected an array of 2 elements, got an object.");
        Refuses<ValueTuple<int>>("a", ": expected an array of 1 element, got string 'a'.");
        Refuses<(int, int)>(IpcValue.Null, ": expected an array of 2 elements, got null.");
    }

    [Fact]
    public void An_element_that_does_not_fit_is_refused_by_its_place()
    {
        Refuses<(int, string)>(new IpcArray { 1, 2 }, " at $[1]: expected a string, got number 2.");
        Refuses<(int, int)>(new IpcArray { 1, IpcValue.Undefined }, " at $[1]: expected a whole number");
        Refuses<(int, int)>(new IpcArray { Length = 2 }, " at $[0]: expected a whole number");
        Refuses<(int, int, int, int, int, int, int, string)>(
            new IpcArray { 1, 2, 3, 4, 5, 6, 7, 8 }, " at $[7]: expected a string, got number 8.");
    }

    [Fact]
    public void Keys_that_are_equal_tuples_are_refused()
        => Refuses<Dictionary<(int, int), string>>(
            new IpcMap { [new IpcArray { 1, 2 }] = "a", [new IpcArray { 1, 2 }] = "b" }, ": the key an array is there twice.");

    private static void Check<T>(T value, IpcValue expected)
    {
        var untyped = Codec.Serializer.ToIpcValue(value);
        Assert.True(IpcValue.DeepEquals(expected, untyped), $"{untyped}");
        Assert.Equal(Codec.Write(expected), Codec.WriteTyped(value));
        Assert.Equal(value, Codec.Bind<T>(expected));
    }

    private static void Refuses<T>(IpcValue value, string text)
    {
        var error = Assert.Throws<IpcBindingException>(() => Codec.Bind<T>(value));
        Assert.StartsWith($"argument 1 ('it'){text}", error.Message, StringComparison.Ordinal);
    }
}
