namespace IpcApp.Generators.Tests.Codecs;

/// <summary>Types of all shapes, as users write them. Each has a sample, from which inputs of all kinds are made.</summary>
internal static partial class ModelSource
{
    /// <summary>Types that get a codec.</summary>
    public static readonly string[] Generated =
    [
        "Note", "NewNote", "Settings", "Point", "Pixel", "Pair", "Node", "Leaves", "Collections", "Maps", "Conditions", "Ordered",
        "Derived", "Chosen", "Validating", "Throwing", "ReadOnly", "WriteOnly", "Boxes", "Constrained", "Included", "Inherited",
        "Odd", "Nullables", "Empty", "Untyped", "Flags", "Oblivious", "Annotated", "Paged", "Documents", "Memories",
        .. Tuples, .. Unions,
    ];

    /// <summary>All of them, as one file of source.</summary>
    public const string Text = GeneratedText + TuplesText + UnionsText + OthersText;

    private const string GeneratedText = """
        using System.Collections.Immutable;
        using System.Collections.ObjectModel;
        using System.Diagnostics.CodeAnalysis;
        using System.Numerics;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        namespace Models;

        public enum Size { Small, VeryLarge, [JsonStringEnumMemberName("XXL")] Huge }
        [Flags] public enum Access { None = 0, Read = 1, Write = 2 }

        public sealed record Note(int Id, string Title, bool Done) { public static Note Sample => new(1, "Milk", true); }

        public sealed record NewNote(string Title, int Stars, string? Text, string Author = "nobody", List<string>? Tags = null,
            Size Size = Size.VeryLarge)
        { public static NewNote Sample => new("t", 3, null, "a", ["x", "y"]); }

        public sealed class Settings
        {
            public string Name { get; set; } = "default";
            public string? Nick { get; set; }
            public int? Count { get; set; } = 5;
            public required bool Enabled { get; init; }
            public int Later { get; init; } = 7;
            [JsonPropertyName("special-name")] public int Special { get; set; }
            [JsonIgnore] public string Secret { get; set; } = "hidden";
            [JsonRequired] public double Ratio { get; set; }
            public int Computed => 42;
            public int Private { get; private set; } = 4;
            private int Hidden { get; set; } = 4;
            public static Settings Sample => new() { Enabled = true, Nick = "n", Later = 9, Ratio = 0.5 };
        }

        public struct Point { public int X { get; set; } public int Y { get; set; } public static Point Sample => new() { X = 1, Y = -2 }; }
        public readonly record struct Pixel(byte R, byte G, byte B = 3) { public static Pixel Sample => new(1, 2, 3); }
        public readonly struct Pair
        {
            [JsonConstructor] public Pair(int left, string right) { Left = left; Right = right; }
            public int Left { get; }
            public string Right { get; }
            public static Pair Sample => new(1, "r");
        }

        public sealed class Node
        {
            public string Id { get; set; } = "";
            public Node? Next { get; set; }
            public List<Node> Children { get; set; } = [];
            public static Node Sample => new() { Id = "a", Next = new() { Id = "b" }, Children = [new() { Id = "c" }, new()] };
        }

        public sealed record Leaves(
            sbyte A, byte B, short C, ushort D, int E, uint F, long G, ulong H, Int128 I, UInt128 J, BigInteger K, float L, double M,
            Half N, decimal O, bool P, char Q, string R, Guid S, Uri T, DateTime U, DateTimeOffset V, DateOnly W, TimeOnly X, TimeSpan Y,
            byte[] Z, Memory<byte> A1, ReadOnlyMemory<byte> A2, Size A3, Access A4, IpcValue A5, IpcArray A6)
        {
            public static Leaves Sample => new(
                -1, 2, -3, 4, int.MinValue, uint.MaxValue, long.MinValue, ulong.MaxValue, Int128.MinValue, 5,
                BigInteger.Pow(10, 30), 1.5f, double.NaN, (Half)2, 1.10m, true, 'ß', "Grüße, 世界 \ud800",
                new("11111111-2222-3333-4444-555555555555"),
                new("http://example.com/a"), new(2024, 2, 29, 1, 2, 3, DateTimeKind.Utc), DateTimeOffset.UnixEpoch,
                new(2024, 2, 29), new(23, 59, 30), TimeSpan.FromMinutes(90.5),
                [1, 2, 3], new byte[] { 4 }, new byte[] { 5, 6 }, Size.Huge, Access.Write, new IpcMap(), new IpcArray([1, "x"]));
        }

        public sealed class Collections
        {
            public int[] Array { get; set; } = [1, 2];
            public int[][] Jagged { get; set; } = [[1], [], [2, 3]];
            public List<Note> List { get; set; } = [new(1, "a", false), new(2, "b", true)];
            public IReadOnlyList<string?> Nullable { get; set; } = ["a", null];
            public IEnumerable<int> Sequence { get; set; } = Enumerable.Range(1, 3);
            public ICollection<Point> Points { get; set; } = [new() { X = 1 }];
            public HashSet<string> Set { get; set; } = ["x", "y"];
            public IReadOnlySet<int> ReadOnlySet { get; set; } = new HashSet<int> { 1, 2 };
            public SortedSet<int> Sorted { get; set; } = [2, 1];
            public ImmutableArray<int> Immutable { get; set; } = [1, 2];
            public ImmutableList<string> ImmutableList { get; set; } = ["a"];
            public ImmutableHashSet<int> ImmutableSet { get; set; } = [7];
            public Queue<int> Queue { get; set; } = new([1, 2]);
            public Stack<int> Stack { get; set; } = new([1, 2]);
            public Collection<int> Collection { get; set; } = [1];
            public ReadOnlyCollection<int> ReadOnly { get; set; } = new([1]);
            public LinkedList<int> Linked { get; set; } = new([1]);
            public static Collections Sample => new();
        }

        public sealed class Maps
        {
            public Dictionary<string, int> Plain { get; set; } = new() { ["a"] = 1, ["B c"] = 2 };
            public IReadOnlyDictionary<string, Note?> Notes { get; set; } = new Dictionary<string, Note?> 
                { ["n"] = new(1, "x", true), ["none"] = null };
            public Dictionary<int, string> ByNumber { get; set; } = new() { [2] = "two", [1] = "one" };
            public IDictionary<Size, List<int>> BySize { get; set; } = new Dictionary<Size, List<int>> { [Size.Small] = [1] };
            public SortedDictionary<string, int> Sorted { get; set; } = new() { ["z"] = 1, ["a"] = 2 };
            public ImmutableDictionary<string, int> Immutable { get; set; } = ImmutableDictionary<string, int>.Empty.Add("k", 1);
            public static Maps Sample => new();
        }

        public sealed class Conditions
        {
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Rare { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int Zero { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public Point Origin { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.Never)] public string? Always { get; set; }
            public string? Usual { get; set; }
            public int Number { get; set; }
            public int? Maybe { get; set; }
            public static Conditions Sample => new();
        }

        public sealed class Ordered
        {
            [JsonPropertyOrder(2)] public int Last { get; set; }
            public int Middle { get; set; }
            [JsonPropertyOrder(-1)] public int First { get; set; }
            public static Ordered Sample => new() { Last = 3, Middle = 2, First = 1 };
        }

        public abstract class Base
        {
            public int Id { get; set; }
            public virtual string Kind { get; set; } = "base";
            public virtual int Off { get; set; }
        }
        public sealed class Derived : Base
        {
            public string Own { get; set; } = "own";
            public override string Kind { get; set; } = "derived";
            [JsonIgnore] public override int Off { get; set; }
            public static Derived Sample => new() { Id = 5 };
        }

        public record Parent(int Id, string? Name);
        public sealed record Inherited(int Id, string? Name, double Extra) : Parent(Id, Name)
        { public static Inherited Sample => new(1, "n", 2.5); }

        public sealed class Chosen
        {
            public Chosen() => Way = "none";
            [JsonConstructor] internal Chosen(int id) { Id = id; Way = "chosen"; }
            public int Id { get; }
            public string Way { get; }
            public static Chosen Sample => new(3);
        }

        public sealed class Validating(string name)
        {
            public string Name { get; } = name.Length > 0 ? name : throw new ArgumentException("A name must not be empty.");
            public int Size { get; set => field = value > 0 ? value : throw new ArgumentOutOfRangeException(null, "Too small."); } = 1;
            public static Validating Sample => new("n") { Size = 2 };
        }

        public sealed class Throwing
        {
            public int Fine => 1;
            public string Bad => throw new InvalidOperationException("boom");
            public static Throwing Sample => new();
        }

        public sealed class ReadOnly
        {
            private ReadOnly(int id) => Id = id;
            public int Id { get; }
            public string? Text { get; set; }
            public static ReadOnly Sample => new(1);
        }

        public sealed class WriteOnly
        {
            private int _value;
            public int Value { private get => _value; set => _value = value; }
            public int Shown => _value;
            public static WriteOnly Sample => new() { Value = 6 };
        }

        public sealed class Box<T> { public T Value { get; set; } = default!; public T? Other { get; set; } }
        public sealed record Boxes(Box<int> Numbers, Box<string> Texts, Box<List<Note>> Notes)
        { public static Boxes Sample => new(new() { Value = 1 }, new() { Value = "v" }, new() { Value = [Note.Sample] }); }

        public sealed class Strict<T> where T : notnull { public T Value { get; set; } = default!; }
        public sealed class Class<T> where T : class { public T Value { get; set; } = default!; }
        public sealed class Constrained
        {
            public Strict<string> Strict { get; set; } = new() { Value = "s" };
            public Class<string> Class { get; set; } = new() { Value = "c" };
            public static Constrained Sample => new();
        }

        public sealed class Included
        {
            [JsonInclude] internal int Internal { get; set; } = 3;
            [JsonInclude] public int Inner { get; private set; } = 4;
            public static Included Sample => new() { Internal = 5, Inner = 6 };
        }

        public sealed class Odd
        {
            public int @class { get; set; }
            public int URLValue { get; set; }
            [JsonPropertyName("1")] public int One { get; set; }
            [JsonPropertyName("日本")] public int Wide { get; set; }
            [JsonPropertyName("grün \"x\"")] public int Latin { get; set; }
            [AllowNull] public string Lenient { get; set => field = value ?? "null"; } = "l";
            [DisallowNull] public string? Tight { get; set; } = "t";
            public static Odd Sample => new() { @class = 1, URLValue = 2, One = 3, Wide = 4, Latin = 5 };
        }

        public sealed class Nullables
        {
            public int? A { get; set; } = 1;
            public Point? B { get; set; }
            public Size? C { get; set; } = Size.Small;
            public DateTime? D { get; set; }
            public List<int?>? E { get; set; } = [1, null];
            public static Nullables Sample => new();
        }

        public sealed record Flags(Access Both, Access? None, Access Unknown = (Access)8)
        { public static Flags Sample => new(Access.Read | Access.Write, null); }

        public sealed class Documents
        {
            public JsonObject Object { get; set; } = new() { ["a"] = 1 };
            public JsonArray? Array { get; set; } = [1, "b"];
            public JsonNode? Node { get; set; }
            public JsonValue? Value { get; set; } = JsonValue.Create("v");
            public JsonElement Element { get; set; }
            public List<JsonObject> Many { get; set; } = [new() { ["b"] = null }];
            public static Documents Sample => new() { Element = JsonElement.Parse("[1, null]") };
        }

        public sealed class Memories
        {
            public Memory<int> Numbers { get; set; } = new[] { 1, 2 };
            public ReadOnlyMemory<double> Doubles { get; set; } = new[] { double.NaN };
            public ReadOnlyMemory<string>? Texts { get; set; } = new[] { "a" };
            public float[] Floats { get; set; } = [0.5f];
            public List<byte> Bytes { get; set; } = [1];
            public Dictionary<Guid, int> Keyed { get; set; } = new() { [new("11111111-2222-3333-4444-555555555555")] = 1 };
            public Dictionary<Access, int> ByAccess { get; set; } = new() { [Access.Read] = 1 };
            public static Memories Sample => new();
        }

        public sealed class Empty { public static Empty Sample => new(); }

        public sealed class Untyped
        {
            public object Any { get; set; } = new Note(1, "x", true);
            public object? None { get; set; }
            public List<object> Many { get; set; } = [1, "a", new Point { X = 1 }];
            public Exception? Error { get; set; }
            public static Untyped Sample => new();
        }

        public sealed record Annotated(
            string[] Array, List<string?> Loose, Dictionary<string, string[]> ByName, Dictionary<int, string> ByNumber, HashSet<string>? Set,
            List<string[]?> Nested, ImmutableArray<string> Immutable, List<Note> Notes, Names Names, Groups<string> Groups)
        {
            public IReadOnlyList<string> Later { get; set; } = ["l"];
            public IReadOnlyDictionary<string, string?>? More { get; init; }
            public KeyValuePair<string, string[]> Entry { get; set; }
            public static Annotated Sample => new(
                ["a"], ["b"], new() { ["k"] = ["v"] }, new() { [1] = "x" }, ["s"], [["n"]], ["i"], [Note.Sample], new() { "d" }, new() { new() { "g" } })
            { More = new Dictionary<string, string?> { ["m"] = "n" }, Entry = new("k", ["v"]) };
        }

        public sealed class Names : List<string>;
        public sealed class Groups<T> : List<List<T>>;
        public class Page<T>(IReadOnlyList<T> items, T selected)
        {
            public IReadOnlyList<T> Items { get; } = items;
            public T Selected { get; } = selected;
            public T? Maybe { get; set; }
            public List<T?> Several { get; set; } = [];
        }
        public sealed class StringPage(IReadOnlyList<string> items, string selected) : Page<string>(items, selected);
        public static class Outer<T> { public readonly record struct Box(T[] Items); }

        public sealed record Paged(
            Page<string> Strings, Page<string?> Loose, Page<int> Numbers, Page<Page<string>> Nested, StringPage Derived, Outer<string>.Box Box)
        {
            public Outer<string>.Box? More { get; set; } = new(["m"]);
            public static Paged Sample => new(
                new(["a"], "b"), new(["c"], "d"), new([1], 2), new([new(["e"], "f")], new(["g"], "h")), new(["i"], "j"), new(["k"]));
        }

        #nullable disable
        public sealed class Oblivious
        {
            public Oblivious(string given) => Given = given;
            public string Given { get; }
            public string Text { get; set; } = "t";
            public List<string> Many { get; set; } = new() { "m" };
            public static Oblivious Sample => new("g");
        }
        #nullable restore

        """;
}
