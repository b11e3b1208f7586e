using System.Collections.Immutable;
using System.Text.Json.Serialization;

[assembly: IpcSerializable(typeof(IpcApp.AotApp.Hidden))]

namespace IpcApp.AotApp;

public enum Colour
{
    Green,
    DarkRed,
}

public sealed record Note(int Id, string Title, IReadOnlyList<Colour>? Colours);

/// <summary>All kinds of members.</summary>
public sealed class Everything
{
    public required string Name { get; init; }

    public int Optional { get; init; } = 7;

    public long Big { get; set; }

    public double? Ratio { get; set; }

    public DateTimeOffset At { get; set; }

    public byte[] Bytes { get; set; } = [];

    public Dictionary<string, Note> ByName { get; set; } = [];

    public Dictionary<int, Point> ByNumber { get; set; } = [];

    public HashSet<string> Tags { get; set; } = [];

    public ImmutableArray<Point> Points { get; set; } = [];

    public Everything? Next { get; set; }

    public IpcValue Rest { get; set; } = IpcValue.Null;
}

public readonly record struct Point(int X, int Y);

/// <summary>Crosses as an object only, so that no signature shows it.</summary>
public sealed record Hidden(string Text);

/// <summary>Has no codec, and no contract either.</summary>
public sealed record Forgotten(string Text);

/// <summary>System.Text.Json sees to polymorphism: without reflection by a context.</summary>
[JsonDerivedType(typeof(Circle), "circle")]
public abstract record Shape(int Id);

public sealed record Circle(
    int Id, double Radius, Fill Fill, [property: JsonConverter(typeof(JsonStringEnumConverter<Edge>))] Edge Edge = Edge.Solid) : Shape(Id);

/// <summary>An enum that only System.Text.Json meets.</summary>
public enum Fill
{
    None,
    LightBlue,
}

/// <summary>One whose names a member's own converter gives.</summary>
public enum Edge
{
    Solid,
    Dotted,
}

/// <summary>A tuple within JSON.</summary>
[JsonDerivedType(typeof(Line), "line")]
public abstract record Path(int Id);

public sealed record Line(int Id, (int X, int Y) End) : Path(Id);

[JsonSerializable(typeof(Shape))]
[JsonSerializable(typeof(Path))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class AppJsonContext : JsonSerializerContext;
