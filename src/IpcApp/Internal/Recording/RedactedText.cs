using System.Buffers;
using System.Globalization;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Senders;

namespace IpcApp.Internal.Recording;

/// <summary>Takes out of addresses and error texts what may tell about a person.</summary>
internal static class RedactedText
{
    private const int LongestName = 60;
    private const string Cut = "redacted";

    private static readonly SearchValues<char> NameCharacters
        = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>
    /// An address without user, query and fragment. Of files on the disk nothing is kept but that they are, and nothing of addresses that are
    /// contents themselves.
    /// </summary>
    public static string Address(string url)
    {
        if (url.Length == 0 || !Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            return url.Length == 0 ? "" : Cut;
        }

        return uri.Scheme switch
        {
            "file" => $"file:///{Cut}",
            _ when uri.Host.Length == 0 && uri.Scheme != "about" => $"{uri.Scheme}:{Cut}",
            _ => (uri.Scheme == "about" ? $"about:{uri.AbsolutePath}" : $"{uri.Scheme}://{uri.Authority}{uri.AbsolutePath}")
                + (uri.Query.Length > 0 ? $"?{Cut}" : "") + (uri.Fragment.Length > 0 ? $"#{Cut}" : ""),
        };
    }

    /// <summary>
    /// A failure's text: what this library says without naming an argument is kept. Of others the error's name and the length of the message.
    /// </summary>
    /// <param name="text">Such as <c>Error: boom</c>.</param>
    /// <param name="channel">The channel, which may be named in it.</param>
    public static string Failure(string text, string channel)
    {
        if (IsKnown(text, channel))
        {
            return text;
        }

        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        var name = colon is > 0 and <= LongestName && text.AsSpan(0, colon).IndexOfAnyExcept(NameCharacters) < 0 ? text[..(colon + 2)] : "";
        return string.Create(CultureInfo.InvariantCulture, $"{name}({text.Length - name.Length} characters)");
    }

    private static bool IsKnown(string text, string channel)
        => text is ElectronText.ReplyNeverSent or "Error" or "Error: An object could not be cloned."
            || text == SenderPolicy.RefusalText(channel)
            || text == $"Error: No handler registered for '{channel}'";
}
