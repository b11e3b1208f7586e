namespace IpcApp.Generators.Tests.Codecs;

/// <content>Types whose objects are made in another way than by the constructor without parameters.</content>
internal static partial class ModelSource
{
    private const string ConstructorsText = """
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

        public sealed class ReadOnly
        {
            private ReadOnly(int id) => Id = id;
            public int Id { get; }
            public string? Text { get; set; }
            public static ReadOnly Sample => new(1);
        }

        """;
}
