using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IpcApp.TestHandlers.Shapes;

public enum Kind
{
    Plain,
    Rich,
    VeryRich,
}

[Flags]
public enum Rights
{
    None = 0,
    Read = 1,
    Write = 2,
}

public sealed record Note(string Title, string? Body, IReadOnlyList<string> Tags, Kind Kind = Kind.Plain, DateTimeOffset? Due = null);

public sealed class Settings
{
    public required string Name { get; set; }

    public int Size { get; set; } = 3;

    public Rights? Rights { get; init; }

    public Dictionary<string, Note>? Notes { get; set; }

    public byte[] Icon { get; set; } = [];

    [JsonPropertyName("the-colour")]
    public string Colour { get; set; } = "red";
}

/// <summary>Recursive in each way that there is.</summary>
public sealed class Tree
{
    public string Label { get; set; } = "";

    public Tree? Left { get; set; }

    public List<Tree> Children { get; set; } = [];

    public Dictionary<string, Tree>? Named { get; set; }
}

public readonly record struct Point(double X, double Y);

public sealed record Numbers(
    sbyte A, byte B, short C, ushort D, int E, uint F, long G, ulong H, Int128 I, UInt128 J, BigInteger K, float L, Half M, double N, decimal O);

public sealed record Texts(string A, char B, Guid C, Uri D, DateTime E, DateTimeOffset F, DateOnly G, TimeOnly H, TimeSpan I);

public sealed record Collections(
    int[] A, List<Point> B, IReadOnlyList<Note> C, HashSet<string> D, SortedSet<int> E, Dictionary<string, int> F, Dictionary<int, string> G,
    IReadOnlyDictionary<Kind, Point[]> H, ImmutableArray<int> I, ImmutableDictionary<string, bool> J, Queue<string> K, int?[] L, string?[][] M);

public sealed record Untyped(IpcValue A, object B, IpcObject? C, IpcArray D, JsonElement E, List<IpcValue> F);

[JsonDerivedType(typeof(Circle), "circle")]
[JsonDerivedType(typeof(Square), "square")]
public abstract record Figure(string Name);

public sealed record Circle(string Name, double Radius) : Figure(Name);

public sealed record Square(string Name, int Side) : Figure(Name);

/// <summary>Its constructor is strict, as a value object's should be.</summary>
public sealed record Percentage
{
    public Percentage(int value)
        => Value = value is >= 0 and <= 100 ? value : throw new ArgumentOutOfRangeException(nameof(value), "A percentage is 0 to 100.");

    public int Value { get; }
}

/// <summary>So may a collection be.</summary>
public sealed class EvenNumbers : Collection<int>
{
    protected override void InsertItem(int index, int item)
        => base.InsertItem(index, int.IsEvenInteger(item) ? item : throw new ArgumentException($"{item} is odd."));
}
