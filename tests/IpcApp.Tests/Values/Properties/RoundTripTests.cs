using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using CsCheck;
using IpcApp.Internal.Codec;
using IpcApp.Internal.Codec.Converters;
using IpcApp.TestApp.Shapes;

namespace IpcApp.Tests.Values.Properties;

/// <summary>
/// Properties of the codecs for any JavaScript value and for any of more than a hundred C# types. A failure is shrunk, and shown with the seed
/// that repeats it: <c>CsCheck_Seed</c> in the environment. <c>CsCheck_Iter</c> says how many values there are.
/// </summary>
public sealed class RoundTripTests
{
    private const int Values = 20_000;

    private static readonly byte[] Versions = [13, 14, 15, 16];
    private static readonly IpcSerializer Generated = new(new IpcSerializerOptions());
    private static readonly IpcSerializer Reflected = new(WithoutGeneratedCodecs());

    static RoundTripTests() => RuntimeHelpers.RunModuleConstructor(typeof(Shape<>).Module.ModuleHandle); // as any code in it does

    [Fact]
    public void There_are_a_hundred_types_and_their_codecs_are_generated()
    {
        Assert.True(CSharpValues.Types.Count >= 100);
        Assert.All(
            CSharpValues.Types.Where(type => type.IsGenericType || type.IsEnum || type == typeof(Mixed)),
            type => Assert.NotNull(CodecTable.Find(type)));
    }

    [Fact]
    public void Any_JavaScript_value_reads_back_as_it_was_written() => JavaScriptValues.Any.Sample(
        value =>
        {
            var payload = Codec.Write(value);
            foreach (var version in Versions)
            {
                var read = Codec.Read(Codec.WithVersion(payload, version));
                Assert.Equal(Canonical.Describe(value), Canonical.Describe(read));
                Assert.True(IpcValue.DeepEquals(value, read));
                Assert.Equal(payload, Codec.Write(read));
            }
        },
        iter: Values);

    [Fact]
    public void Any_CSharp_value_reads_back_as_it_was_and_generated_and_reflected_codecs_agree() => CSharpValues.Any.Sample(
        value =>
        {
            var payload = value.Write(Generated);
            Assert.Equal(payload, value.Write(Reflected));
            var untyped = value.ToIpcValue(Generated);
            Assert.Equal(Canonical.Describe(untyped), Canonical.Describe(Codec.Read(payload)));
            var expected = value.ToString();
            if (expected != "null")
            {
                Assert.Equal(expected, value.Bind(untyped, Generated));
                Assert.Equal(expected, value.Bind(untyped, Reflected));
            }
        },
        iter: Values);

    /// <summary>Values that fit, values of other kinds, and values that fit but for one place.</summary>
    [Fact]
    public void Any_value_binds_to_any_type_alike_or_is_refused_alike() => Gen.Select(
        CSharpValues.Any, JavaScriptValues.Any, Gen.Int[0, 40]).Sample(
        (typed, other, place) =>
        {
            var value = Splice.Replace(typed.ToIpcValue(Generated), other, place);
            Assert.Equal(typed.Bind(value, Generated), typed.Bind(value, Reflected));
        },
        iter: Values);

    /// <summary>Contracts that something might have changed are followed member by member, by reflection.</summary>
    private static IpcSerializerOptions WithoutGeneratedCodecs()
    {
        var options = new IpcSerializerOptions();
        options.JsonSerializerOptions.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { _ => { } } };
        return options;
    }
}
