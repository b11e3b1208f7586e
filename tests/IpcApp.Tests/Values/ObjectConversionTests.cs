using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using IpcApp.Internal.Codec;
using static IpcApp.Tests.Values.LeafConversionTests;
using static IpcApp.Tests.Values.ObjectModels;

namespace IpcApp.Tests.Values;

/// <summary>Types with members, by their System.Text.Json contracts.</summary>
public sealed class ObjectConversionTests
{
    [Fact]
    public void Records_are_plain_objects()
    {
        var note = new NewNote("t", 3, null, "me", ["a"]);
        var expected = new IpcObject
        {
            ["title"] = "t", ["stars"] = 3, ["text"] = IpcValue.Null, ["author"] = "me", ["tags"] = new IpcArray { "a" },
        };
        var value = Codec.Serializer.ToIpcValue(note);
        Assert.True(IpcValue.DeepEquals(expected, value));
        Assert.Equal(note with { Tags = null }, Codec.Bind<NewNote>(value)! with { Tags = null });
    }

    [Fact]
    public void What_may_be_null_or_has_a_default_may_be_left_out()
    {
        var note = Codec.Bind<NewNote>(new IpcObject { ["title"] = "t", ["stars"] = 1, ["unknown"] = 5, ["author"] = IpcValue.Undefined });
        Assert.Equal(new NewNote("t", 1, null), note);
    }

    [Fact]
    public void What_may_not_be_null_is_demanded()
    {
        AssertRefused<NewNote>(new IpcObject { ["stars"] = 1 }, " at $.title: expected a string, got undefined.");
        AssertRefused<NewNote>(new IpcObject { ["title"] = "t" }, " at $.stars: expected a whole number");
        AssertRefused<NewNote>(new IpcObject { ["title"] = IpcValue.Null, ["stars"] = 1 }, " at $.title: expected a string, got null.");
        AssertRefused<NewNote>(new IpcObject { ["title"] = 5, ["stars"] = 1 }, " at $.title: expected a string, got number 5.");
        AssertRefused<NewNote>(
            new IpcObject { ["title"] = "t", ["stars"] = 1, ["tags"] = new IpcArray { "a", 5 } },
            " at $.tags[1]: expected a string, got number 5.");
        AssertRefused<NewNote>("note", ": expected an object, got string 'note'.");
        AssertRefused<Settings>(new IpcObject(), " at $.enabled: expected a boolean, got undefined.");
        AssertRefused<Settings>(new IpcObject { ["enabled"] = true, ["name"] = IpcValue.Null }, " at $.name: expected a string, got null.");
    }

    [Fact]
    public void Attributes_are_honoured()
    {
        var value = (IpcObject)Codec.Serializer.ToIpcValue(new Settings { Enabled = true });
        Assert.Equal(["name", "nick", "size", "enabled", "special-name", "included", "computed"], value.Keys);
        var settings = Codec.Bind<Settings>(new IpcObject
        {
            ["enabled"] = true, ["special-name"] = 7, ["secret"] = "x", ["included"] = 9, ["computed"] = 1, ["hidden"] = 1,
            ["nick"] = IpcValue.Null, ["name"] = IpcValue.Undefined, ["Name"] = "wrong case",
        })!;
        Assert.Equal("default", settings.Name);
        Assert.Equal(5, settings.Size);
        Assert.Equal("hidden", settings.Secret);
        Assert.Equal((7, 9, true), (settings.Special, settings.Included, settings.Enabled));
    }

    [Fact]
    public void Structs_anonymous_types_and_callbacks_work()
    {
        RoundTrip(new Point { X = 1, Y = 2 }, new IpcObject { ["x"] = 1, ["y"] = 2 });
        RoundTrip<Point?>(new Point { X = 1 }, new IpcObject { ["x"] = 1, ["y"] = 0 });
        RoundTrip(new { A = 1, B = "x" }, new IpcObject { ["a"] = 1, ["b"] = "x" });
        RoundTrip(KeyValuePair.Create("k", 1), new IpcObject { ["key"] = "k", ["value"] = 1 });
        var counting = new Counting();
        Codec.Serializer.ToIpcValue(counting);
        Assert.Equal(1, counting.Calls);
        Assert.Equal(1, Codec.Bind<Counting>(new IpcObject { ["value"] = 5 })!.Calls);
    }

    [Fact]
    public void Shared_objects_stay_shared_both_ways()
    {
        var shared = new Node { Id = "shared" };
        var array = (IpcArray)Codec.Read(Codec.WriteTyped(new[] { shared, shared }));
        Assert.Same(array[0], array[1]);
        var back = Codec.Bind<Node[]>(array)!;
        Assert.Same(back[0], back[1]);
    }

    [Fact]
    public void Arguments_are_one_graph()
    {
        var shared = new Node();
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        Codec.Serializer.WriteArguments(output, shared, null, 5L, shared, IpcValue.Undefined, new byte[] { 1 });
        var arguments = (IpcArray)Codec.Read(output.WrittenSpan.ToArray());
        Assert.Equal(6, arguments.Length);
        Assert.Same(arguments[0], arguments[3]);
        Assert.Equal(IpcValueKind.Undefined, arguments[4].Kind);
        Assert.Equal(5L, arguments[2]);
    }

    [Fact]
    public void Cycles_are_refused_both_ways()
    {
        var node = new Node { Children = [new Node()] };
        node.Children[0].Next = node;
        var refusal = Assert.Throws<IpcCloneException>(() => Codec.Serializer.ToIpcValue(node));
        Assert.Contains("$.children[0].next: ", refusal.Detail, StringComparison.Ordinal);
        Assert.Contains("contains itself", refusal.Detail, StringComparison.Ordinal);
        var value = new IpcObject();
        value["next"] = new IpcObject { ["next"] = value };
        AssertRefused<Node>(value, " at $.next.next: the value contains itself; leave the cycle out, or declare an IpcValue.");
        AssertRefused<JsonNode>(value, "contains itself");
    }

    [Fact]
    public void Depth_is_limited_both_ways()
    {
        var node = new Node();
        var value = new IpcObject();
        for (var i = 0; i < 1000; i++)
        {
            node = new Node { Next = node };
            value = new IpcObject { ["next"] = value };
        }

        var refusal = Assert.Throws<IpcCloneException>(() => Codec.Serializer.ToIpcValue(node));
        Assert.Contains("128 deep", refusal.Detail, StringComparison.Ordinal);
        AssertRefused<Node>(value, "128 deep.");
    }

    [Fact]
    public void References_do_not_unfold()
    {
        var tree = new IpcObject { ["id"] = "leaf" };
        for (var i = 0; i < 60; i++)
        {
            tree = new IpcObject { ["id"] = "x", ["children"] = new IpcArray { tree, tree }, ["next"] = tree };
        }

        Assert.Equal(2, Codec.Bind<Node>(tree)!.Children.Count);
        AssertRefused<JsonNode>(tree, "any message can have; send each object once, not several references to it.");
    }

    [Fact]
    public void Derived_types_have_their_discriminator()
    {
        AssertRefused<Shape>(new IpcObject { ["$type"] = "oval" }, " at $.$type: expected one of 'circle', 4, got string 'oval'.");
        AssertRefused<Shape>(new IpcObject { ["id"] = 1 }, " at $.$type: expected one of 'circle', 4, got undefined.");
        var circle = Codec.Serializer.ToIpcValue<Shape>(new Circle(1, 2.5));
        Assert.True(IpcValue.DeepEquals(new IpcObject { ["$type"] = "circle", ["radius"] = 2.5, ["id"] = 1L }, circle));
        Assert.Equal(new Circle(1, 2.5), Codec.Bind<Shape>(circle));
        Assert.Equal(new Square(1, 2), Codec.Bind<Shape>(Codec.Serializer.ToIpcValue<Shape>(new Square(1, 2))));
        Assert.False(((IpcObject)Codec.Serializer.ToIpcValue(new Circle(1, 2))).ContainsKey("$type"));
        Assert.Throws<IpcCloneException>(() => Codec.Serializer.ToIpcValue<Shape>(new Triangle(1)));
    }

    [Fact]
    public void Null_in_extension_data_is_judged_by_its_declaration()
    {
        var value = new IpcObject { ["known"] = 1, ["other"] = IpcValue.Null };
        Assert.Throws<IpcBindingException>(() => Codec.Bind<Bag>(value));
        Assert.Null(Codec.Bind<NullableBag>(value)!.Rest["other"]);
    }

    [Fact]
    public void Extension_data_keeps_what_is_unknown()
    {
        var bag = Codec.Bind<Bag>(new IpcObject { ["known"] = 1, ["when"] = new IpcDate(5), ["big"] = 5L })!;
        Assert.Equal(1, bag.Known);
        Assert.Equal(2, bag.Rest.Count);
        var expected = new IpcObject { ["known"] = 1L, ["when"] = new IpcDate(5), ["big"] = 5L };
        Assert.True(IpcValue.DeepEquals(expected, Codec.Serializer.ToIpcValue(bag)));
    }

    [Fact]
    public void Custom_converters_and_json_documents_cross_as_json()
    {
        var value = new IpcObject
        {
            ["outside"] = "21.5C", ["count"] = "7", ["element"] = new IpcObject { ["a"] = new IpcArray { 1, IpcValue.Null } },
            ["node"] = "text", ["when"] = new IpcDate(0),
        };
        var mixed = Codec.Bind<Mixed>(value)!;
        Assert.Equal(21.5, mixed.Outside.Degrees);
        Assert.Equal(7, mixed.Count);
        Assert.Equal("""{"a":[1,null]}""", mixed.Element.GetRawText());
        Assert.Equal("text", mixed.Node!.GetValue<string>());
        Assert.True(IpcValue.DeepEquals(value, Codec.Serializer.ToIpcValue(mixed)));
        RoundTrip(new Temperature(1), "1C");
        AssertRefused<Mixed>(new IpcObject { ["outside"] = "hot" }, " at $.outside: string 'hot' does not fit");
        AssertRefused<Temperature>(5, ": number 5 does not fit.");
        AssertRefused<JsonElement>(new IpcRegExp("x"), "a RegExp has no JSON.");
        Assert.Equal("""["1970-01-01T00:00:00Z","AQI=",12345678901234567890,null,{"k":1},[1]]""", Codec.Bind<JsonElement>(new IpcArray
        {
            new IpcDate(0), new byte[] { 1, 2 }, new BigInteger(12345678901234567890), double.NaN,
            new IpcMap { ["k"] = 1 }, new IpcSet { 1 },
        }).GetRawText());
    }

    [Fact]
    public void Options_are_honoured()
    {
        var options = new IpcSerializerOptions();
        options.JsonSerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper;
        options.JsonSerializerOptions.PropertyNameCaseInsensitive = true;
        options.JsonSerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.JsonSerializerOptions.DictionaryKeyPolicy = JsonNamingPolicy.CamelCase;
        options.JsonSerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.JsonSerializerOptions.IncludeFields = true;
        var serializer = new IpcSerializer(options);
        Assert.Equal(["TITLE", "STARS", "AUTHOR"], ((IpcObject)serializer.ToIpcValue(new NewNote("t", 1, null))).Keys);
        Assert.Equal(new NewNote("t", 1, null), serializer.Convert<NewNote>(new IpcObject { ["Title"] = "t", ["stars"] = 1 }, "it"));
        Assert.Equal(["someKey"], ((IpcObject)serializer.ToIpcValue(new Dictionary<string, int> { ["SomeKey"] = 1 })).Keys);
        Assert.Equal((1, "x"), serializer.Convert<(int, string)>(serializer.ToIpcValue((1, "x")), "it"));
        var unknown = Assert.Throws<IpcBindingException>(() => serializer.Convert<Point>(new IpcObject { ["Z"] = 1 }, "it"));
        Assert.Equal("it: there is no property 'Z'.", unknown.Message);
    }

    [Fact]
    public void Exceptions_of_constructors_reach_the_page_and_those_of_getters_do_not()
    {
        var refusal = Assert.Throws<IpcBindingException>(() => Codec.Bind<Validating>(new IpcObject { ["name"] = "" }));
        Assert.Equal("argument 1 ('it'): A name must not be empty.", refusal.Message);
        Assert.IsType<ArgumentException>(refusal.InnerException);
        var uncloneable = Assert.Throws<IpcCloneException>(() => Codec.Serializer.ToIpcValue(new Throwing()));
        Assert.Equal("An object could not be cloned.", uncloneable.Message);
        Assert.Contains("boom", uncloneable.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void One_serializer_serves_many_threads()
    {
        var serializer = new IpcSerializer(new IpcSerializerOptions());
        Parallel.For(0, 2000, i =>
        {
            var note = serializer.Convert<NewNote>(serializer.ToIpcValue(new NewNote($"t{i}", i, null)), "it");
            Assert.Equal($"t{i}", note!.Title);
        });
    }
}
