using System.Numerics;
using System.Text.Json.Serialization;
using IpcApp.Internal.Codec;

namespace IpcApp.Tests.Values;

/// <summary>What values lose by their System.Text.Json contract is told, for types that no analyzer has seen.</summary>
public sealed class LostStateTests
{
    private readonly List<string> _warnings = [];

    private readonly struct Pair(int left, string right)
    {
        public int Left { get; } = left;

        public string Right { get; } = right;

        public int Sum => Left + Right.Length;
    }

    private sealed class Settings
    {
        public int Version { get; private set; } = 4;

        public List<string> Tags { get; } = [];

        public string? Name { get; set; }

        public int Count => Tags.Count;
    }

    private sealed class Hidden
    {
        [JsonIgnore]
        public string Secret { get; set; } = "s";
    }

    private sealed class HiddenField
    {
        [JsonIgnore]
        public string Secret = "s";
    }

    private sealed class Filled
    {
        [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
        public List<(int X, string Y)> Points { get; } = [];
    }

    [Fact]
    public void A_type_that_has_only_fields_is_refused()
    {
        var error = Assert.Throws<IpcCloneException>(() => Codec.Serializer.ToIpcValue(new Vector3(1, 2, 3)));
        Assert.Contains("the type has no properties, and fields do not cross", $"{error.Message} {error.Detail}", StringComparison.Ordinal);
        Assert.Throws<IpcCloneException>(() => Codec.WriteTyped(new Vector3(1, 2, 3)));
        Assert.Throws<IpcBindingException>(() => Codec.Bind<Vector3>(new IpcObject { ["x"] = 1 }));
    }

    [Fact]
    public void A_type_whose_members_are_all_excluded_is_an_empty_object()
    {
        Assert.True(IpcValue.DeepEquals(new IpcObject(), Codec.Serializer.ToIpcValue(new Hidden())));
        Assert.True(IpcValue.DeepEquals(new IpcObject(), Codec.Serializer.ToIpcValue(new HiddenField())));
    }

    [Fact]
    public void A_member_that_a_page_sent_and_that_cannot_be_set_is_told_once_for_each_type()
    {
        var serializer = new IpcSerializer(new IpcSerializerOptions(), warn: _warnings.Add);
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(0, serializer.Convert<Pair>(new IpcObject { ["left"] = 1, ["right"] = "a", ["sum"] = 2 }, "it").Left);
            Assert.Equal("n", serializer.Convert<Settings>(
                new IpcObject { ["version"] = 5, ["tags"] = new IpcArray { "a" }, ["name"] = "n", ["count"] = 1 }, "it")!.Name);
        }

        Assert.Equal(2, _warnings.Count);
        Assert.StartsWith($"A page sent 'left' and 'right' of {typeof(Pair)}, which cannot be set", _warnings[0], StringComparison.Ordinal);
        Assert.StartsWith($"A page sent 'version' and 'tags' of {typeof(Settings)}, which cannot be set", _warnings[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_told_of_members_that_no_page_sent_or_that_are_worked_out()
    {
        var serializer = new IpcSerializer(new IpcSerializerOptions(), warn: _warnings.Add);
        serializer.Convert<Settings>(new IpcObject { ["name"] = "n", ["count"] = 1 }, "it");
        Assert.Empty(_warnings);
    }

    [Fact]
    public void Tuples_are_arrays_also_in_types_that_cross_as_their_json()
    {
        var value = Codec.Serializer.ToIpcValue(new Filled { Points = { (1, "a"), (2, "b") } });
        var points = new IpcArray { new IpcArray { 1, "a" }, new IpcArray { 2, "b" } };
        Assert.True(IpcValue.DeepEquals(new IpcObject { ["points"] = points }, value), $"{value}");
        Assert.Equal([(1, "a"), (2, "b")], Codec.Bind<Filled>(value)!.Points);
        Assert.Throws<IpcBindingException>(() => Codec.Bind<Filled>(new IpcObject { ["points"] = new IpcArray { new IpcArray { 1 } } }));
        Assert.Throws<IpcBindingException>(
            () => Codec.Bind<Filled>(new IpcObject { ["points"] = new IpcArray { new IpcArray { 1, "a", 2 } } }));
    }
}
