using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using IpcApp.Internal.Codec.Converters;
using IpcApp.Testing;
using IpcApp.Testing.Internal.Hostile;

namespace IpcApp.Tests.Testing.Hostile;

/// <summary>The judge of bound values by itself: what a binding that is wrong in one way would hand over, and what one that is right does.</summary>
public sealed class BoundValueCheckTests
{
    private static readonly ConverterResolver Converters = new(new IpcSerializerOptions());

    public enum Colour
    {
        Red,
        Green,
        DarkBlue,
        DeepBlue = DarkBlue,
    }

    [Flags]
    public enum Rights
    {
        None = 0,
        Read = 1,
        Write = 2,
    }

    [Theory]
    [InlineData("green, darkBlue", (Colour)3)]
    [InlineData("red, green", Colour.Green)]
    [InlineData("green, green", Colour.Green)]
    [InlineData(" green ", Colour.Green)]
    [InlineData("GREEN", Colour.Green)]
    [InlineData("darkblue", Colour.DarkBlue)]
    [InlineData("green", Colour.Red)]
    public void An_enum_that_is_not_exactly_the_one_that_was_named_is_found(string sent, Colour bound)
    {
        Assert.NotNull(Find<Colour>(sent, bound));
        Assert.NotNull(Find<Colour[]>(new IpcArray { sent }, new[] { bound }));
        Assert.NotNull(Find<Holder<Colour>>(new IpcObject { ["value"] = sent }, new Holder<Colour>(bound)));
    }

    [Theory]
    [InlineData("read,", Rights.Read)]
    [InlineData("read,write", Rights.Read | Rights.Write)]
    [InlineData("read, Write", Rights.Read | Rights.Write)]
    [InlineData("read, write", Rights.Read)]
    [InlineData("read", (Rights)8)]
    public void Flags_that_are_not_exactly_those_that_were_named_are_found(string sent, Rights bound) => Assert.NotNull(Find<Rights>(sent, bound));

    [Fact]
    public void Members_and_combinations_of_flags_are_right()
    {
        Assert.Null(Find<Colour>("darkBlue", Colour.DarkBlue));
        Assert.Null(Find<Colour>("deepBlue", Colour.DarkBlue));
        Assert.Null(Find<Colour?>("red", Colour.Red));
        Assert.Null(Find<Rights>("write, read", Rights.Read | Rights.Write));
        Assert.Null(Find<Rights>("none", Rights.None));
    }

    [Fact]
    public void Null_in_elements_that_are_declared_as_not_null_is_found_at_every_depth()
    {
        Assert.NotNull(FindIn(nameof(Elements.Words), new IpcArray { IpcValue.Null }, new string?[] { null }));
        Assert.NotNull(FindIn(nameof(Elements.List), new IpcArray { "a", IpcValue.Undefined }, new List<string?> { "a", null }));
        Assert.NotNull(FindIn(nameof(Elements.Set), new IpcSet { IpcValue.Null }, new HashSet<string?> { null }));
        Assert.NotNull(FindIn(
            nameof(Elements.ByName), new IpcObject { ["a"] = IpcValue.Null }, new Dictionary<string, string?> { ["a"] = null }));
        Assert.NotNull(FindIn(
            nameof(Elements.ByNumber), new IpcMap { [1] = IpcValue.Null }, new Dictionary<int, string?> { [1] = null }));
        Assert.NotNull(FindIn(
            nameof(Elements.Rows), new IpcArray { new IpcArray { IpcValue.Null } }, new List<string?[]> { new string?[] { null } }));
        var inner = new IpcArray { new IpcObject { ["names"] = new IpcArray { IpcValue.Null } } };
        Assert.NotNull(FindIn(nameof(Elements.Records), inner, new List<Named> { new([null!]) }));
        Assert.Null(FindIn(nameof(Elements.Maybe), new IpcArray { IpcValue.Null }, new List<string?> { null }));
        Assert.Null(FindIn(nameof(Elements.MaybeByName), new IpcObject { ["a"] = IpcValue.Null }, new Dictionary<string, string?> { ["a"] = null }));
        Assert.Null(Find<List<string>>(new IpcArray { IpcValue.Null }, new List<string?> { null }));
    }

    [Fact]
    public void A_value_that_is_its_default_although_the_page_sent_another_is_found()
    {
        Assert.Contains("'tags'", Find<Unset>(new IpcObject { ["tags"] = new IpcArray { "a" } }, new Unset()), StringComparison.Ordinal);
        Assert.Contains("'size'", Find<Unset>(new IpcObject { ["size"] = 5 }, new Unset()), StringComparison.Ordinal);
        Assert.Contains("'x'", Find<Chosen>(new IpcObject { ["x"] = 5 }, default(Chosen)), StringComparison.Ordinal);
        Assert.Contains("no member crosses", Find<Hidden>(new IpcObject { ["text"] = "a" }, new Hidden()), StringComparison.Ordinal);
        Assert.Contains("is a tuple", Find<(int, string)>(new IpcObject(), default((int, string))), StringComparison.Ordinal);
        Assert.NotNull(Find<(int, string)>(new IpcArray { 1, "a" }, (0, "a")));
        Assert.Null(Find<(int, string)>(new IpcArray { 1, "a" }, (1, "a")));
        Assert.Null(Find<Unset>(new IpcObject { ["tags"] = new IpcArray(), ["size"] = 0 }, new Unset()));
        Assert.Null(Find<Computed>(new IpcObject { ["name"] = "a", ["length"] = 1, ["created"] = 5 }, new Computed("a")));
        Assert.Null(Find<Nothing>(new IpcObject { ["a"] = 1 }, new Nothing()));
    }

    [Fact]
    public void Collections_with_an_order_of_their_own_are_right()
    {
        IpcArray sent = [1, 2, 3];
        Assert.Null(Find<Stack<int>>(sent, new Stack<int>([1, 2, 3])));
        Assert.Null(Find<ConcurrentStack<int>>(sent, new ConcurrentStack<int>([1, 2, 3])));
        Assert.Null(Find<ImmutableStack<int>>(sent, ImmutableStack.Create(1, 2, 3)));
        Assert.Null(Find<IImmutableStack<int>>(sent, ImmutableStack.Create(1, 2, 3)));
        Assert.Null(Find<ConcurrentBag<int>>(sent, new ConcurrentBag<int>([1, 2, 3])));
        Assert.NotNull(Find<Stack<int>>(sent, new Stack<int>([3, 2, 1])));
        Assert.NotNull(Find<ConcurrentBag<int>>(sent, new ConcurrentBag<int>([1, 2, 4])));
        Assert.NotNull(Find<List<int>>(sent, new List<int> { 3, 2, 1 }));
    }

    [Fact]
    public async Task The_suite_does_not_report_them_nor_typed_arrays_json_and_dictionaries()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        app.IpcMain().Handle(
            "mine:stacks", (IpcMainInvokeEvent e, Stack<int> a, ImmutableStack<string> b, ConcurrentBag<Named> c) => { });
        app.IpcMain().Handle(
            "mine:numbers", (IpcMainInvokeEvent e, float[] a, Memory<double> b, Dictionary<Guid, Colour> c) => { });
        app.IpcMain().Handle(
            "mine:json", (IpcMainInvokeEvent e, System.Text.Json.Nodes.JsonObject a, System.Text.Json.Nodes.JsonArray? b, Rights c) => { });
        foreach (var hostile in app.MyCases())
        {
            await hostile.AssertAsync();
        }
    }

    [Fact]
    public async Task Annotations_of_parameters_are_found_for_delegates_and_handler_classes()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        app.IpcMain().Handle("mine:words", (IpcMainInvokeEvent e, List<string> words, List<string?> maybe) => { });
        Assert.Equal(NullabilityState.NotNull, Annotation("mine:words", "words").GenericTypeArguments[0].ReadState);
        Assert.Equal(NullabilityState.Nullable, Annotation("mine:words", "maybe").GenericTypeArguments[0].ReadState);
        Assert.Equal(NullabilityState.NotNull, Annotation("shapes:collections", "words").ElementType!.ReadState);

        NullabilityInfo Annotation(string channel, string parameter)
        {
            var registration = app.GetChannels().Single(found => found.Channel == channel);
            return new ParameterAnnotations(registration).Of(registration.Parameters.Single(found => found.Name == parameter))!;
        }
    }

    private static string? Find<T>(IpcValue sent, object? bound)
        => new BoundValueCheck(Converters).Find(sent, bound, new DeclaredPlace(typeof(T), default(T) is null));

    private static string? FindIn(string property, IpcValue sent, object? bound)
    {
        var declared = typeof(Elements).GetProperty(property)!;
        return new BoundValueCheck(Converters).Find(
            sent, bound, new DeclaredPlace(declared.PropertyType, false, new NullabilityInfoContext().Create(declared)));
    }

    public sealed record Holder<T>(T Value);

    public sealed record Named(List<string> Names);

    public sealed class Elements
    {
        public string[] Words { get; set; } = [];

        public List<string> List { get; set; } = [];

        public HashSet<string> Set { get; set; } = [];

        public Dictionary<string, string> ByName { get; set; } = [];

        public Dictionary<int, string> ByNumber { get; set; } = [];

        public List<string[]> Rows { get; set; } = [];

        public List<Named> Records { get; set; } = [];

        public List<string?> Maybe { get; set; } = [];

        public Dictionary<string, string?> MaybeByName { get; set; } = [];
    }

    /// <summary>System.Text.Json fills neither member.</summary>
    public sealed class Unset
    {
        public List<string> Tags { get; } = [];

        public int Size { get; private set; }
    }

    /// <summary>A struct is made without its constructor.</summary>
    public readonly struct Chosen(int x)
    {
        public int X { get; } = x;
    }

    public sealed class Hidden
    {
        internal string Text { get; set; } = "";
    }

    public sealed class Nothing;

    public sealed class Computed(string name)
    {
        public string Name { get; } = name;

        public int Length => Name.Length;

        public DateTime Created { get; } = new(2024, 1, 1);
    }
}
