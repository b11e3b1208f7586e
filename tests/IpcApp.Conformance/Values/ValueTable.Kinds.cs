using System.Numerics;

namespace IpcApp.Conformance.Values;

/// <content>Values with a class of their own, and graphs of them.</content>
public static partial class ValueTable
{
    private static IEnumerable<ValueRow> Scalars()
    {
        yield return new("Date", 121, "new Date(1e12)", new IpcDate(1e12));
        yield return new("invalid Date", 121, "new Date(NaN)", new IpcDate(double.NaN))
        {
            Check = "(back) => Number.isNaN(back.getTime())",
        };
        yield return new("RegExp", 121, "Object.assign(/a\\/[\\u20ac]/dgimsuy, { lastIndex: 5 })",
            new IpcRegExp("a\\/[\\u20ac]", "dgimsuy"))
        {
            Check = "(back) => back.lastIndex === 0",
        };
        yield return new("Map", 121, "new Map([[1, 'a'], ['1', 'b'], [NaN, 'c'], [{}, new Map()]])",
            new IpcMap { [1] = "a", ["1"] = "b", [double.NaN] = "c", [new IpcObject()] = new IpcMap() });
        yield return new("Set", 121, "new Set([1, '1', {}, new Set([[]])])",
            new IpcSet { 1, "1", new IpcObject(), new IpcSet { new IpcArray() } });
        yield return new("boxed values", 121, "[Object(true), Object(-0), Object('text'), Object(5n)]",
            new IpcArray { new IpcBoxed(true), new IpcBoxed(-0.0), new IpcBoxed("text"), new IpcBoxed((BigInteger)5) });
    }

    private static IEnumerable<ValueRow> Binary()
    {
        yield return new("ArrayBuffer", 121, "Uint8Array.of(1, 2, 3).buffer", new IpcArrayBuffer([1, 2, 3]));
        yield return new("empty ArrayBuffer", 121, "new ArrayBuffer(0)", new IpcArrayBuffer([]));
        yield return new("resizable ArrayBuffer", 121, "new ArrayBuffer(2, { maxByteLength: 8 })", new IpcArrayBuffer([0, 0], 8))
        {
            Check = "(back) => back.resizable && back.maxByteLength === 8",
        };
        yield return new("view of a resizable ArrayBuffer", 123, "new Uint16Array(new ArrayBuffer(4, { maxByteLength: 8 }))",
            new IpcArrayBufferView(IpcArrayBufferViewKind.Uint16Array, [0, 0, 0, 0]));
        foreach (var kind in Enum.GetValues<IpcArrayBufferViewKind>())
        {
            byte[] bytes = [1, 2, 3, 4, 5, 6, 7, 8];
            yield return new($"{kind}", 121, $"new {kind}(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8).buffer)",
                new IpcArrayBufferView(kind, bytes));
            yield return new($"empty {kind}", 121, $"new {kind}(new ArrayBuffer(0))", new IpcArrayBufferView(kind, []));
        }

        yield return new("view on a part of a buffer", 123, "Uint8Array.of(9, 9, 1, 2, 9).subarray(2, 4)",
            new IpcArrayBufferView(IpcArrayBufferViewKind.Uint8Array, [1, 2]))
        {
            Check = "(back) => back.buffer.byteLength === 2 && back.byteOffset === 0",
        };
        yield return new("DataView on a part of a buffer", 123, "new DataView(Uint8Array.of(9, 1, 2, 9).buffer, 1, 2)",
            new IpcArrayBufferView(IpcArrayBufferViewKind.DataView, [1, 2]))
        {
            Check = "(back) => back.buffer.byteLength === 2",
        };
        yield return new("two views of one buffer", 121,
            "((b) => [new Uint8Array(b), new Uint8Array(b, 1, 2)])(Uint8Array.of(1, 2, 3).buffer)",
            new IpcArray
            {
                new IpcArrayBufferView(IpcArrayBufferViewKind.Uint8Array, [1, 2, 3]),
                new IpcArrayBufferView(IpcArrayBufferViewKind.Uint8Array, [2, 3]),
            })
        {
            Check = "([a, b]) => a.buffer !== b.buffer && b.buffer.byteLength === 2",
        };
    }

    private static IEnumerable<ValueRow> Errors()
    {
        foreach (var name in new[] { "Error", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError" })
        {
            yield return new(name, 122, $"new {name}('why')", new IpcError(name, "why"))
            {
                Check = $"(back, sent) => back instanceof {name} && back.stack === sent.stack",
                Bridged = BridgedValue.Becomes(new IpcError("Error", "why")),
            };
        }

        yield return new("error of a subclass", 122, "new (class Mine extends Error { code = 5; })('why')", new IpcError("Error", "why"))
        {
            Check = "(back) => back.code === undefined",
        };
        yield return new("error with a name of its own", 122, "Object.assign(new Error('why'), { name: 'Mine' })",
            new IpcError("Error", "why"));
        yield return new("error with the name of another class", 122, "Object.assign(new Error('why'), { name: 'TypeError' })",
            new IpcError("TypeError", "why"))
        {
            Bridged = BridgedValue.Becomes(new IpcError("Error", "why")),
        };
        yield return new("error with a cause", 122, "new Error('why', { cause: { code: 5 } })",
            new IpcError("Error", "why", cause: new IpcObject { ["code"] = 5 }))
        {
            Bridged = BridgedValue.Becomes(new IpcError("Error", "why")),
        };
        yield return new("AggregateError", 122, "new AggregateError([1], 'many')", new IpcError("Error", "many"))
        {
            Check = "(back) => back.errors === undefined",
        };
    }

    /// <summary>Values of another realm are what they are (S121): only their internal slots count.</summary>
    private static IEnumerable<ValueRow> Realms()
    {
        yield return Of("Date", "new R.Date(1e12)", new IpcDate(1e12), "(back) => back instanceof Date");
        yield return Of("RegExp", "new R.RegExp('a', 'gi')", new IpcRegExp("a", "gi"), "(back) => back instanceof RegExp");
        yield return Of("Map", "new R.Map([[1, new R.Set([2])]])", new IpcMap { [1] = new IpcSet { 2 } }, "(back) => back instanceof Map");
        yield return Of("Array", "R.Array.of(1, 2)", new IpcArray { 1, 2 }, "(back) => back instanceof Array");
        yield return Of("object", "R.Object.assign(new R.Object(), { a: 1 })", new IpcObject { ["a"] = 1 },
            "(back) => Object.getPrototypeOf(back) === Object.prototype");
        yield return Of("boxed values", "[R.Object(true), R.Object('text')]", new IpcArray { new IpcBoxed(true), new IpcBoxed("text") },
            "([back]) => back instanceof Boolean");
        yield return Of("ArrayBuffer", "new R.ArrayBuffer(2)", new IpcArrayBuffer([0, 0]), "(back) => back instanceof ArrayBuffer");
        yield return Of("view", "new R.Uint8Array([1, 2])", new IpcArrayBufferView(IpcArrayBufferViewKind.Uint8Array, [1, 2]),
            "(back) => back instanceof Uint8Array");
        yield return Of("error", "new R.RangeError('why')", new IpcError("RangeError", "why"), "(back) => back instanceof RangeError")
            with { Bridged = BridgedValue.Becomes(new IpcError("Error", "why")) };

        static ValueRow Of(string name, string expression, IpcValue arrives, string check)
            => new($"{name} of another realm", 121, $"((R) => {expression})({OtherRealm})", arrives) { Check = check };
    }

    private static IEnumerable<ValueRow> Identity()
    {
        var shared = new IpcObject { ["s"] = 1 };
        yield return new("shared object", 120, "((a) => [a, a, { a }])({ s: 1 })",
            new IpcArray { shared, shared, new IpcObject { ["a"] = shared } })
        {
            Check = "([a, b, c]) => a === b && a === c.a",
        };
        var cyclic = new IpcObject();
        cyclic["self"] = cyclic;
        yield return new("cyclic object", 120, "((a) => { a.self = a; return a; })({})", cyclic) { Check = "(back) => back.self === back" };
        var cyclicArray = new IpcArray();
        cyclicArray.Add(cyclicArray);
        yield return new("cyclic array", 120, "((a) => { a.push(a); return a; })([])", cyclicArray)
        {
            Check = "(back) => back[0] === back",
            Bridged = BridgedValue.Fails(TooDeep),
        };
        var map = new IpcMap();
        map[map] = map;
        yield return new("Map with itself as key and value", 120, "((m) => m.set(m, m))(new Map())", map)
        {
            Check = "(back) => back.get(back) === back",
        };
        var date = new IpcDate(1);
        yield return new("shared Date", 120, "((d) => [d, d])(new Date(1))", new IpcArray { date, date })
        {
            Check = "([a, b]) => a === b",
        };
        IpcValue nested = 0;
        for (var depth = 0; depth < 900; depth++)
        {
            nested = new IpcArray { nested };
        }

        yield return new("nested 900 deep", 121, "((v) => { for (let i = 0; i < 900; i++) v = [v]; return v; })(0)", nested);
    }

    private static IEnumerable<ValueRow> Sizes()
    {
        foreach (var size in new[] { 0, 1, 65535, 65536, 65537, (256 * 1024) + 3, (3 * 1024 * 1024) + 1 })
        {
            yield return new($"{size} bytes", 124, $"new Uint8Array({size}).fill(7)",
                new IpcArrayBufferView(IpcArrayBufferViewKind.Uint8Array, Enumerable.Repeat((byte)7, size).ToArray()));
            yield return new($"{size} characters", 124, $"'\\u20ac'.repeat({size})", new string('\u20ac', size));
        }
    }
}
