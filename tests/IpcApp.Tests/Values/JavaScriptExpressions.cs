namespace IpcApp.Tests.Values;

/// <summary>The table of S121 and S122 as JavaScript expressions.</summary>
public static class JavaScriptExpressions
{
    /// <summary>What any engine can make, and what else Node can.</summary>
    public static TheoryData<string> Cloneable => new(
    [
        .. Fixture.Lines("cloneable.txt"), "Buffer.from('from the pool')", "'x'.repeat(70000)", "'\\u0100'.repeat(70000)",
        "'Float16Array' in globalThis ? new Float16Array(Uint8Array.of(0, 62, 0, 192).buffer) : null",
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
