namespace IpcApp.Generators.Tests.Codecs;

/// <content>Values that are not objects: numbers, texts, bytes, documents, and collections of all kinds.</content>
internal static partial class ModelSource
{
    private const string CollectionsText = """
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

        public sealed class Untyped
        {
            public object Any { get; set; } = new Note(1, "x", true);
            public object? None { get; set; }
            public List<object> Many { get; set; } = [1, "a", new Point { X = 1 }];
            public Exception? Error { get; set; }
            public static Untyped Sample => new();
        }

        """;
}
