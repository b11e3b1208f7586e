using System.Numerics;

namespace IpcApp.Conformance.Values;

/// <summary>
/// The table of S121 and S122 as data: what crosses, what does not, and what C# types become. The scenarios run each row over plain
/// <c>ipcRenderer</c> and over <c>window.ipc</c>.
/// </summary>
public static partial class ValueTable
{
    private const string TooDeep = "Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.";

    /// <summary>The window of an iframe of the same origin, whose <c>Date</c> and the like are not the page's own.</summary>
    private const string OtherRealm
        = "(globalThis.otherRealm ??= document.body.appendChild(document.createElement('iframe')).contentWindow)";

    /// <summary>What crosses.</summary>
    public static IReadOnlyList<ValueRow> Rows { get; } =
        [.. Primitives(), .. Objects(), .. Arrays(), .. Scalars(), .. Binary(), .. Errors(), .. Realms(), .. Identity(), .. Sizes()];

    /// <summary>What does not.</summary>
    public static IReadOnlyList<RefusedRow> Refused { get; } =
    [
        new("function", "() => {}"),
        new("class", "class {}"),
        new("symbol", "Symbol('s')"),
        new("boxed symbol", "Object(Symbol('s'))"),
        new("promise", "Promise.resolve(1)"),
        new("WeakMap", "new WeakMap()"),
        new("WeakSet", "new WeakSet()"),
        new("WeakRef", "new WeakRef({})") { Bridged = BridgedValue.Becomes(new IpcObject()) },
        new("generator", "(function* () {})()") { Bridged = BridgedValue.Becomes(new IpcObject()) },
        new("iterator", "[].values()") { Bridged = BridgedValue.Becomes(new IpcObject()) },
        new("proxy", "new Proxy({ a: 1 }, {})") { IsHiddenFromScripts = true },
        new("arguments", "(function () { return arguments; })(1)"),
        new("SharedArrayBuffer", "new WebAssembly.Memory({ initial: 0, maximum: 1, shared: true }).buffer"),
        new("view of a SharedArrayBuffer", "new Uint8Array(new WebAssembly.Memory({ initial: 0, maximum: 1, shared: true }).buffer)"),
        new("WeakMap of another realm", $"new {OtherRealm}.WeakMap()"),
        new("promise of another realm", $"{OtherRealm}.Promise.resolve(1)"),
        new("Blob of another realm", $"new {OtherRealm}.Blob(['x'])"),
        new("DOMException", "new DOMException('x')") { Bridged = Unsure },
        new("getter that throws", "({ get bad() { throw new TypeError('mine'); } })") { Bridged = Unsure },
        new("element", "document.documentElement"),
        new("location", "location"),
        new("window", "window") { Bridged = Unsure },
        new("Blob", "new Blob(['x'])"),
        new("File", "new File(['x'], 'name')"),
        new("URL", "new URL('https://example.test/')") { Bridged = BridgedValue.Becomes(new IpcObject()) },
        new("MessagePort in the message", "new MessageChannel().port1") { Bridged = BridgedValue.Becomes(new IpcObject()) },
        new("function deep inside", "({ deep: [new Map([[1, { f() {} }]])] })"),
        new("symbol as a property", "({ a: 1, s: Symbol('s') })"),
        new("function as a cause", "new Error('x', { cause: () => {} })") { Bridged = BridgedValue.Becomes(new IpcError("Error", "x")) },
    ];

    private static BridgedValue Unsure => BridgedValue.Unsure("whether Electron copies its properties or clones it was not seen");

    private static IEnumerable<ValueRow> Primitives()
    {
        yield return new("undefined", 121, "undefined", IpcValue.Undefined);
        yield return new("null", 121, "null", IpcValue.Null);
        yield return new("true", 121, "true", true);
        yield return new("false", 121, "false", false);
        yield return new("empty text", 121, "''", "");
        yield return new("text", 121, "'caf\\u00e9 \\u20ac \\ud83d\\ude00 \\0'", "caf\u00e9 \u20ac \ud83d\ude00 \0");
        yield return new("lone surrogates", 121, "'\\ud800 \\udc00'", "\ud800 \udc00");
        yield return new("zero", 121, "0", 0);
        yield return new("minus zero", 121, "-0", -0.0) { Check = "(back) => Object.is(back, -0)" };
        yield return new("NaN", 121, "NaN", double.NaN);
        yield return new("infinity", 121, "Infinity", double.PositiveInfinity);
        yield return new("minus infinity", 121, "-Infinity", double.NegativeInfinity);
        yield return new("fraction", 121, "0.1", 0.1);
        yield return new("smallest number", 121, "5e-324", double.Epsilon);
        yield return new("largest number", 121, "Number.MAX_VALUE", double.MaxValue);
        yield return new("largest int32 and beyond", 121, "[2**31 - 1, 2**31, -(2**31), -(2**31) - 1]",
            new IpcArray { int.MaxValue, 2147483648.0, int.MinValue, -2147483649.0 });
        yield return new("largest safe integer", 121, "Number.MAX_SAFE_INTEGER", 9007199254740991.0);
        yield return new("bigint", 121, "123n", (BigInteger)123);
        yield return new("bigints of every size", 121, "[0n, -1n, 2n**63n, -(2n**63n), 2n**64n, -(2n**200n)]", new IpcArray
        {
            BigInteger.Zero, BigInteger.MinusOne, BigInteger.Pow(2, 63), -BigInteger.Pow(2, 63),
            BigInteger.Pow(2, 64), -BigInteger.Pow(2, 200),
        });
    }

    private static IEnumerable<ValueRow> Objects()
    {
        yield return new("plain object", 121, "({ a: 1, b: { c: 'd' } })",
            new IpcObject { ["a"] = 1, ["b"] = new IpcObject { ["c"] = "d" } });
        yield return new("property that is undefined", 121, "({ a: undefined })", new IpcObject { ["a"] = IpcValue.Undefined })
        {
            Check = "(back) => Object.hasOwn(back, 'a')",
        };
        yield return new("keys like integers come first", 121, "({ b: 1, 2: 2, a: 3, 1: 4 })",
            new IpcObject { ["1"] = 4, ["2"] = 2, ["b"] = 1, ["a"] = 3 });
        yield return new("own __proto__", 121, "JSON.parse('{\"__proto__\":{\"polluted\":1}}')",
            new IpcObject { ["__proto__"] = new IpcObject { ["polluted"] = 1 } })
        {
            Check = "(back) => Object.getPrototypeOf(back) === Object.prototype && back.polluted === undefined",
            Bridged = BridgedValue.Unsure("Electron's copy assigns the property, which calls the setter of that name"),
        };
        yield return new("object without prototype", 121, "Object.assign(Object.create(null), { a: 1 })", new IpcObject { ["a"] = 1 })
        {
            Check = "(back) => Object.getPrototypeOf(back) === Object.prototype",
        };
        yield return new("class instance", 121, "new (class Point { x = 1; #y = 2; get z() { return 3; } m() {} })()",
            new IpcObject { ["x"] = 1 })
        {
            Check = "(back) => Object.getPrototypeOf(back) === Object.prototype && back.z === undefined",
        };
        yield return new("own getter", 121, "({ get computed() { return 42; } })", new IpcObject { ["computed"] = 42 })
        {
            Check = "(back) => Object.getOwnPropertyDescriptor(back, 'computed').value === 42",
        };
        yield return new("symbol and hidden keys", 121,
            "Object.defineProperty({ [Symbol('s')]: 1, seen: 2 }, 'hidden', { value: 3 })", new IpcObject { ["seen"] = 2 });
        yield return new("frozen object", 121, "Object.freeze({ a: 1 })", new IpcObject { ["a"] = 1 })
        {
            Check = "(back) => !Object.isFrozen(back)",
        };
    }

    private static IEnumerable<ValueRow> Arrays()
    {
        yield return new("empty array", 121, "[]", new IpcArray());
        yield return new("array", 121, "[1, 'a', null, [2]]", new IpcArray { 1, "a", IpcValue.Null, new IpcArray { 2 } });
        yield return new("holes", 121, "[1, , 3]", new IpcArray { [0] = 1, [2] = 3 })
        {
            Check = "(back) => back.length === 3 && !(1 in back)",
            Bridged = BridgedValue.Becomes(new IpcArray { 1, IpcValue.Undefined, 3 }),
        };
        yield return new("array with other properties", 121, "Object.assign([1], { extra: 2 })", new IpcArray { [0] = 1, ["extra"] = 2 })
        {
            Bridged = BridgedValue.Becomes(new IpcArray { 1 }),
        };
        yield return new("sparse array of the largest length", 121, "Object.assign([], { length: 4294967295, 4294967294: 'last' })",
            new IpcArray { [4294967294] = "last" })
        {
            Bridged = BridgedValue.Unsure("the bridge copies four billion elements one by one"),
        };
    }
}
