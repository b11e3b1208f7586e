using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace IpcApp.Tests.Values;

/// <summary>Types of all the shapes that a System.Text.Json contract can describe.</summary>
public static class ObjectModels
{
    public sealed record NewNote(string Title, int Stars, string? Text, string Author = "nobody", List<string>? Tags = null);

    public sealed class Settings
    {
        public string Name { get; set; } = "default";

        public string? Nick { get; set; }

        public int? Size { get; set; } = 5;

        public required bool Enabled { get; init; }

        [JsonPropertyName("special-name")]
        public int Special { get; set; }

        [JsonIgnore]
        public string Secret { get; set; } = "hidden";

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Rare { get; set; }

        [JsonInclude]
        internal int Included { get; set; } = 3;

        public int Computed => 42;

        private int Hidden { get; set; } = 4;
    }

    public struct Point
    {
        public int X { get; set; }

        public int Y { get; set; }
    }

    public sealed class Node
    {
        public string Id { get; set; } = "";

        public Node? Next { get; set; }

        public List<Node> Children { get; set; } = [];
    }

    [JsonDerivedType(typeof(Circle), "circle")]
    [JsonDerivedType(typeof(Square), 4)]
    public abstract record Shape(long Id);

    public sealed record Circle(long Id, double Radius) : Shape(Id);

    public sealed record Square(long Id, double Side) : Shape(Id);

    public sealed record Triangle(long Id) : Shape(Id);

    public sealed class Bag
    {
        public long Known { get; set; }

        [JsonExtensionData]
        public Dictionary<string, object> Rest { get; set; } = [];
    }

    public sealed class NullableBag
    {
        [JsonExtensionData]
        public Dictionary<string, object?> Rest { get; set; } = [];
    }

    [JsonConverter(typeof(TemperatureConverter))]
    public readonly record struct Temperature(double Degrees);

    public sealed class TemperatureConverter : JsonConverter<Temperature>
    {
        public override Temperature Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => new(double.Parse(reader.GetString()!.TrimEnd('C'), CultureInfo.InvariantCulture));

        public override void Write(Utf8JsonWriter writer, Temperature value, JsonSerializerOptions options)
            => writer.WriteStringValue(FormattableString.Invariant($"{value.Degrees}C"));
    }

    public sealed class Mixed
    {
        public Temperature Outside { get; set; }

        [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)]
        public int Count { get; set; }

        public JsonElement Element { get; set; }

        public JsonNode? Node { get; set; }

        public DateTime When { get; set; }
    }

    public sealed class Validating(string name)
    {
        public string Name { get; } = name.Length > 0 ? name : throw new ArgumentException("A name must not be empty.");
    }

    public sealed class Throwing
    {
        public string Bad => throw new InvalidOperationException("boom");
    }

    public sealed class Counting : IJsonOnDeserialized, IJsonOnSerializing
    {
        public int Value { get; set; }

        [JsonIgnore]
        public int Calls { get; private set; }

        public void OnDeserialized() => Calls++;

        public void OnSerializing() => Calls++;
    }
}
