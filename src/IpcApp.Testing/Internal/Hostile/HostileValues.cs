using System.Numerics;

namespace IpcApp.Testing.Internal.Hostile;

/// <summary>Values that are known to break programs, whatever type was expected.</summary>
internal static class HostileValues
{
    private static readonly double[] Numbers =
    [
        0, -0.0, 1, -1, 0.5, 127, 128, -129, 255, 256, 32768, 65536, 2147483647, 2147483648, -2147483649, 4294967295, 4294967296,
        9007199254740991, 9007199254740992, 9007199254740994, -9007199254740994, 1.8446744073709552e19, 1e21, 3.5e38, double.MaxValue,
        double.Epsilon, double.NaN, double.PositiveInfinity, double.NegativeInfinity,
    ];

    private static readonly BigInteger[] BigInts =
    [
        0, -1, (BigInteger.One << 53) + 1, BigInteger.One << 63, (BigInteger.One << 64) - 1, BigInteger.One << 64, BigInteger.One << 128,
        -(BigInteger.One << 4096),
    ];

    private static readonly string[] Texts =
    [
        "", " ", "x", "0", "-1", "1e999", "NaN", "null", "undefined", "true", "[object Object]", "__proto__", "constructor", "\0", "\ud800",
        "\udc00\ud800", "a\ud800", "\u2028", "\u202e", "\ufeff", "'; DROP TABLE notes; --", "../../etc/passwd", "{\"a\":1}", "2024-02-30",
        "25:61", "10675200.00:00:00", "00000000-0000-0000-0000-000000000000", "http://", "javascript:alert(1)", "AQID",
        "79228162514264337593543950336",
    ];

    /// <summary>Small values of every kind.</summary>
    public static IEnumerable<HostileValue> Small()
    {
        IEnumerable<IpcValue> plain =
        [
            IpcValue.Undefined, IpcValue.Null, true, false,
            .. Numbers.Select(number => (IpcValue)number), .. BigInts.Select(number => (IpcValue)number), .. Texts.Select(text => (IpcValue)text),
            .. Objects(),
        ];
        return plain.Select(value => new HostileValue(value)).Concat(Cyclic());
    }

    /// <summary>Values that cost: megabytes, a hundred thousand elements, references that unfold to billions.</summary>
    public static IEnumerable<HostileValue> Large()
    {
        yield return new(new string('x', 1_000_000));
        yield return new(new string('\u0100', 500_000));
        yield return new(new IpcArrayBufferView(IpcArrayBufferViewKind.Uint8Array, new byte[2_000_000]));
        yield return new(new IpcArray(Enumerable.Range(0, 30_000).Select(i => (IpcValue)i)), "Array.from({ length: 30000 }, (_, i) => i)");
        yield return new(new IpcArray { Length = 90_000 }, "new Array(90000)");
        yield return new(new IpcArray { Length = 100_001 }, "new Array(100001)");
        yield return new(new IpcArray { Length = uint.MaxValue }, "new Array(4294967295)");
        yield return new(Wide(5_000), "Object.fromEntries(Array.from({ length: 5000 }, (_, i) => ['k' + i, i]))");
        yield return new(Unfolding(new IpcArray()), "(() => { let v = []; for (let i = 0; i < 40; i++) v = [v, v]; return v; })()");
        yield return new(BigInteger.One << 1_000_000, "2n ** 1000000n");
    }

    /// <summary>Values of few bytes that would cost much if each hole, reference and container were given what it asks for.</summary>
    public static IEnumerable<HostileValue> Costly()
    {
        yield return new(Repeat(300, () => new IpcArray { Length = 99_999 }), "Array.from({ length: 300 }, () => new Array(99999))");
        yield return new(Repeat(20_000, () => new IpcObject()), "Array.from({ length: 20000 }, () => ({}))");
        yield return new(Repeat(20_000, () => new IpcArray()), "Array.from({ length: 20000 }, () => [])");
        yield return new(Repeat(100_000, () => IpcValue.Null), "new Array(100000).fill(null)");
        var row = Repeat(1_000, () => IpcValue.Null);
        yield return new(Repeat(20_000, () => row), "new Array(20000).fill(new Array(1000).fill(null))");
        var text = new IpcObject { ["text"] = new string('x', 100_000) };
        yield return new(Repeat(5_000, () => text), "new Array(5000).fill({ text: 'x'.repeat(100000) })");
        yield return new(new IpcSet(CollidingKeys.Doubles()), CollidingKeys.DoublesInJavaScript);
    }

    /// <summary>Nesting around and beyond the limits.</summary>
    public static IEnumerable<HostileValue> Deep(string? name)
    {
        foreach (var depth in (int[])[127, 200, 900])
        {
            var chain = new DeepChain(name, depth);
            yield return new(chain.Build(), chain.JavaScript);
        }

        var deepest = new DeepChain(name, 10_000);
        yield return new(deepest.Build(), deepest.JavaScript, deepest);
    }

    private static IEnumerable<IpcValue> Objects() =>
    [
        new IpcObject(), new IpcArray(), new IpcMap(), new IpcSet(),
        new IpcObject { ["__proto__"] = new IpcObject { ["isAdmin"] = true } },
        new IpcObject { ["constructor"] = new IpcObject { ["prototype"] = new IpcObject() } },
        new IpcObject { ["length"] = 4294967295d, ["0"] = "array-like" },
        new IpcObject { ["$type"] = "System.Object", ["$ref"] = "1", ["$id"] = "1" },
        new IpcObject { [""] = 1, ["\ud800"] = 2, [new string('k', 300)] = 3 },
        new IpcObject { ["toString"] = IpcValue.Null, ["valueOf"] = IpcValue.Undefined, ["hasOwnProperty"] = 1 },
        new IpcArray { 1, "a", IpcValue.Null, IpcValue.Undefined, new IpcObject(), new IpcArray() },
        new IpcArray { ["extra"] = 1, [3] = 2 },
        new IpcArray { IpcValue.Null }, new IpcArray { IpcValue.Undefined }, new IpcArray { new IpcArray { new IpcArray() } },
        new IpcMap { [IpcValue.Undefined] = 1, [IpcValue.Null] = 2 }, new IpcMap { [new IpcObject()] = new IpcMap() },
        new IpcMap { [double.NaN] = 1, [0] = 2, ["0"] = 3 }, new IpcMap { ["__proto__"] = new IpcObject() },
        new IpcMap { ["a"] = 1, [new IpcBigInt(1)] = 2, [1] = 3 },
        new IpcSet([IpcValue.Null, IpcValue.Undefined, 1, "1", new IpcObject()]),
        new IpcDate(double.NaN), new IpcDate(8.64e15), new IpcDate(-8.64e15), new IpcDate(0), new IpcRegExp("(a+)+$", "g"),
        new IpcBoxed(1), new IpcBoxed("text"), new IpcBoxed(new BigInteger(1)), new IpcBoxed(true),
        new IpcError("TypeError", "text", stack: "a stack", cause: new IpcError("Error", null)),
        new IpcArrayBuffer([]), new IpcArrayBuffer(new byte[7]), new IpcArrayBuffer(new byte[4], 1L << 30),
        new IpcArrayBufferView(IpcArrayBufferViewKind.Uint8Array, []),
        new IpcArrayBufferView(IpcArrayBufferViewKind.Float64Array, new byte[16]),
        new IpcArrayBufferView(IpcArrayBufferViewKind.DataView, new byte[3]),
        new IpcArrayBufferView(IpcArrayBufferViewKind.BigInt64Array, new byte[8]),
    ];

    private static IEnumerable<HostileValue> Cyclic()
    {
        var array = new IpcArray();
        array.Add(array);
        yield return new(array, "(() => { const v = []; v.push(v); return v; })()");
        var properties = new IpcObject();
        properties["self"] = properties;
        yield return new(properties, "(() => { const v = {}; v.self = v; return v; })()");
        var map = new IpcMap();
        map[map] = map;
        yield return new(map, "(() => { const v = new Map(); v.set(v, v); return v; })()");
        var set = new IpcSet();
        set.Add(set);
        yield return new(set, "(() => { const v = new Set(); v.add(v); return v; })()");
        var error = new IpcError("Error", "text");
        error.Cause = error;
        yield return new(error, "(() => { const v = new Error('text'); v.cause = v; return v; })()");
    }

    private static IpcArray Repeat(int count, Func<IpcValue> make) => new(Enumerable.Range(0, count).Select(_ => make()));

    private static IpcObject Wide(int count)
    {
        var result = new IpcObject();
        for (var i = 0; i < count; i++)
        {
            result[$"k{i}"] = i;
        }

        return result;
    }

    private static IpcValue Unfolding(IpcValue value)
    {
        for (var i = 0; i < 40; i++)
        {
            value = new IpcArray { value, value };
        }

        return value;
    }
}
