using System.Globalization;
using System.Text.RegularExpressions;

namespace IpcApp.Testing.Internal.Recording;

/// <summary>A place in a value: the way to it, the last step outermost. Null stands for the value itself.</summary>
/// <param name="Before">The way up to it.</param>
/// <param name="Name">A property's name, or an index as text.</param>
/// <param name="IsIndex">Whether it is an index.</param>
internal sealed record ValueStep(ValueStep? Before, string Name, bool IsIndex)
{
    public static ValueStep Index(ValueStep? before, long index) => new(before, index.ToString(CultureInfo.InvariantCulture), true);

    public static ValueStep Property(ValueStep? before, string name) => new(before, name, false);

    public override string ToString() => $"{Before}{(IsIndex ? $"[{Name}]" : Before is null ? Name : "." + Name)}";
}

/// <summary>A path with stars: see <see cref="IpcReplayOptions"/>.</summary>
internal sealed partial class PathPattern
{
    private const string AnyNumber = "**";
    private const string Any = "*";

    private readonly string[] _steps;

    private PathPattern(string[] steps) => _steps = steps;

    public static PathPattern Parse(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Whole().IsMatch(path)
            ? new PathPattern([.. Step().Matches(path).Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value)])
            : throw new ArgumentException($"'{path}' is not a path. Write one such as title, notes[2].title, [0].id or **.createdAt.", nameof(path));
    }

    /// <summary>Whether it leads to this place. What is below the place is not looked at if the place is ignored.</summary>
    public bool Matches(ValueStep? place) => Matches(_steps.Length, place);

    /// <param name="count">How many steps of the pattern are left; the last of them is tried.</param>
    /// <param name="place">The rest of the way.</param>
    private bool Matches(int count, ValueStep? place)
    {
        if (count == 0)
        {
            return place is null;
        }

        var step = _steps[count - 1];
        if (step == AnyNumber)
        {
            return Matches(count - 1, place) || (place is not null && Matches(count, place.Before));
        }

        return place is not null && (step == Any || step == place.Name) && Matches(count - 1, place.Before);
    }

    [GeneratedRegex(@"^(?:\[(?:\d+|\*)\]|[^.\[\]]+)(?:\[(?:\d+|\*)\]|\.[^.\[\]]+)*$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\[([^\]]*)\]|([^.\[\]]+)")]
    private static partial Regex Step();
}
