using System.Collections;
using System.Globalization;

namespace IpcApp.Tests.Values.Properties;

/// <summary>A text for a C# value that is the same for equal values alone. Shares no code with the codecs, whose errors it is to show.</summary>
internal static class CSharpText
{
    public static string Describe(object? value) => value switch
    {
        null => "null",
        string text => Quote(text),
        char unit => Quote(unit.ToString()),
        double or float or Half => $"{((IFormattable)value).ToString("R", CultureInfo.InvariantCulture)}",
        DateTime moment => $"{moment.Ticks} {moment.Kind}",
        DateTimeOffset moment => $"{moment.Ticks} {moment.Offset}",
        DateOnly or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        TimeSpan span => $"{span.Ticks}",
        byte[] bytes => Convert.ToHexString(bytes),
        Uri uri => Quote(uri.OriginalString),
        IFormattable leaf => leaf.ToString(null, CultureInfo.InvariantCulture),
        bool leaf => leaf.ToString(),
        IDictionary or IEnumerable when IsUnordered(value) => "{" + string.Join(", ", Elements(value).Order(StringComparer.Ordinal)) + "}",
        IEnumerable => "[" + string.Join(", ", Elements(value)) + "]",
        _ => Members(value),
    };

    private static string Quote(string text)
        => "'" + string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? $"{c}" : $"\\u{(int)c:x4}")) + "'";

    private static bool IsUnordered(object value) => value is IDictionary
        || value.GetType().GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadOnlySet<>));

    private static IEnumerable<string> Elements(object value)
    {
        foreach (var element in (IEnumerable)value)
        {
            yield return Describe(element);
        }
    }

    private static string Members(object value)
    {
        var members = value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0);
        return $"{value.GetType().Name}({string.Join(", ", members.Select(property => $"{property.Name}: {Describe(property.GetValue(value))}"))})";
    }
}
