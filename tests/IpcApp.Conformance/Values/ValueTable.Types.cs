using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using IpcApp.UnionHandlers;

namespace IpcApp.Conformance.Values;

/// <content>C# types: the table of the documentation, row by row.</content>
public static partial class ValueTable
{
    /// <summary>What C# types are in a page.</summary>
    public static IReadOnlyList<SentRow> Sent { get; } =
    [
        new("null", null, IpcValue.Null),
        new("undefined", IpcValue.Undefined, IpcValue.Undefined),
        new("bool", true, true),
        new("byte", (byte)5, 5),
        new("int", 5, 5),
        new("uint", 5u, 5),
        new("Half", (Half)0.5, 0.5),
        new("float", 0.5f, 0.5),
        new("double", -0.5, -0.5),
        new("double.NaN", double.NaN, double.NaN),
        new("long", 5L, (BigInteger)5),
        new("ulong", ulong.MaxValue, (BigInteger)ulong.MaxValue),
        new("BigInteger", BigInteger.Pow(2, 70), BigInteger.Pow(2, 70)),
        new("decimal", 1.50m, "1.50"),
        new("char", 'x', "x"),
        new("string", "caf\u00e9 \u20ac", "caf\u00e9 \u20ac"),
        new("Guid", new Guid("8b1a9953-c461-1296-a827-abf8c47804d7"), "8b1a9953-c461-1296-a827-abf8c47804d7"),
        new("Uri", new Uri("https://example.test/a?b"), "https://example.test/a?b"),
        new("enum (DayOfWeek)", DayOfWeek.Friday, "friday"),
        new("[Flags] enum", Rights.Read | Rights.Write, "read, write"),
        new("Version", new Version(1, 2, 3), "1.2.3"),
        new("DateOnly", new DateOnly(2024, 2, 29), "2024-02-29"),
        new("TimeOnly", new TimeOnly(1, 2, 3), "01:02:03"),
        new("TimeSpan", TimeSpan.FromSeconds(90), "00:01:30"),
        new("DateTime", new DateTime(1970, 1, 1, 0, 0, 1, DateTimeKind.Utc), new IpcDate(1000)),
        new("DateTimeOffset", new DateTimeOffset(1970, 1, 1, 1, 0, 0, TimeSpan.FromHours(1)), new IpcDate(0)),
        new("byte[]", new byte[] { 1, 2 }, new IpcArrayBufferView(IpcArrayBufferViewKind.Uint8Array, [1, 2])),
        new("ReadOnlyMemory<byte>", new ReadOnlyMemory<byte>([9, 1, 2, 9], 1, 2),
            new IpcArrayBufferView(IpcArrayBufferViewKind.Uint8Array, [1, 2])),
        new("Memory<double>", new Memory<double>([0.5, 1]), new IpcArray { 0.5, 1 }),
        new("float[]", new[] { 0.5f }, new IpcArray { 0.5 }),
        new("int[]", new[] { 1, 2 }, new IpcArray { 1, 2 }),
        new("List<string>", new List<string> { "a" }, new IpcArray { "a" }),
        new("Dictionary<string, int>", new Dictionary<string, int> { ["a"] = 1 }, new IpcObject { ["a"] = 1 }),
        new("Dictionary<int, string>", new Dictionary<int, string> { [1] = "a" }, new IpcMap { [1] = "a" }),
        new("Dictionary<Colour, int>", new Dictionary<Colour, int> { [Colour.DarkBlue] = 1 }, new IpcMap { ["darkBlue"] = 1 }),
        new("HashSet<int>", new HashSet<int> { 1, 2 }, new IpcSet { 1, 2 }),
        new("record", new Point(1, null), new IpcObject { ["left"] = 1, ["name"] = IpcValue.Null }),
        new("(int, string)", (1, "a"), new IpcArray { 1, "a" }),
        new("(int Id, string Name)", (Id: 1, Name: "a"), new IpcArray { 1, "a" }),
        new("Tuple<int, bool>", Tuple.Create(1, true), new IpcArray { 1, true }),
        new("(int, (int, string))", (1, (2, "b")), new IpcArray { 1, new IpcArray { 2, "b" } }),
        new("tuple of nine elements", (1, 2, 3, 4, 5, 6, 7, 8, "nine"), new IpcArray { 1, 2, 3, 4, 5, 6, 7, 8, "nine" }),
        new("List<(int, int)>", new List<(int, int)> { (1, 2), (3, 4) }, new IpcArray { new IpcArray { 1, 2 }, new IpcArray { 3, 4 } }),
        new("union (Pet)", new Pet(new Cat("Tom", 9)), new IpcObject { ["name"] = "Tom", ["lives"] = 9 }),
        new("default(Pet)", default(Pet), IpcValue.Null),
        new("JsonObject", new JsonObject { ["a"] = 1 }, new IpcObject { ["a"] = 1 }),
        new("JsonArray", new JsonArray(1, "a"), new IpcArray { 1, "a" }),
        new("JsonElement", JsonSerializer.SerializeToElement(new { a = 1 }), new IpcObject { ["a"] = 1 }),
        new("anonymous class", new { Inner = new { Number = 5 } }, new IpcObject { ["inner"] = new IpcObject { ["number"] = 5 } }),
    ];

    private sealed record Point(int Left, string? Name);
}
