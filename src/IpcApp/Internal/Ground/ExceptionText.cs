using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace IpcApp.Internal.Ground;

/// <summary>Reads exceptions of others, whose properties are code that can throw as well. Nothing else in the runtime reads them.</summary>
internal static class ExceptionText
{
    private const int MaxLength = 16_384;
    private const int MaxChain = 32;

    /// <summary>The exception's message; if that cannot be read, a text that names the exception's type.</summary>
    public static string MessageOf(Exception e)
    {
        try
        {
            return e.Message ?? "";
        }
        catch (Exception)
        {
            return $"{e.GetType().Name} (its message could not be read)";
        }
    }

    /// <summary>
    /// The exception as loggers may print it: itself, or, if its text cannot be read, is very long or could be mistaken for other lines of the
    /// log, one that stands in for it with a text that is safe. The stand-in's message begins with the type of the original, and its inner
    /// exceptions are those of the original, also made safe.
    /// </summary>
    [return: NotNullIfNotNull(nameof(e))]
    public static Exception? ForLog(Exception? e) => ForLog(e, 0);

    [return: NotNullIfNotNull(nameof(e))]
    private static Exception? ForLog(Exception? e, int depth)
    {
        if (e is null)
        {
            return null;
        }

        try
        {
            var text = e.ToString();
            var messages = MessagesOf(e).Where(message => !LogText.IsSafe(message)).Distinct().ToList();
            return messages.Count == 0 && text.Length <= MaxLength && Array.TrueForAll(LinesOf(text), line => LogText.IsSafe(line))
                ? e
                : StandIn(e, Clean(text, messages), depth);
        }
        catch (Exception)
        {
            return StandIn(e, Describe(e), depth);
        }
    }

    /// <summary>What can be read of an exception, and of those that caused it.</summary>
    private static string Describe(Exception e)
    {
        var text = new StringBuilder();
        var next = e;
        for (var i = 0; i < MaxChain && next is not null; i++, next = next.InnerException)
        {
            text.Append(i == 0 ? "" : $"{Environment.NewLine} ---> ").Append(next.GetType()).Append(": ");
            text.Append(LogText.Clean(MessageOf(next), LogText.SentenceLength));
            if (StackOf(next) is { } stack)
            {
                text.Append(Environment.NewLine).AppendJoin(Environment.NewLine, LinesOf(stack).Select(line => LogText.Clean(line, 2 * LogText.NameLength)));
            }
        }

        return text.ToString();
    }

    private static string? StackOf(Exception e)
    {
        try
        {
            return e.StackTrace;
        }
        catch (Exception)
        {
            return null;
        }
    }

    /// <summary>Line breaks of a message are escaped; those between the parts of the text stay.</summary>
    private static string Clean(string text, List<string> messages)
    {
        foreach (var message in messages)
        {
            text = text.Replace(message, LogText.Escape(message), StringComparison.Ordinal);
        }

        var lines = LinesOf(text[..Math.Min(text.Length, MaxLength)]);
        return string.Join(Environment.NewLine, lines.Select(line => LogText.Escape(line)))
            + (text.Length > MaxLength ? $"… ({text.Length} characters)" : "");
    }

    private static string[] LinesOf(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');

    private static IEnumerable<string> MessagesOf(Exception e)
    {
        var waiting = new Queue<Exception>([e]);
        for (var i = 0; i < MaxChain && waiting.TryDequeue(out var next); i++)
        {
            yield return next.Message;
            foreach (var inner in next is AggregateException many ? many.InnerExceptions : next.InnerException is { } one ? [one] : [])
            {
                waiting.Enqueue(inner);
            }
        }
    }

    private static Exception StandIn(Exception e, string text, int depth)
    {
        var message = $"{e.GetType()}: {LogText.Clean(MessageOf(e), LogText.SentenceLength)}";
        var stack = StackOf(e) is { } lines ? Clean(lines, []) : null;
        return e is AggregateException many && depth < MaxChain
            ? new LoggedAggregateException(message, stack, text, many.InnerExceptions.Take(MaxChain).Select(inner => ForLog(inner, depth + 1)))
            : new LoggedException(message, stack, text, depth < MaxChain ? ForLog(e.InnerException, depth + 1) : null);
    }

    /// <summary>Stands in for an exception whose own text is not fit for the log.</summary>
    private sealed class LoggedException(string message, string? stack, string text, Exception? inner) : Exception(message, inner)
    {
        public override string? StackTrace => stack;

        public override string ToString() => text;
    }

    /// <summary>The same for an exception with several inner ones.</summary>
    private sealed class LoggedAggregateException(string message, string? stack, string text, IEnumerable<Exception> inner)
        : AggregateException(inner)
    {
        public override string Message => message;

        public override string? StackTrace => stack;

        public override string ToString() => text;
    }
}
