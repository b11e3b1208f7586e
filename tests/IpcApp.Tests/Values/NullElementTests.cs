using System.Buffers;
using System.Reflection;
using IpcApp.Infrastructure;
using IpcApp.Internal.Codec;
using IpcApp.Internal.Codec.Converters;

namespace IpcApp.Tests.Values;

/// <summary>Null, undefined and holes inside collections, by what the declaration of a parameter or member says. Types by reflection.</summary>
public sealed partial class NullElementTests
{
    private const string WayOut = "to accept null, declare it with '?', or set IpcApp:NullElements to Allow.";

    private static readonly IpcSerializer Allowing = new(new IpcSerializerOptions(), nullElements: IpcNullElements.Allow);

    private static readonly IpcValue[] Nothing = [IpcValue.Null, IpcValue.Undefined];

    /// <summary>A method of <see cref="Declarations"/>, a value with one null in it, and where that is.</summary>
    public static TheoryData<string, string, string> Refused => new()
    {
        { nameof(Declarations.Array), "list", "$[1]" },
        { nameof(Declarations.List), "list", "$[1]" },
        { nameof(Declarations.ReadOnlyList), "list", "$[1]" },
        { nameof(Declarations.Immutable), "list", "$[1]" },
        { nameof(Declarations.Set), "set", "$[1]" },
        { nameof(Declarations.Dictionary), "object", "$.a" },
        { nameof(Declarations.ByNumber), "map", "$[0]" },
        { nameof(Declarations.Lists), "lists", "$[0][1]" },
        { nameof(Declarations.NullableList), "list", "$[1]" },
        { nameof(Declarations.NullableLists), "lists", "$[0][1]" },
        { nameof(Declarations.ListsByName), "list by name", "$.a[1]" },
        { nameof(Declarations.Tags), "tags", "$.tags[1]" },
        { nameof(Declarations.Settable), "tags", "$.tags[1]" },
        { nameof(Declarations.Addresses), "list", "$[1]" },
        { nameof(Declarations.Strings), "items", "$.items[1]" },
        { nameof(Declarations.Strings), "selected", "$.selected" },
        { nameof(Declarations.Nested), "nested", "$[0].items[1]" },
        { nameof(Declarations.Inner), "items", "$.items[1]" },
        { nameof(Declarations.Derived), "items", "$.items[1]" },
        { nameof(Declarations.Names), "list", "$[1]" },
        { nameof(Declarations.TableOf), "object", "$.a" },
        { nameof(Declarations.Groups), "lists", "$[0][1]" },
        { nameof(Declarations.Labels), "object", "$.a" },
        { nameof(Declarations.Ids), "object", "$.a" },
        { nameof(Declarations.Pair), "pair", "$.value[1]" },
        { nameof(Declarations.Struct), "items", "$.items[1]" },
        { nameof(Declarations.NullableStruct), "items", "$.items[1]" },
        { nameof(Declarations.Objects), "list", "$[1]" },
        { nameof(Declarations.Tuple), "tuple", "$[0]" },
        { nameof(Declarations.NullableTuple), "tuple", "$[0]" },
        { nameof(Declarations.ClassTuple), "tuple", "$[0]" },
        { nameof(Declarations.LongTuple), "long tuple", "$[8]" },
        { nameof(Declarations.Tuples), "tuples", "$[0][1][1]" },
        { nameof(Declarations.Union), "list", "$[1]" },
        { nameof(Declarations.UnionOf), "list", "$[1]" },
    };

    public static TheoryData<string, string> Accepted => new()
    {
        { nameof(Declarations.NullableStrings), "list" },
        { nameof(Declarations.NullableAddresses), "list" },
        { nameof(Declarations.NullableNumbers), "numbers" },
        { nameof(Declarations.NullableValues), "object" },
        { nameof(Declarations.Loose), "loose" },
        { nameof(Declarations.OfNullable), "items" },
        { nameof(Declarations.OfNullable), "selected" },
        { nameof(Declarations.MaybeOfStrings), "items" },
        { nameof(Declarations.DerivedOfNullable), "items" },
        { nameof(Declarations.NullableNames), "list" },
        { nameof(Declarations.Sparse), "list" },
        { nameof(Declarations.SparseValues), "object" },
        { nameof(Declarations.Oblivious), "list" },
        { nameof(Declarations.ObliviousMember), "tags" },
        { nameof(Declarations.Values), "list" },
        { nameof(Declarations.TupleOfNullable), "tuple" },
        { nameof(Declarations.UnionOfNullable), "list" },
        { nameof(Declarations.Array), "full list" },
        { nameof(Declarations.Dictionary), "empty" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Refuses_null_where_the_declaration_does(string method, string value, string path)
        => Assert.All(Nothing, nothing =>
        {
            var outcome = Bind(method, Make(value, nothing), Codec.Serializer);
            Assert.StartsWith($"argument 1 ('it') at {path}: expected ", outcome.Error?.Message, StringComparison.Ordinal);
            Assert.Contains(nothing.Kind == IpcValueKind.Null ? "got null" : "got undefined", outcome.Error!.Message, StringComparison.Ordinal);
            if (path != "$.selected") // as for every member, '?' is the only way there
            {
                Assert.EndsWith(WayOut, outcome.Error.Message, StringComparison.Ordinal);
            }

            Assert.Null(Bind(method, Make(value, nothing), Allowing).Error);
        });

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Accepts_null_where_the_declaration_does_or_says_nothing(string method, string value)
        => Assert.All(Nothing, nothing => Assert.Null(Bind(method, Make(value, nothing), Codec.Serializer).Error));

    [Fact]
    public void A_hole_is_refused_as_undefined()
    {
        var outcome = Bind(nameof(Declarations.Array), new IpcArray { [2] = "x" }, Codec.Serializer);
        Assert.StartsWith(
            "argument 1 ('it') at $[0]: expected a string, got undefined, which", outcome.Error?.Message, StringComparison.Ordinal);
    }

    /// <summary>A type that is chosen at run time says nothing about null.</summary>
    [Fact]
    public void A_type_without_a_declaration_accepts_null()
        => Assert.Equal(["a", null!], Codec.Bind<string[]>(new IpcArray(["a", IpcValue.Null]))!);

    [Fact]
    public void The_members_of_a_type_without_a_declaration_have_declarations()
        => Assert.Throws<IpcBindingException>(() => Codec.Bind<Tagged>(Make("tags", IpcValue.Null)));

    [Theory]
    [InlineData("")]
    [InlineData("x!")]
    [InlineData("!<")]
    [InlineData("!<!")]
    [InlineData("!!")]
    public void A_description_that_is_malformed_is_refused(string text)
        => Assert.Throws<FormatException>(() => IpcParameter.Of<string[]>("it", isRequired: true, text));

    [Theory]
    [InlineData(nameof(Declarations.Array), "!<!>")]
    [InlineData(nameof(Declarations.NullableList), "?<!>")]
    [InlineData(nameof(Declarations.ListsByName), "!<!!<!>>")]
    [InlineData(nameof(Declarations.NullableStruct), "?<?<!>>")]
    [InlineData(nameof(Declarations.Oblivious), "?<?>")]
    public void Attributes_are_read_as_they_were_written(string method, string text)
        => Assert.Equal(text, DeclaredAnnotations.Of(Parameter(method)));

    private static (object? Value, IpcBindingException? Error) Bind(string method, IpcValue value, IpcSerializer serializer)
    {
        var parameter = Parameter(method);
        return ((object?, IpcBindingException?))typeof(NullElementTests)
            .GetMethod(nameof(BindTo), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(parameter.ParameterType)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [value, serializer, DeclaredAnnotations.Of(parameter)], null)!;
    }

    /// <summary>Both ways give the same: what is refused is not read directly.</summary>
    private static (object? Value, IpcBindingException? Error) BindTo<T>(IpcValue value, IpcSerializer serializer, string annotation)
    {
        var payload = new ArrayBufferWriter<byte>();
        serializer.WriteArguments(payload, value);
        var parameter = IpcParameter.Of<T>("it", isRequired: true, annotation);
        var direct = serializer.TryReadArguments(payload.WrittenMemory, [parameter], out _);
        try
        {
            return (serializer.Convert<T>(value, new ValueOrigin(0, "it"), annotation: parameter.Annotation), null);
        }
        catch (IpcBindingException e)
        {
            Assert.Null(direct);
            return (null, e);
        }
    }

    private static ParameterInfo Parameter(string method) => typeof(Declarations).GetMethod(method)!.GetParameters()[0];

    private static IpcValue Make(string kind, IpcValue nothing) => kind switch
    {
        "list" => new IpcArray([First, nothing]),
        "full list" => new IpcArray(["a", "b"]),
        "numbers" => new IpcArray([1, nothing]),
        "set" => new IpcSet(["a", nothing]),
        "object" => new IpcObject { ["a"] = nothing },
        "empty" => new IpcObject(),
        "map" => new IpcMap { { 1, nothing } },
        "lists" => new IpcArray([new IpcArray(["a", nothing])]),
        "tuple" => new IpcArray([nothing, 1]),
        "long tuple" => new IpcArray([1, 2, 3, 4, 5, 6, 7, 8, nothing]),
        "tuples" => new IpcArray([new IpcArray([1, new IpcArray(["a", nothing])])]),
        "list by name" => new IpcObject { ["a"] = new IpcArray([First, nothing]) },
        "tags" => new IpcObject { ["tags"] = new IpcArray(["a", nothing]) },
        "loose" => new IpcObject { ["tags"] = new IpcArray(), ["loose"] = new IpcArray([nothing]) },
        "items" => new IpcObject { ["items"] = new IpcArray(["a", nothing]), ["selected"] = "a" },
        "selected" => new IpcObject { ["items"] = new IpcArray(), ["selected"] = nothing },
        "nested" => new IpcArray([Make("items", nothing)]),
        "pair" => new IpcObject { ["key"] = "k", ["value"] = new IpcArray(["a", nothing]) },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>An element that fits strings, addresses and objects.</summary>
    private static IpcValue First => "a";
}
