using System.Globalization;
using System.Text.Json;
using IpcApp.Internal.Recording;

namespace IpcApp.Testing.Internal.Recording;

/// <summary>Reads the file of a recording.</summary>
internal static class RecordingReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16_384 };

    public static IpcRecording Read(string path)
    {
        RecordingHead? head = null;
        var lines = new List<RecordedLine>();
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        for (var number = 1; reader.ReadLine() is { } text; number++)
        {
            if (head is null)
            {
                head = ReadHead(path, text);
            }
            else if (text.Length > 0)
            {
                if (ReadLine(path, number, text, head, isLast: reader.EndOfStream) is { } line)
                {
                    lines.Add(line);
                }
            }
        }

        return new IpcRecording(path, head ?? throw NotOne(path, "it is empty"), lines);
    }

    private static RecordingHead ReadHead(string path, string text)
    {
        JsonElement head;
        try
        {
            head = text.StartsWith(RecordingFile.Mark, StringComparison.Ordinal)
                ? JsonElement.Parse(text, Options)
                : throw NotOne(path, $"its first line does not begin with {RecordingFile.Mark}");
        }
        catch (JsonException e)
        {
            throw NotOne(path, $"its first line is not JSON ({e.Message})");
        }

        var line = new RecordedLine(path, 1, "", head, IsRedacted: false);
        if (line.Whole("recording") is var version && version != LineFile.Version)
        {
            throw NotOne(path, string.Create(
                CultureInfo.InvariantCulture,
                $"its format is {version}, and this version of IpcApp.Testing reads format {LineFile.Version}. Record anew"));
        }

        return new RecordingHead(
            line.Text("payloads") == "kept",
            DateTimeOffset.TryParse(line.Text("started"), CultureInfo.InvariantCulture, out var started)
                ? started
                : throw line.Fault("'started' is not a time"));
    }

    /// <returns>Null for a last line that was cut off.</returns>
    private static RecordedLine? ReadLine(string path, int number, string text, RecordingHead head, bool isLast)
    {
        try
        {
            var json = JsonElement.Parse(text, Options);
            var line = new RecordedLine(path, number, "", json, !head.HasPayloads || json.TryGetProperty("redacted", out _));
            return line with { Kind = line.Text("kind") };
        }
        catch (JsonException) when (isLast)
        {
            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new RecordedLine(path, number, "", default, false).Fault($"it is not a JSON object ({e.Message.TrimEnd('.')})", e);
        }
    }

    private static FormatException NotOne(string path, string reason)
        => new($"'{path}' is not a recording that can be read: {reason}. Recordings are made by the setting IpcApp:Record.");
}
