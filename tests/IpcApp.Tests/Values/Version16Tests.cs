using System.Numerics;
using IpcApp.Internal.Codec;

namespace IpcApp.Tests.Values;

/// <summary>Bytes that a Chromium of V8's format version 16 wrote: Fixtures/chromium-v16.hex.</summary>
public sealed class Version16Tests
{
    private static readonly IpcObject Shared = new() { ["s"] = 1 };

    public static Dictionary<string, IpcValue> Expected { get; } = new()
    {
        ["primitives"] = new IpcArray
        {
            IpcValue.Undefined, IpcValue.Null, true, false, 0, -0.0, 1, -1, int.MaxValue, int.MinValue, (double)uint.MaxValue, 1.5,
            double.NaN, double.PositiveInfinity, double.NegativeInfinity, BigInteger.Zero, BigInteger.MinusOne, BigInteger.Pow(2, 70),
        },
        ["strings"] = new IpcArray { "", "ascii", "caf\u00e9", "\u20ac\ud83d\ude00", "\ud800 lone" },
        ["date"] = new IpcArray { new IpcDate(0), new IpcDate(double.NaN), new IpcDate(-1) },
        ["regexp"] = new IpcArray { new IpcRegExp("a+", "gimsuy"), new IpcRegExp("b", "dv") },
        ["boxed"] = new IpcArray { new IpcBoxed(true), new IpcBoxed(false), new IpcBoxed(1.5), new IpcBoxed(5L), new IpcBoxed("text") },
        ["errors"] = Errors(),
        ["sparse"] = Sparse(),
        ["objects"] = new IpcArray
        {
            new IpcObject { ["1"] = 1, ["2"] = 2, ["3000000000"] = "index", ["b"] = 1, ["a"] = IpcValue.Undefined, ["4294967295"] = "big" },
            Shared,
            Shared,
        },
        ["cyclic"] = Cyclic(),
        ["map"] = new IpcMap { [1] = "one", ["k"] = new IpcSet { 1, "a", Shared }, [Shared] = Shared },
        ["buffers"] = new IpcArray
        {
            new IpcArrayBuffer([1, 2, 3, 4, 5, 6, 7, 8]),
            new IpcArrayBufferView(IpcArrayBufferViewKind.Uint8Array, [3, 4, 5]),
            new IpcArrayBufferView(IpcArrayBufferViewKind.DataView, [1, 2, 3, 4, 5, 6, 7, 8]),
            IpcArrayBufferView.Create<double>(IpcArrayBufferViewKind.Float64Array, [1.5]),
            IpcArrayBufferView.Create<ulong>(IpcArrayBufferViewKind.BigUint64Array, [5]),
            new IpcArrayBufferView(IpcArrayBufferViewKind.Uint8ClampedArray, [255]),
        },
        ["float16"] = IpcArrayBufferView.Create<Half>(IpcArrayBufferViewKind.Float16Array, [(Half)1.5, (Half)(-2)]),
        ["resizable"] = new IpcArray
        {
            new IpcArrayBuffer([0, 0, 0, 0], 16),
            new IpcArrayBufferView(IpcArrayBufferViewKind.Uint8Array, [0, 0, 0, 0]),
            new IpcArrayBufferView(IpcArrayBufferViewKind.Int16Array, [0, 0]),
        },
    };

    public static TheoryData<string> Names => new(Expected.Keys);

    public static Dictionary<string, byte[]> Streams { get; } = Fixture.Lines("chromium-v16.hex")
        .Select(line => line.Split(' '))
        .ToDictionary(parts => parts[0], parts => Convert.FromHexString(parts[1]));

    [Theory]
    [MemberData(nameof(Names))]
    public void What_chromium_wrote_is_read(string name)
    {
        Assert.Equal(16, Streams[name][1]);
        var value = V8Reader.Read(Streams[name], []);
        Assert.Equal(Canonical.Describe(Expected[name]), Canonical.Describe(value));
        Assert.True(IpcValue.DeepEquals(Expected[name], value));
        Assert.True(IpcValue.DeepEquals(value, Codec.Read(Codec.Write(value))));
    }

    [Fact]
    public void Every_fixture_has_an_expectation() => Assert.Equal(Expected.Keys.Order(), Streams.Keys.Order());

    private static IpcArray Errors()
    {
        var round = new IpcError("RangeError", "round", "STACK");
        round.Cause = round;
        var typed = new IpcError("TypeError", "typed", "STACK", new IpcObject { ["deep"] = 1 });
        return [new IpcError("Error", "plain", "STACK"), typed, round];
    }

    private static IpcArray Sparse() => new() { [0] = 1, [2] = 3, ["extra"] = "x", Length = 9 };

    private static IpcObject Cyclic()
    {
        var cyclic = new IpcObject { ["name"] = "cyclic" };
        cyclic["self"] = cyclic;
        return cyclic;
    }
}
