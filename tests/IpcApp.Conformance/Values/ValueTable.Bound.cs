using System.Numerics;
using System.Text.Json.Nodes;

namespace IpcApp.Conformance.Values;

/// <content>Values of pages as parameters of C# types.</content>
public static partial class ValueTable
{
    private const string Colours = "expected one of 'red', 'green', 'darkBlue', got ";

    /// <summary>A colour, which has one name.</summary>
    public enum Colour
    {
        Red,
        Green,
        DarkBlue,
    }

    /// <summary>Rights, of which one may have several.</summary>
    [Flags]
    public enum Rights
    {
        None = 0,
        Read = 1,
        Write = 2,
    }

    /// <summary>What becomes of values in handlers that declare these types.</summary>
    public static IReadOnlyList<BoundRow> Bound { get; } = [.. Enums(), .. TypedArrays(), .. Keyed(), .. Documents(), .. Dates()];

    private static BoundRow<T> Accepts<T>(string name, string expression, IpcValue value, IpcValue? back = null)
        => new(name, expression, value) { Back = back ?? value };

    private static BoundRow<T> Refuses<T>(string name, string expression, IpcValue value, string refusal)
        => new(name, expression, value) { Refusal = refusal };

    private static IEnumerable<BoundRow> Enums()
    {
        yield return Accepts<Colour>("enum", "'darkBlue'", "darkBlue");
        yield return Accepts<Rights>("flags", "'write, read'", "write, read", "read, write");
        yield return Accepts<Dictionary<Colour, int>>("Map by enum", "new Map([['green', 1]])", new IpcMap { ["green"] = 1 });
        foreach (var text in (string[])["green, darkBlue", "green, green", " red ", "red,", "Red", "RED", "1", "", "toString"])
        {
            yield return Refuses<Colour>($"enum '{text}'", $"'{text}'", text, $"{Colours}string '{text}'.");
        }

        yield return Refuses<Colour>("enum as number", "1", 1, $"{Colours}number 1.");
        yield return Refuses<Rights>("flags without a space", "'read,write'", "read,write", "got string 'read,write'.");
        yield return Refuses<Rights>("flags in another case", "'read, Write'", "read, Write", "got string 'read, Write'.");
    }

    private static IEnumerable<BoundRow> TypedArrays()
    {
        yield return Accepts<float[]>(
            "Float32Array", "Float32Array.of(0.5, NaN, -0)",
            IpcArrayBufferView.Create<float>(IpcArrayBufferViewKind.Float32Array, [0.5f, float.NaN, -0.0f]), new IpcArray { 0.5, double.NaN, -0.0 });
        yield return Accepts<IReadOnlyList<double>>(
            "Float64Array", "Float64Array.of(1e300)", IpcArrayBufferView.Create<double>(IpcArrayBufferViewKind.Float64Array, [1e300]),
            new IpcArray { 1e300 });
        yield return Accepts<ReadOnlyMemory<int>>(
            "a part of an Int32Array", "Int32Array.of(1, -2, 3).subarray(1)",
            IpcArrayBufferView.Create<int>(IpcArrayBufferViewKind.Int32Array, [-2, 3]), new IpcArray { -2, 3 });
        yield return Accepts<List<long>>(
            "BigInt64Array", "BigInt64Array.of(-(2n ** 63n))",
            IpcArrayBufferView.Create<long>(IpcArrayBufferViewKind.BigInt64Array, [long.MinValue]), new IpcArray { new BigInteger(long.MinValue) });
        yield return Accepts<List<byte>>("Uint8Array", "Uint8Array.of(1, 255)", (IpcValue)(byte[])[1, 255], new IpcArray { 1, 255 });
        yield return Accepts<byte[]>("bytes", "Uint8Array.of(1, 255)", (byte[])[1, 255]);
        yield return Refuses<float[]>(
            "Float64Array for float[]", "Float64Array.of(1)", IpcArrayBufferView.Create<double>(IpcArrayBufferViewKind.Float64Array, [1]),
            "expected an array or a Float32Array, got a Float64Array.");
        yield return Refuses<float[]>(
            "a number out of range", "[1e300]", new IpcArray { 1e300 },
            "at $[0]: expected a number in the range of 32-bit floating point, got number 1e+300.");
    }

    private static IEnumerable<BoundRow> Keyed()
    {
        const string id = "0f8fad5b-d9cb-469f-a165-70867728950e";
        yield return Accepts<Dictionary<int, string>>(
            "object by int", "({ 2: 'b', '-1': 'a' })", new IpcObject { ["2"] = "b", ["-1"] = "a" }, new IpcMap { [2] = "b", [-1] = "a" });
        yield return Accepts<Dictionary<Colour, bool>>(
            "object by enum", "({ darkBlue: true })", new IpcObject { ["darkBlue"] = true }, new IpcMap { ["darkBlue"] = true });
        yield return Accepts<Dictionary<Guid, int>>("object by Guid", $"({{ '{id}': 1 }})", new IpcObject { [id] = 1 }, new IpcMap { [id] = 1 });
        yield return Refuses<Dictionary<int, int>>(
            "object by something else", "({ x: 1 })", new IpcObject { ["x"] = 1 },
            "expected a whole number from -2147483648 to 2147483647 as the key, got string 'x'.");
        yield return Refuses<Dictionary<DateTime, int>>("object by date", "({})", new IpcObject(), "expected a Map, got an object.");
    }

    private static IEnumerable<BoundRow> Documents()
    {
        yield return Accepts<JsonObject>(
            "JsonObject", "({ a: [1, null, 'b'] })", new IpcObject { ["a"] = new IpcArray { 1, IpcValue.Null, "b" } });
        yield return Accepts<JsonArray>("JsonArray", "[{ a: 1 }]", new IpcArray { new IpcObject { ["a"] = 1 } });
        yield return Accepts<Document>(
            "JsonObject as a member", "({ text: { a: 1 } })", new IpcObject { ["text"] = new IpcObject { ["a"] = 1 } });
        yield return Refuses<JsonObject>("JsonObject from an array", "[]", new IpcArray(), "expected an object, got an array.");
        yield return Refuses<JsonArray>("JsonArray from an object", "({})", new IpcObject(), "expected an array, got an object.");
    }

    private static IEnumerable<BoundRow> Dates()
    {
        yield return Accepts<DateTimeOffset>("Date", "new Date(5)", new IpcDate(5));
        yield return Refuses<DateTimeOffset>(
            "a Date that C# does not have", "new Date(8.64e15)", new IpcDate(8.64e15),
            "expected a Date in the years 1 to 9999, got the Date of 8640000000000000 milliseconds since 1970.");
    }

    private sealed record Document(JsonObject Text);
}
