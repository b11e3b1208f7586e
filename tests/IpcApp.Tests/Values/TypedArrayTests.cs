using System.Collections.Immutable;
using System.Numerics;
using static IpcApp.IpcArrayBufferViewKind;

namespace IpcApp.Tests.Values;

/// <summary>A typed array is an array of its elements, wherever an array of numbers is one.</summary>
public sealed class TypedArrayTests
{
    [Fact]
    public void Each_class_is_an_array_of_its_elements()
    {
        Binds<sbyte>(Int8Array, [-128, 0, 127]);
        Binds<short>(Int16Array, [short.MinValue, 1]);
        Binds<ushort>(Uint16Array, [ushort.MaxValue, 1]);
        Binds<int>(Int32Array, [int.MinValue, 1]);
        Binds<uint>(Uint32Array, [uint.MaxValue, 1]);
        Binds<long>(BigInt64Array, [long.MinValue, 1]);
        Binds<ulong>(BigUint64Array, [ulong.MaxValue, 1]);
        Binds<Half>(Float16Array, [(Half)1.5, Half.NaN, Half.NegativeZero]);
        Binds<float>(Float32Array, [0.1f, float.NaN, float.NegativeInfinity, -0.0f]);
        Binds<double>(Float64Array, [0.1, double.NaN, double.Epsilon, -0.0]);
        Binds<float>(Float32Array, []);
    }

    [Fact]
    public void Bytes_bind_to_lists_too_and_byte_arrays_take_any_binary_data()
    {
        byte[] bytes = [1, 2, 255, 0];
        foreach (var kind in (IpcArrayBufferViewKind[])[Uint8Array, Uint8ClampedArray])
        {
            var view = new IpcArrayBufferView(kind, bytes);
            Assert.Equal(bytes, Direct<List<byte>>(view));
            Assert.Equal(bytes, Direct<IReadOnlyList<byte>>(view));
            Assert.Equal(bytes, Direct<byte[]>(view));
        }

        Assert.Equal(bytes, Direct<byte[]>(new IpcArrayBufferView(Float32Array, bytes)));
        Assert.Equal([1, 2], Direct<List<byte>>(new IpcArray { 1, 2 })!);
    }

    [Fact]
    public void Another_class_is_refused_by_name()
    {
        var doubles = IpcArrayBufferView.Create<double>(Float64Array, [1]);
        LeafConversionTests.AssertRefused<float[]>(doubles, "expected an array or a Float32Array, got a Float64Array.");
        LeafConversionTests.AssertRefused<List<int>>(doubles, "expected an array or an Int32Array, got a Float64Array.");
        LeafConversionTests.AssertRefused<long[]>(doubles, "expected an array or a BigInt64Array, got a Float64Array.");
        LeafConversionTests.AssertRefused<ReadOnlyMemory<int>>(doubles, "expected an array or an Int32Array, got a Float64Array.");
        LeafConversionTests.AssertRefused<HashSet<int>>(doubles, "expected a Set, an array or an Int32Array, got a Float64Array.");
        LeafConversionTests.AssertRefused<int[]>(new IpcArrayBufferView(DataView, new byte[4]), "got a DataView.");
        LeafConversionTests.AssertRefused<int[]>(new IpcArrayBuffer(new byte[4]), "got an ArrayBuffer.");
        LeafConversionTests.AssertRefused<decimal[]>(doubles, "expected an array, got a Float64Array.");
        LeafConversionTests.AssertRefused<DayOfWeek[]>(new IpcArrayBufferView(Int32Array, new byte[4]), "expected an array, got an Int32Array.");
        LeafConversionTests.AssertRefused<float[]>(new IpcArray { 1e300 }, "at $[0]: expected a number in the range of 32-bit floating point");
        LeafConversionTests.AssertRefused<float[]>(new IpcArray { BigInteger.One }, "at $[0]: expected a number in the range of 32-bit");
    }

    [Fact]
    public void Memory_is_an_array_and_no_number_is_lost()
    {
        Memory<long> memory = new[] { long.MaxValue, -1 };
        Assert.True(IpcValue.DeepEquals(
            new IpcArray { new BigInteger(long.MaxValue), BigInteger.MinusOne }, Codec.Read(Codec.WriteTyped(memory))));
        Assert.Equal(memory.ToArray(), Direct<Memory<long>>(Codec.Serializer.ToIpcValue(memory)).ToArray());
        ReadOnlyMemory<double> doubles = new[] { double.NaN, 1 };
        Assert.Equal(doubles.ToArray(), Direct<ReadOnlyMemory<double>>(Codec.Serializer.ToIpcValue(doubles)).ToArray());
        Assert.Equal(["a"], Direct<ReadOnlyMemory<string>>(new IpcArray { "a" }).ToArray());
        Assert.Null(Codec.Bind<ReadOnlyMemory<int>?>(IpcValue.Null));
    }

    private static void Binds<T>(IpcArrayBufferViewKind kind, T[] elements)
        where T : unmanaged
    {
        var view = IpcArrayBufferView.Create<T>(kind, elements);
        Assert.Equal(elements, Direct<T[]>(view));
        Assert.Equal(elements, Direct<List<T>>(view));
        Assert.Equal(elements, Direct<IReadOnlyList<T>>(view));
        Assert.Equal(elements, Direct<IEnumerable<T>>(view));
        Assert.Equal(elements, Direct<ImmutableArray<T>>(view));
        Assert.Equal(elements, Direct<Memory<T>>(view).ToArray());
        Assert.Equal(elements, Direct<ReadOnlyMemory<T>>(view).ToArray());
        Assert.Equal(elements.ToHashSet(), Direct<HashSet<T>>(view));
    }

    /// <summary>Both by the untyped value and straight from its bytes, which must say the same.</summary>
    private static T? Direct<T>(IpcValue value)
    {
        var bound = Codec.Bind<T>(value);
        var direct = DirectBinding.Read<T>(value);
        Assert.Equal(Codec.WriteTyped(bound), Codec.WriteTyped(direct));
        return direct;
    }
}
