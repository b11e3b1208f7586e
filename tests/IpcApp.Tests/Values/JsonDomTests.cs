using System.Collections;
using System.Collections.Specialized;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IpcApp.Tests.Values;

/// <summary>JSON documents cross as what the JSON stands for; and other types that look like collections and are none.</summary>
public sealed class JsonDomTests
{
    private static readonly IpcObject Value = new()
    {
        ["text"] = "x",
        ["list"] = new IpcArray { 1, 0.5, true, IpcValue.Null },
        ["inner"] = new IpcObject(),
    };

    [Fact]
    public void Documents_cross_as_values()
    {
        RoundTrip<JsonObject>(Value);
        RoundTrip<JsonNode>(Value);
        RoundTrip<JsonElement>(Value);
        RoundTrip<JsonDocument>(Value);
        RoundTrip<JsonArray>(new IpcArray { 1, "a", new IpcObject { ["b"] = IpcValue.Null } });
        RoundTrip<JsonNode>(new IpcArray());
        RoundTrip<JsonNode>("text");
        RoundTrip<JsonValue>("text");
        RoundTrip<JsonValue>(-0.5);
        RoundTrip<JsonValue>(true);
        RoundTrip<JsonElement>(5);
    }

    [Fact]
    public void Documents_cross_as_members_and_elements()
    {
        var holder = new IpcObject
        {
            ["object"] = Value,
            ["array"] = new IpcArray { 1 },
            ["node"] = IpcValue.Null,
            ["scalar"] = 5,
            ["element"] = IpcValue.Null,
            ["list"] = new IpcArray { new IpcObject { ["a"] = 1 }, IpcValue.Null },
            ["byName"] = new IpcObject { ["k"] = new IpcArray() },
        };
        RoundTrip<Holder>(holder);
        var bound = Codec.Bind<Holder>(holder)!;
        Assert.Null(bound.Node);
        Assert.Equal(JsonValueKind.Null, bound.Element.ValueKind);
        Assert.Equal("x", (string?)bound.Object["text"]);
    }

    [Fact]
    public void What_the_page_sent_is_named_and_the_handler_is_not_blamed()
    {
        LeafConversionTests.AssertRefused<JsonObject>(new IpcArray(), "expected an object, got an array.");
        LeafConversionTests.AssertRefused<JsonObject>(5, "expected an object, got number 5.");
        LeafConversionTests.AssertRefused<JsonObject>(new IpcMap { [1] = 2 }, "expected an object, got a Map.");
        LeafConversionTests.AssertRefused<JsonArray>(new IpcObject(), "expected an array, got an object.");
        LeafConversionTests.AssertRefused<JsonValue>(new IpcObject(), "expected a string, a number or a boolean, got an object.");
        LeafConversionTests.AssertRefused<JsonValue>(double.NaN, "expected a string, a number or a boolean, got number NaN.");
        LeafConversionTests.AssertRefused<Holder>(new IpcObject { ["object"] = new IpcArray() }, "at $.object: expected an object, got an array.");
        LeafConversionTests.AssertRefused<JsonObject>(new IpcObject { ["x"] = new IpcRegExp("a") }, "a RegExp has no JSON.");
        Assert.Equal(1, (int?)Codec.Bind<JsonObject>(new IpcMap { ["a"] = 1 })!["a"]);
        Assert.Null(Codec.Bind<JsonObject>(IpcValue.Null));
        Assert.Null(Codec.Bind<JsonNode>(IpcValue.Undefined));
    }

    [Fact]
    public void Collections_whose_elements_are_not_what_they_hold_are_refused()
    {
        string[] words = ["a", "b", "aa"];
        AssertUncloneable(words.GroupBy(word => word.Length), "do not have its key");
        AssertUncloneable(words.ToLookup(word => word.Length), "do not have its key");
        AssertUncloneable(new NameValueCollection { ["a"] = "b" }, "names without values");
        AssertUncloneable(new System.Xml.XmlDocument().CreateElement("a"), "OuterXml");
        AssertUncloneable(new Token { Value = 5 }, "sequence of such elements");
        LeafConversionTests.AssertRefused<Token>(new IpcArray(), "the handler declares a type that nothing can be bound to.");
        Assert.True(IpcValue.DeepEquals(new IpcArray { new IpcArray() }, Codec.Serializer.ToIpcValue(new Nested { new() })));
    }

    private static void AssertUncloneable<T>(T value, string detail)
        => Assert.Contains(
            detail, Assert.Throws<IpcCloneException>(() => Codec.Serializer.ToIpcValue<object?>(value)).Detail, StringComparison.Ordinal);

    private static void RoundTrip<T>(IpcValue value)
    {
        var bound = Codec.Bind<T>(value);
        Assert.True(IpcValue.DeepEquals(value, Codec.Serializer.ToIpcValue(bound)), $"{typeof(T)}");
        Assert.True(IpcValue.DeepEquals(value, Codec.Read(Codec.WriteTyped(bound))), $"{typeof(T)} directly");
        Assert.True(IpcValue.DeepEquals(value, Codec.Read(Codec.WriteTyped<object?>(bound))), $"{typeof(T)} by its run-time type");
        Assert.True(IpcValue.DeepEquals(value, Codec.Serializer.ToIpcValue(DirectBinding.Read<T>(value))), $"{typeof(T)} from bytes");
    }

    public sealed class Holder
    {
        public JsonObject Object { get; set; } = [];

        public JsonArray? Array { get; set; }

        public JsonNode? Node { get; set; }

        public JsonValue? Scalar { get; set; }

        public JsonElement Element { get; set; }

        public List<JsonNode?> List { get; set; } = [];

        public Dictionary<string, JsonArray> ByName { get; set; } = [];
    }

    /// <summary>As JSON models of other libraries are: a leaf is a sequence too.</summary>
    public sealed class Token : IEnumerable<Token>
    {
        public object? Value { get; set; }

        public IEnumerator<Token> GetEnumerator() => Enumerable.Empty<Token>().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    public sealed class Nested : List<Nested>;
}
