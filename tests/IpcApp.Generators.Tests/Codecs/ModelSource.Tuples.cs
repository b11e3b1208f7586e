namespace IpcApp.Generators.Tests.Codecs;

/// <content>Tuples and unions.</content>
internal static partial class ModelSource
{
    /// <summary>Types in whose sample tuples are.</summary>
    public static string[] Tuples =>
        ["Pairs", "NamedPairs", "ClassPairs", "LongTuples", "LongClassTuples", "TupleHolder", "TupleKeys", "MaybePairs"];

    /// <summary>Unions as the compiler of C# 15 writes them, by hand.</summary>
    public static string[] Unions => ["Pets", "Answers", "Shapes", "Options", "UnionHolder", "ClassUnions", "Alike", "Nesting"];

    /// <summary>What .NET has where it knows unions.</summary>
    public const string UnionTypes = """
        namespace System.Runtime.CompilerServices
        {
            [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)] public sealed class UnionAttribute : Attribute;
            public interface IUnion { object? Value { get; } }
        }
        """;

    private const string TuplesText = """
        public sealed class Pairs { public static (int, Note) Sample => (1, Note.Sample); }
        public sealed class NamedPairs { public static (string Name, Size? Size) Sample => ("n", null); }
        public sealed class ClassPairs { public static Tuple<string, List<Note>> Sample => Tuple.Create("a", new List<Note> { Note.Sample }); }
        public sealed class LongTuples
        {
            public static (int, string, bool, double, long, Size, Point, string?, (int, string), byte[]) Sample
                => (1, "b", true, 0.5, 5L, Size.Huge, new() { X = 1 }, null, (2, "c"), [1, 2]);
        }
        public sealed class LongClassTuples
        {
            public static Tuple<int, int, int, int, int, int, int, Tuple<string, Note>> Sample
                => new(1, 2, 3, 4, 5, 6, 7, new("h", Note.Sample));
        }
        public sealed record TupleHolder(
            (int X, int Y) Place, (string, int)? Maybe, List<(string Name, int Age)> People, ValueTuple<int> One, Tuple<int>? Shared = null,
            ValueTuple None = default)
        { public static TupleHolder Sample => new((1, -1), ("a", 2), [("b", 3), ("c", 4)], new(5), new(6)); }
        public sealed record TupleKeys(
            Dictionary<(int, int), string> ByPlace, HashSet<(int, string)> Set, Dictionary<string, (int, Note?)> ByName)
        {
            public static TupleKeys Sample => new(
                new() { [(1, 2)] = "a", [(3, 4)] = "b" }, [(1, "x")], new() { ["n"] = (1, null) });
        }
        public sealed class MaybePairs { public static (Size A, (bool, string?) B)?[] Sample => [(Size.Small, (true, null)), null]; }

        """;

    private const string UnionsText = """
        public sealed record Cat(string Name, int Lives);
        public sealed record Dog(string Name, bool Barks, string? Breed = null);
        public sealed record Nothing;
        public struct Pet : System.Runtime.CompilerServices.IUnion
        {
            public Pet(Cat value) => Value = value;
            public Pet(Dog value) => Value = value;
            public object? Value { get; }
        }
        public sealed class Pets { public static Pet[] Sample => [new(new Cat("Tom", 9)), new(new Dog("Rex", true)), default]; }

        [System.Runtime.CompilerServices.Union]
        public readonly struct Answer
        {
            public Answer(int value) => Value = value;
            public Answer(string value) => Value = value;
            public Answer(List<Note> value) => Value = value;
            public Answer(DateTime? value) => Value = value;
            public object? Value { get; }
        }
        public sealed class Answers
        {
            public static List<Answer> Sample => [new(5), new("text"), new([Note.Sample]), new(DateTime.UnixEpoch), default];
        }

        public abstract record Figure;
        public record Round(double Radius) : Figure;
        public sealed record Ring(double Radius, double Inner) : Round(Radius);
        public readonly struct AnyFigure : System.Runtime.CompilerServices.IUnion
        {
            private readonly object? _value;
            public AnyFigure(Round value) => _value = value;
            public AnyFigure(Ring value) => _value = value;
            object? System.Runtime.CompilerServices.IUnion.Value => _value;
        }
        public sealed class Shapes { public static AnyFigure[] Sample => [new(new Round(1)), new((Round)new Ring(2, 1)), new(new Ring(3, 2))]; }

        public readonly struct Option<T> : System.Runtime.CompilerServices.IUnion
        {
            public Option(T value) => Value = value;
            public Option(Nothing value) => Value = value;
            public object? Value { get; }
        }
        public sealed class Options { public static (Option<string>, Option<Pet>, Option<(int, int)>) Sample
            => (new("s"), new(new Pet(new Cat("Tom", 9))), new((1, 2))); }

        public sealed record UnionHolder(Pet Pet, Pet? Maybe, Dictionary<string, Pet> ByName)
        { public static UnionHolder Sample => new(new(new Cat("Tom", 9)), null, new() { ["rex"] = new(new Dog("Rex", false)) }); }

        [System.Runtime.CompilerServices.Union]
        public sealed class ClassUnion
        {
            public ClassUnion(bool value) => Value = value;
            public ClassUnion(string value) => Value = value.Length > 0 ? value : throw new ArgumentException("Too short.");
            public object Value { get; }
        }
        public sealed class ClassUnions { public static ClassUnion?[] Sample => [new(true), new("x"), null]; }

        public readonly struct AlikeUnion : System.Runtime.CompilerServices.IUnion
        {
            public AlikeUnion(int value) => Value = value;
            public AlikeUnion(double value) => Value = value;
            public object? Value { get; }
        }
        public sealed class Alike { public static AlikeUnion[] Sample => [new(1), new(0.5), default]; }

        public readonly struct Left : System.Runtime.CompilerServices.IUnion
        {
            public Left(Right value) => Value = value;
            public Left(int value) => Value = value;
            public object? Value { get; }
        }
        public readonly struct Right : System.Runtime.CompilerServices.IUnion
        {
            public Right(Left value) => Value = value;
            public Right(string value) => Value = value;
            public object? Value { get; }
        }
        public sealed class Nesting { public static Left[] Sample => [new(1), new(new Right("r")), new(new Right(new Left(2)))]; }

        """;
}
