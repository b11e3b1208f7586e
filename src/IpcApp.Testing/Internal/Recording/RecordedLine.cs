using System.Globalization;
using System.Text.Json;

namespace IpcApp.Testing.Internal.Recording;

/// <summary>One line of a recording, after the first.</summary>
/// <param name="File">The file, for error texts.</param>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Kind">What it tells of.</param>
/// <param name="Json">The line.</param>
/// <param name="IsRedacted">Whether its values are shapes.</param>
internal sealed record RecordedLine(string File, int Number, string Kind, JsonElement Json, bool IsRedacted)
{
    public TimeSpan Time => Has("ms") ? TimeSpan.FromMilliseconds(Json.GetProperty("ms").GetDouble()) : TimeSpan.Zero;

    /// <summary>Whether a page said it.</summary>
    public bool IsFromPage => Kind is "invoke" or "send" or "sendSync" or "postMessage";

    /// <summary>Whether main sent it to a page, be it over a port.</summary>
    public bool IsToPage => Kind is "send-to-page" or "post-to-page" or "port-message-to-page";

    /// <summary>Whether it tells what the app did, so that it is to be waited for.</summary>
    public bool IsEffect => IsToPage || Kind is "answer" or "outcome";

    public bool Has(string member) => Json.TryGetProperty(member, out _);

    public string Text(string member)
        => Member(member) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : throw Fault($"'{member}' is not a text");

    public string Text(string member, string otherwise) => Has(member) ? Text(member) : otherwise;

    public long Whole(string member)
        => Member(member) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value)
            ? value
            : throw Fault($"'{member}' is not a whole number");

    public IReadOnlyList<uint> Ports()
        => Has("ports") ? [.. Member("ports").EnumerateArray().Select(port => port.GetUInt32())] : [];

    /// <summary>The arguments, the message or the answer; null if it could not be read when it was recorded.</summary>
    public JsonElement? Value()
    {
        foreach (var name in new[] { "args", "message", "value" })
        {
            if (Json.TryGetProperty(name, out var value))
            {
                return value;
            }
        }

        return null;
    }

    public FormatException Fault(string what, Exception? cause = null)
        => new(string.Create(CultureInfo.InvariantCulture, $"Line {Number} of the recording '{File}' cannot be used: {what}."), cause);

    private JsonElement Member(string name) => Json.TryGetProperty(name, out var member) ? member : throw Fault($"it has no '{name}'");
}

/// <summary>The first line of a recording.</summary>
internal sealed record RecordingHead(bool HasPayloads, DateTimeOffset StartedAt);
