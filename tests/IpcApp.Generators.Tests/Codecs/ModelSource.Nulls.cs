namespace IpcApp.Generators.Tests.Codecs;

/// <content>Types that say where null is allowed, in all ways that C# has.</content>
internal static partial class ModelSource
{
    private const string NullsText = """
        public sealed class Nullables
        {
            public int? A { get; set; } = 1;
            public Point? B { get; set; }
            public Size? C { get; set; } = Size.Small;
            public DateTime? D { get; set; }
            public List<int?>? E { get; set; } = [1, null];
            public static Nullables Sample => new();
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
