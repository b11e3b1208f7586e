using System.Collections;
using System.Globalization;
using System.Text;
using IpcApp.Internal.Ground;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Logging;

/// <summary>
/// A line that the runtime logs, as it was when it was logged: loggers get it later, on another thread. Its texts are safe and have a limited
/// length (<see cref="LogText"/>). As a state it has the same names and values as the message's own.
/// </summary>
internal sealed class LogLine : IReadOnlyList<KeyValuePair<string, object?>>
{
    private const string Template = "{OriginalFormat}";
    private const string Note = "Note";

    private readonly KeyValuePair<string, object?>[] _values;

    private LogLine(LogLevel level, EventId id, string text, KeyValuePair<string, object?>[] values, Exception? exception)
        => (Level, Id, Text, _values, Exception) = (level, id, text, values, exception);

    public LogLevel Level { get; }

    public EventId Id { get; }

    public string Text { get; }

    public Exception? Exception { get; }

    public int Count => _values.Length;

    public KeyValuePair<string, object?> this[int index] => _values[index];

    public static LogLine Create<TState>(
        LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (state is not IReadOnlyList<KeyValuePair<string, object?>> { Count: > 0 } given || given[^1] is not { Key: Template, Value: string template })
        {
            return new LogLine(level, id, LogText.Clean(Format(state, exception, formatter), LogText.SentenceLength), [], exception);
        }

        var values = new KeyValuePair<string, object?>[given.Count];
        for (var i = 0; i < values.Length - 1; i++)
        {
            values[i] = KeyValuePair.Create(given[i].Key, Clean(given[i].Key, given[i].Value));
        }

        values[^1] = given[^1];
        return new LogLine(level, id, Render(template, values), values, exception);
    }

    /// <summary>
    /// The same line with a note at its end. Loggers that render the template themselves have it as the value <c>Note</c>.
    /// </summary>
    public LogLine With(string note)
    {
        if (note.Length == 0)
        {
            return this;
        }

        KeyValuePair<string, object?>[] values = _values is [.. var own, { Value: string template }]
            ? [.. own, KeyValuePair.Create<string, object?>(Note, note), KeyValuePair.Create<string, object?>(Template, $"{template} {{{Note}}}")]
            : _values;
        return new LogLine(Level, Id, $"{Text} {note}", values, Exception);
    }

    public override string ToString() => Text;

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _values.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _values.GetEnumerator();

    /// <summary>Sentences may be longer than names. A stack keeps its lines.</summary>
    private static object? Clean(string name, object? value) => value switch
    {
        string text => name switch
        {
            "Stack" => LogText.CleanLines(text),
            "Text" or "Reason" or "Path" => LogText.Clean(text, LogText.SentenceLength),
            "Problem" => LogText.Clean(text, 4 * LogText.SentenceLength),
            _ => LogText.Clean(text),
        },
        null or IFormattable => value,
        _ => LogText.Clean(Guarded(value.ToString)),
    };

    private static string Format<TState>(TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        => Guarded(() => formatter(state, exception));

    private static string Guarded(Func<string?> read)
    {
        try
        {
            return read() ?? "";
        }
        catch (Exception e)
        {
            return $"(a text that could not be made: {e.GetType()})";
        }
    }

    /// <summary>Puts the values into the places of a template, by name; templates of the runtime have no escaped braces.</summary>
    private static string Render(ReadOnlySpan<char> template, KeyValuePair<string, object?>[] values)
    {
        var result = new StringBuilder(template.Length + 64);
        while (template.IndexOf('{') is >= 0 and var open && template[open..].IndexOf('}') is > 0 and var length)
        {
            var place = template.Slice(open + 1, length - 1);
            var colon = place.IndexOf(':');
            var value = Find(colon < 0 ? place : place[..colon], values) ?? "(null)";
            var format = colon < 0 ? null : place[(colon + 1)..].ToString();
            result.Append(template[..open]).Append(value is IFormattable one ? one.ToString(format, CultureInfo.InvariantCulture) : value);
            template = template[(open + length + 1)..];
        }

        return result.Append(template).ToString();
    }

    private static object? Find(ReadOnlySpan<char> name, KeyValuePair<string, object?>[] values)
    {
        foreach (var (key, value) in values)
        {
            if (name.Equals(key, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }
}
