using System.Globalization;
using IpcApp.Internal.Ground;
using Microsoft.Extensions.Configuration;

namespace IpcApp.Internal.Settings;

/// <summary>
/// Reads one section strictly: an unknown key, a value out of range, and a value where a section is expected or the reverse are errors that
/// name the key and what is possible.
/// </summary>
internal sealed class SettingsSection
{
    private const string AnyText = "a text";

    private readonly IConfigurationSection _section;
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    private SettingsSection(IConfigurationSection section) => _section = section;

    public string Name => _section.Key;

    /// <summary>A section within this one.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="expected">What it holds, to follow "it must be".</param>
    /// <exception cref="IpcStartupException">A value stands in its place.</exception>
    public SettingsSection Child(string key, string expected) => Section(Known(key), expected);

    /// <summary>The sections within a section, by name.</summary>
    /// <param name="key">The key of the section around them.</param>
    /// <param name="expected">What that section is, to follow "it must be".</param>
    /// <param name="expectedEach">What each of them is.</param>
    /// <exception cref="IpcStartupException">A value or an array stands in the place of one of them.</exception>
    public IEnumerable<SettingsSection> Children(string key, string expected, string expectedEach)
    {
        var parent = Known(key);
        RefuseValue(parent, expected);
        var children = parent.GetChildren().ToList();
        return IsArray(children) ? throw Invalid(parent.Path, "an array", expected) : children.Select(child => Section(child, expectedEach));
    }

    /// <summary>The section itself, read strictly.</summary>
    /// <inheritdoc cref="Child"/>
    public static SettingsSection Section(IConfigurationSection section, string expected)
    {
        RefuseValue(section, expected);
        return new SettingsSection(section);
    }

    public string? Text(string key) => Value(key, AnyText);

    /// <summary>The elements of an array, in order.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="expected">What it is, to follow "it must be".</param>
    /// <exception cref="IpcStartupException">It is no array, or an element is no text.</exception>
    public IReadOnlyList<string> Texts(string key, string expected)
    {
        var array = Known(key);
        RefuseValue(array, expected);
        var elements = array.GetChildren().ToList();
        if (elements.Count > 0 && !IsArray(elements))
        {
            throw Invalid(array.Path, "a section", expected);
        }

        return [.. elements.Select(element => ValueOf(element, AnyText) ?? "")];
    }

    public T Choice<T>(string key, T defaultValue)
        where T : struct, Enum
        => Read(key, defaultValue, ParseName<T>, "one of " + string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant())));

    public bool? Flag(string key) => Read(key, (bool?)null, text => bool.TryParse(text, out var value) ? value : null, "true or false");

    public long Whole(string key, long defaultValue, WholeRange range) => OptionalWhole(key, range) ?? defaultValue;

    public long? OptionalWhole(string key, WholeRange range)
        => Read(key, (long?)null,
            text => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && range.Contains(value) ? value : null,
            range.Expected);

    public TimeSpan Duration(string key, TimeSpan defaultValue, TimeRange range)
        => Read(key, defaultValue,
            text => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) && range.Contains(value) ? value : null,
            range.Expected);

    /// <param name="path">The setting with its section.</param>
    /// <param name="found">What it is, as it follows "is": a value in quotes, or a description.</param>
    /// <param name="expected">What it must be, to follow "it must be".</param>
    public static IpcStartupException Invalid(string path, string found, string expected)
        => new($"The setting '{path}' is {found}, but it must be {expected}.", ExitCodes.InvalidSetting);

    /// <summary>A value as an error quotes it: on one line, with its control characters escaped.</summary>
    public static string Quote(string? value) => $"'{LogText.Escape(value ?? "")}'";

    /// <summary>Call last: any key that was not read is treated as a typo.</summary>
    public void RefuseUnknownKeys()
    {
        if (_section.GetChildren().FirstOrDefault(child => !_known.Contains(child.Key)) is { } unknown)
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

    // JSON's null and empty arrays, and empty environment variables, read as an empty value: they set nothing.
    private static void RefuseValue(IConfigurationSection section, string expected)
    {
        if (section.Value is { Length: > 0 } value)
        {
            throw Invalid(section.Path, Quote(value), expected);
        }
    }

    private static string? ValueOf(IConfigurationSection section, string expected)
    {
        var children = section.GetChildren().ToList();
        return children.Count == 0
            ? section.Value
            : throw Invalid(section.Path, IsArray(children) ? "an array" : "a section", expected);
    }

    /// <summary>The configuration knows no arrays: it numbers the elements.</summary>
    private static bool IsArray(List<IConfigurationSection> children)
        => children.Count > 0 && children.TrueForAll(child => child.Key.Length > 0 && child.Key.All(char.IsAsciiDigit));

    private IConfigurationSection Known(string key)
    {
        _known.Add(key);
        return _section.GetSection(key);
    }

    private string? Value(string key, string expected) => ValueOf(Known(key), expected);

    private T Read<T>(string key, T defaultValue, Func<string, T?> parse, string expected)
        where T : struct
        => Read(key, (T?)null, parse, expected) ?? defaultValue;

    private T? Read<T>(string key, T? defaultValue, Func<string, T?> parse, string expected)
        where T : struct
        => Value(key, expected) is { Length: > 0 } text
            ? parse(text) ?? throw Invalid($"{_section.Path}:{key}", Quote(text), expected)
            : defaultValue;
}
