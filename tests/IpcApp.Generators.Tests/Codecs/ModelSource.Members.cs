namespace IpcApp.Generators.Tests.Codecs;

/// <content>Members with attributes, accessors and names of all kinds, also from base classes.</content>
internal static partial class ModelSource
{
    private const string MembersText = """
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

        public sealed class Throwing
        {
            public int Fine => 1;
            public string Bad => throw new InvalidOperationException("boom");
            public static Throwing Sample => new();
        }

        public sealed class WriteOnly
        {
            private int _value;
            public int Value { private get => _value; set => _value = value; }
            public int Shown => _value;
            public static WriteOnly Sample => new() { Value = 6 };
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

        """;
}
