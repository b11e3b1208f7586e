namespace IpcApp.Tests.Values;

/// <summary>The table of S121 and S122 as JavaScript expressions.</summary>
public static class JavaScriptExpressions
{
    /// <summary>What crosses.</summary>
    public static TheoryData<string> Cloneable => new(
    [
        "undefined", "null", "true", "false", "0", "-0", "1", "-1", "2**30", "2**31", "-(2**31)", "2**53", "0.1", "NaN", "Infinity",
        "-Infinity", "0n", "1n", "-1n", "2n**63n", "2n**64n", "-(2n**200n)", "''", "'ascii'", "'caf\\u00e9'", "'\\u20ac'",
        "'\\ud83d\\ude00'", "'\\ud800'", "'a\\udc00b'", "'\\0'", "'x'.repeat(70000)", "'\\u0100'.repeat(70000)", "new Date(0)",
        "new Date(NaN)", "new Date(-1)", "new Date(8.64e15)", "/a+/", "/a+/dgimsuy", "/[a]/v", "new RegExp('')",
        "Object.assign(/x/g, { lastIndex: 5 })", "[]", "[1, 2, 3]", "[,]", "[1,,3]", "[undefined,,null]", "new Array(5)",
        "Object.assign([], { length: 4294967295 })", "Object.assign([], { 4294967294: 'last' })",
        "Object.assign([1], { extra: 2, '-1': 3 })", "Object.assign([1,,3], { extra: 2 })", "{}", "({ a: 1, b: { c: [] } })",
        "({ a: undefined })", "({ b: 1, 2: 2, a: 3, 1: 4, 4294967294: 5, 4294967295: 6, '01': 7 })",
        "JSON.parse('{\"__proto__\":1,\"constructor\":2,\"toString\":3}')", "Object.assign(Object.create(null), { a: 1 })",
        "new (class Point { x = 1; #y = 2; get z() { return 3; } })()", "({ get computed() { return 42; } })",
        "({ [Symbol('s')]: 1, plain: 2 })", "Object.defineProperty({ seen: 1 }, 'hidden', { value: 2, enumerable: false })",
        "new Map()", "new Map([[1, 'a'], ['1', 'b'], [NaN, 'c'], [-0, 'd'], [{}, new Map()]])",
        "new Set([1, '1', NaN, {}, new Set([[]])])", "Object(true)", "Object(false)", "Object(-0)", "Object(1.5)", "Object(5n)",
        "Object('text')", "Object('\\u20ac')", "new ArrayBuffer(0)", "new ArrayBuffer(9)", "Uint8Array.of(1, 2, 3).buffer",
        "new ArrayBuffer(4, { maxByteLength: 64 })", "Int8Array.of(-1)", "Uint8Array.of(1)", "Uint8ClampedArray.of(300)",
        "Int16Array.of(-2)", "Uint16Array.of(65535)", "Int32Array.of(-3)", "Uint32Array.of(2**32-1)", "Float32Array.of(1.5)",
        "Float64Array.of(0.1, NaN)", "BigInt64Array.of(-1n)", "BigUint64Array.of(2n**64n-1n)",
        "new DataView(Uint8Array.of(1, 2, 3, 4).buffer, 1, 2)", "Uint8Array.of(1, 2, 3, 4).subarray(1, 3)", "new Uint8Array(0)",
        "Buffer.from('from the pool')", "new Uint8Array(new ArrayBuffer(8, { maxByteLength: 16 }))",
        "(() => { const b = new ArrayBuffer(8); return [b, new Uint8Array(b, 0, 4), new Uint8Array(b, 4)]; })()", "new Error('plain')",
        "new Error()", "new Error('')", "new Error('why', { cause: new TypeError('because') })",
        "new Error('u', { cause: undefined })", "new EvalError('e')", "new RangeError('e')", "new ReferenceError('e')",
        "new SyntaxError('e')", "new TypeError('e')", "new URIError('e')", "new AggregateError([1], 'many')",
        "new (class MyError extends Error {})('mine')", "Object.assign(new Error('x'), { name: 'TypeError' })",
        "Object.assign(new Error('x'), { name: 'Custom', code: 5 })",
        "(() => { const e = new Error('no stack'); delete e.stack; return e; })()", "new Error('\\ud800 \\u20ac')",
        "(() => { const a = {}; return [a, a, { a }]; })()", "(() => { const a = {}; a.self = a; return a; })()",
        "(() => { const a = []; a.push(a, [a]); return a; })()", "(() => { const m = new Map(); m.set(m, m); return m; })()",
        "(() => { const s = new Set(); s.add(s); return s; })()", "(() => { const d = new Date(1), r = /x/; return [d, d, r, r]; })()",
        "(() => { const n = Object(1), v = Uint8Array.of(1); return [n, n, v, v]; })()",
        "'Float16Array' in globalThis ? new Float16Array(Uint8Array.of(0, 62, 0, 192).buffer) : null",
        "(() => { let a = []; for (let i = 0; i < 900; i++) a = [a]; return a; })()",
    ]);

    /// <summary>What throws, at any depth.</summary>
    public static TheoryData<string> Uncloneable => new(
    [
        "() => {}", "class {}", "Symbol()", "Object(Symbol())", "Promise.resolve(1)", "new WeakMap()", "new WeakSet()",
        "new WeakRef({})", "(function* () {})()", "[].values()", "new Proxy({}, {})", "new Proxy([], {})", "new SharedArrayBuffer(1)",
        "new Uint8Array(new SharedArrayBuffer(1))", "(function () { return arguments; })()", "process.env",
        "new MessageChannel().port1", "({ deep: [new Map([[1, () => {}]])] })", "({ get bad() { throw new TypeError('mine'); } })",
        "new WebAssembly.Memory({ initial: 1 })", "new Error('x', { cause: () => {} })",
    ]);
}
