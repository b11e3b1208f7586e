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
    public const string Text =
        SimpleText + CollectionsText + MembersText + ConstructorsText + NullsText + TuplesText + UnionsText + OthersText;

    private const string SimpleText = """
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

        public sealed record Flags(Access Both, Access? None, Access Unknown = (Access)8)
        { public static Flags Sample => new(Access.Read | Access.Write, null); }

        public sealed class Empty { public static Empty Sample => new(); }

        """;
}
