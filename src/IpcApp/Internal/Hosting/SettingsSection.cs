using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace IpcApp.Internal.Hosting;

/// <summary>
/// Reads one section strictly: an unknown key or a value out of range is an error that names the key and what is possible.
/// </summary>
internal sealed class SettingsSection(IConfigurationSection section)
{
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<SettingsSection> Children(string key) => Known(key).GetChildren().Select(child => new SettingsSection(child));

    public string Name => section.Key;

    public SettingsSection Child(string key) => new(Known(key));

    public string? Text(string key) => Known(key).Value;

    /// <summary>The elements of an array, in order.</summary>
    public IEnumerable<string> Texts(string key) => Known(key).GetChildren().Select(child => child.Value ?? "");

    public T Choice<T>(string key, T otherwise)
        where T : struct, Enum
        => Read(key, otherwise, ParseName<T>, "one of " + string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant())));

    public bool? Flag(string key) => Read(key, (bool?)null, text => bool.TryParse(text, out var value) ? value : null, "true or false");

    public long Whole(string key, long otherwise, long least, long most) => OptionalWhole(key, least, most) ?? otherwise;

    public long? OptionalWhole(string key, long least, long most)
        => Read(key, (long?)null,
            text => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
                && value >= least && value <= most ? value : null,
            $"a whole number from {least} to {most}");

    public TimeSpan Duration(string key, TimeSpan otherwise, TimeSpan least, TimeSpan most)
        => Read(key, otherwise,
            text => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value : null,
            $"a time from {least} to {most}, written as hh:mm:ss");

    /// <param name="path">The setting with its section.</param>
    /// <param name="value">What it is.</param>
    /// <param name="expected">What it must be, to follow "it must be".</param>
    public static IpcStartupException Invalid(string path, string? value, string expected)
        => new($"The setting '{path}' is '{value}', but it must be {expected}.", ExitCodes.InvalidSetting);

    /// <summary>Call last: whatever was not asked for is a slip of the pen.</summary>
    public void RefuseUnknownKeys()
    {
        if (section.GetChildren().FirstOrDefault(child => !_known.Contains(child.Key)) is { } unknown)
        {
            throw new IpcStartupException(
                $"There is no setting '{unknown.Path}'. Possible here: {string.Join(", ", _known.Order(StringComparer.Ordinal))}.",
                ExitCodes.InvalidSetting);
        }
    }

    // Only names: on its own, Enum.TryParse takes the number behind a name as well.
    private static T? ParseName<T>(string text)
        where T : struct, Enum
        => Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<T>(text, ignoreCase: true) : null;

    private IConfigurationSection Known(string key)
    {
        _known.Add(key);
        return section.GetSection(key);
    }

    private T Read<T>(string key, T otherwise, Func<string, T?> parse, string expected)
        where T : struct
        => Text(key) is { Length: > 0 } text ? parse(text) ?? throw Invalid($"{section.Path}:{key}", text, expected) : otherwise;

    private T? Read<T>(string key, T? otherwise, Func<string, T?> parse, string expected)
        where T : struct
        => Text(key) is { Length: > 0 } text ? parse(text) ?? throw Invalid($"{section.Path}:{key}", text, expected) : otherwise;
}
