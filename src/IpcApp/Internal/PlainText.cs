using System.Globalization;
using System.Text;

namespace IpcApp.Internal;

/// <summary>Makes text that a page or a settings file supplied fit for one line of a log or an error message.</summary>
internal static class PlainText
{
    /// <summary>Cuts and escapes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxLength">How many of its characters are kept, before they are escaped.</param>
    public static string Of(string text, int maxLength = 200)
    {
        if (text.Length <= maxLength)
        {
            return Escape(text);
        }

        var end = char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength;
        return Escape(text[..end]) + "…";
    }

    /// <summary>Escapes line breaks, other control and format characters, and halves of surrogate pairs.</summary>
    public static string Escape(string text)
    {
        if (text.All(character => character is >= ' ' and <= '~'))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        foreach (var (index, rune, length) in Runes(text))
        {
            switch (rune)
            {
                case { Value: '\n' }:
                    escaped.Append("\\n");
                    break;
                case { Value: '\r' }:
                    escaped.Append("\\r");
                    break;
                case { Value: '\t' }:
                    escaped.Append("\\t");
                    break;
                case { } known when IsVisible(known):
                    escaped.Append(text, index, length);
                    break;
                default:
                    for (var i = index; i < index + length; i++)
                    {
                        escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}");
                    }

                    break;
            }
        }

        return escaped.ToString();
    }

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    /// <summary>Null stands for half of a surrogate pair.</summary>
    private static IEnumerable<(int Index, Rune? Rune, int Length)> Runes(string text)
    {
        for (var index = 0; index < text.Length;)
        {
            var isRune = Rune.TryGetRuneAt(text, index, out var rune);
            var length = isRune ? rune.Utf16SequenceLength : 1;
            yield return (index, isRune ? rune : null, length);
            index += length;
        }
    }
}
