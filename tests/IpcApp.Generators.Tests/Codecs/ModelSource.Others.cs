namespace IpcApp.Generators.Tests.Codecs;

/// <content>Types that get no codec.</content>
internal static partial class ModelSource
{
    /// <summary>Types that System.Text.Json itself sees to.</summary>
    public static readonly string[] Others =
        ["Converted", "Shape", "Extended", "Callbacks", "Numbers", "Late", "Hiding", "Framework", "OwnStream", "Grouped", "Token"];

    private const string OthersText = """
        [JsonConverter(typeof(ConvertedConverter))] public readonly record struct Degrees(double Value);
        public sealed class ConvertedConverter : JsonConverter<Degrees>
        {
            public override Degrees Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
                => new(double.Parse(reader.GetString()!));
            public override void Write(Utf8JsonWriter writer, Degrees value, JsonSerializerOptions options)
                => writer.WriteStringValue(value.Value + "");
        }
        [JsonConverter(typeof(ConvertedConverter2))] public sealed class Converted { public static Converted Sample => new(); }
        public sealed class ConvertedConverter2 : JsonConverter<Converted>
        {
            public override Converted Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
            {
                reader.Skip();
                return new();
            }
            public override void Write(Utf8JsonWriter writer, Converted value, JsonSerializerOptions options) => writer.WriteNumberValue(1);
        }

        [JsonDerivedType(typeof(Circle), "circle")]
        public abstract record Shape(long Id) { public static Shape Sample => new Circle(1, new(2.5)); }
        public sealed record Circle(long Id, Degrees Angle) : Shape(Id);
        public sealed class Extended
        {
            public int A { get; set; }
            [JsonExtensionData] public Dictionary<string, object> Rest { get; set; } = new() { ["b"] = 2 };
            public static Extended Sample => new();
        }
        public sealed class Callbacks : IJsonOnDeserialized
        {
            public int A { get; set; }
            public void OnDeserialized() => A++;
            public static Callbacks Sample => new();
        }
        [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
        public sealed class Numbers { public int A { get; set; } public static Numbers Sample => new(); }
        public sealed class Late<T> { public int A { get; init; } = 5; }
        public sealed class Late { public static Late<int> Sample => new() { A = 6 }; }
        public class Visible { public int A { get; set; } = 1; }
        public sealed class Hiding : Visible { public new string A { get; set; } = "a"; public static Hiding Sample => new(); }
        public sealed class OwnStream : System.IO.MemoryStream { public int A { get; set; } public static OwnStream Sample => new(); }
        public sealed class Grouped { public static IGrouping<int, string> Sample => new[] { "a" }.GroupBy(text => text.Length).First(); }
        public sealed class Token : IEnumerable<Token>
        {
            public int Value { get; set; }
            public IEnumerator<Token> GetEnumerator() => Enumerable.Empty<Token>().GetEnumerator();
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
            public static Token Sample => new();
        }
        public sealed class Framework { public static KeyValuePair<string, int> Sample => new("a", 1); }
        """;
}
