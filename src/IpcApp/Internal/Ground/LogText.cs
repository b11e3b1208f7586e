using System.Globalization;
using System.Text;

namespace IpcApp.Internal.Ground;

/// <summary>
/// Makes text safe for a line of the log. Pages choose names of channels, addresses and parts of error texts: without this they could fill
/// the log, begin lines of their own, or control the terminal that shows it. <c>src/electron-main/lib/log-text.js</c> has the same rules.
/// </summary>
internal static class LogText
{
    /// <summary>The length of a name or an address, in characters.</summary>
    public const int NameLength = 200;

    /// <summary>The length of a sentence, in characters.</summary>
    public const int SentenceLength = 1_000;

    private const char ZeroWidthNonJoiner = '\u200C';
    private const char ZeroWidthJoiner = '\u200D';

    /// <summary>Escapes the characters that <see cref="IsUnsafe"/> names, and cuts the text. The result says how long a cut text is.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="maxLength">The number of its characters to keep.</param>
    public static string Clean(string text, int maxLength = NameLength)
    {
        var kept = text.AsSpan(0, Math.Min(text.Length, maxLength));
        if (kept.Length < text.Length && char.IsHighSurrogate(kept[^1]))
        {
            kept = kept[..^1];
        }

        var isCut = kept.Length < text.Length;
        return !isCut && IsSafe(kept)
            ? text
            : Escape(kept) + (isCut ? string.Create(CultureInfo.InvariantCulture, $"… ({text.Length:N0} characters)") : "");
    }

    /// <summary>The same for a text of several lines, such as a stack: each is cleaned, and begins with an indentation.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="maxLines">The number of lines to keep.</param>
    public static string CleanLines(string text, int maxLines = 20)
    {
        var lines = text.AsSpan(0, Math.Min(text.Length, 2 * maxLines * NameLength)).ToString().Split('\n');
        var kept = lines.Take(maxLines).Select(line => Clean(line.TrimEnd('\r'), 2 * NameLength));
        return string.Join(Environment.NewLine + "   ", kept) + (lines.Length > maxLines ? Environment.NewLine + "   …" : "");
    }

    public static bool IsSafe(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (IsUnsafe(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Escapes every unsafe character, so that it can be seen.</summary>
    public static string Escape(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                result.Append(text[i]).Append(text[++i]);
            }
            else if (IsUnsafe(text[i]))
            {
                AppendEscaped(result, text[i]);
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }

    /// <summary>
    /// Whether a character moves the cursor, ends the line, changes the direction of what follows, cannot be seen, or is half of a pair. The
    /// two joiners of scripts and emoji are allowed.
    /// </summary>
    private static bool IsUnsafe(char character)
        => character is not (ZeroWidthJoiner or ZeroWidthNonJoiner)
            && char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;

    private static void AppendEscaped(StringBuilder result, char character) => _ = character switch
    {
        '\n' => result.Append("\\n"),
        '\r' => result.Append("\\r"),
        '\t' => result.Append("\\t"),
        _ => result.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
    };
}
