namespace IpcApp.Internal.Codec.Converters;

/// <summary>
/// Where a type's declaration allows null: in the value itself, and in its type arguments or array elements. C# keeps this beside the type,
/// so a converter that is found by its <see cref="Type"/> alone cannot know it.
/// </summary>
/// <remarks>
/// The text form has one sign for each type in the order of the declaration: <c>!</c> refuses null, <c>?</c> accepts it, and the type's own
/// arguments follow in angle brackets: <c>List&lt;string[]?&gt;</c> is <c>!&lt;?&lt;!&gt;&gt;</c>. In a member of a generic type a lower-case
/// letter stands for the type argument at its place (<c>a</c> is the first), and an upper-case one for the same where null is accepted
/// (<c>T?</c>). Arguments of containing types come before those of the type itself, as in <see cref="Type.GetGenericArguments"/>.
/// </remarks>
internal sealed class NullAnnotation : IEquatable<NullAnnotation>
{
    /// <summary>The largest number of type arguments that letters can stand for; further ones accept null.</summary>
    public const int MaxParameters = 26;

    private readonly NullAnnotation?[] _parts;

    private NullAnnotation(bool allowsNull, NullAnnotation?[] parts)
    {
        AllowsNull = allowsNull;
        _parts = parts;
        Key = string.Concat(parts.Select(part => part?.ToString() ?? "?"));
    }

    /// <summary>Whether the value itself may be null.</summary>
    public bool AllowsNull { get; }

    /// <summary>Equal for annotations whose parts are equal; empty if no part refuses null.</summary>
    public string Key { get; }

    /// <summary>Reads the text form.</summary>
    /// <param name="text">The text; null for code that says nothing.</param>
    /// <param name="owner">The annotation of the generic type whose type arguments the letters stand for.</param>
    /// <returns>Null if null is accepted everywhere.</returns>
    /// <exception cref="FormatException">The text is not of this form.</exception>
    public static NullAnnotation? Parse(string? text, NullAnnotation? owner = null)
    {
        if (text is null)
        {
            return null;
        }

        var position = 0;
        var result = Parse(text, ref position, owner);
        return position == text.Length ? result : throw Malformed(text);
    }

    /// <summary>The annotation of a type argument or array element; null if it accepts null everywhere.</summary>
    /// <param name="index">The argument's place, from 0.</param>
    public NullAnnotation? Part(int index) => index < _parts.Length ? _parts[index] : null;

    public bool Equals(NullAnnotation? other) => other is not null && AllowsNull == other.AllowsNull && Key == other.Key;

    public override bool Equals(object? obj) => Equals(obj as NullAnnotation);

    public override int GetHashCode() => HashCode.Combine(AllowsNull, Key);

    public override string ToString() => (AllowsNull ? "?" : "!") + (Key.Length == 0 ? "" : $"<{Key}>");

    private static NullAnnotation? Parse(string text, ref int position, NullAnnotation? owner)
    {
        var sign = position < text.Length ? text[position++] : '\0';
        return sign switch
        {
            >= 'a' and <= 'z' => owner?.Part(sign - 'a'),
            >= 'A' and <= 'Z' => owner?.Part(sign - 'A') is { } part ? Create(true, part._parts) : null,
            '!' or '?' => Create(sign == '?', ParseParts(text, ref position, owner)),
            _ => throw Malformed(text),
        };
    }

    private static NullAnnotation?[] ParseParts(string text, ref int position, NullAnnotation? owner)
    {
        if (position >= text.Length || text[position] != '<')
        {
            return [];
        }

        position++;
        var parts = new List<NullAnnotation?>();
        while (position < text.Length && text[position] != '>')
        {
            parts.Add(Parse(text, ref position, owner));
        }

        return position++ < text.Length ? [.. parts] : throw Malformed(text);
    }

    private static NullAnnotation? Create(bool allowsNull, NullAnnotation?[] parts)
    {
        var refuses = Array.Exists(parts, part => part is not null);
        return allowsNull && !refuses ? null : new NullAnnotation(allowsNull, refuses ? parts : []);
    }

    private static FormatException Malformed(string text)
        => new($"'{text}' does not say where a type accepts null; write '!' or '?' for each type, with its type arguments in angle brackets.");
}
