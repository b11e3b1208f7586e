using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace IpcApp.TestApp.Shapes;

/// <summary>A type in each place where it can stand.</summary>
/// <typeparam name="T">The type.</typeparam>
public sealed record Shape<T>(T One, T[] Array, IReadOnlyList<T> List, Dictionary<string, T> ByName)
{
    /// <summary>A member with a setter.</summary>
    public List<T>? Later { get; set; }

    /// <summary>A collection that is made by a builder, in another collection.</summary>
    public Dictionary<int, ImmutableList<T>> Nested { get; set; } = [];

    /// <summary>The same type again.</summary>
    public Shape<T>? Next { get; set; }
}

/// <summary>A value type in each place where it can be null.</summary>
/// <typeparam name="T">The type.</typeparam>
public sealed class MaybeShape<T>
    where T : struct
{
    /// <summary>A value or null.</summary>
    public T? One { get; set; }

    /// <summary>Values and nulls.</summary>
    public required T?[] Many { get; init; }
}

/// <summary>A type that can be a key, in each place where it is one.</summary>
/// <typeparam name="T">The type.</typeparam>
[method: JsonConstructor]
public readonly record struct KeyShape<T>(HashSet<T> Set, ImmutableDictionary<T, string?> Map)
    where T : notnull;

/// <summary>Members of reference types, with and without null.</summary>
public sealed record Mixed(string Title, string? Note, Uri? Link, Color Color, Rights Rights, Inner? Inner, List<Inner> Inners);

/// <summary>A struct without a constructor.</summary>
public struct Inner
{
    /// <summary>A number.</summary>
    public int Id { get; set; }

    /// <summary>A text or null.</summary>
    public string? Name { get; set; }
}

/// <summary>An enum.</summary>
public enum Color
{
    /// <summary>The default.</summary>
    Red,

    /// <summary>A name of two words.</summary>
    DarkGreen,

    /// <summary>Another value than its place.</summary>
    Blue = 7,
}

/// <summary>An enum of flags.</summary>
[Flags]
public enum Rights
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>A flag.</summary>
    Read = 1,

    /// <summary>Another flag.</summary>
    Write = 2,
}
