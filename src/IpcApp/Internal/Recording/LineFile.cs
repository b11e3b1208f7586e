using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IpcApp.Internal.Recording;

/// <summary>A file of JSON objects, one a line, each written whole or not at all. Used by one thread.</summary>
internal sealed class LineFile : IAsyncDisposable
{
    /// <summary>The format; another number when older readers would misunderstand it.</summary>
    public const int Version = 1;

    private const int DeepestJson = 16_384;
    private const int LargeBuffer = 1 << 20;

    private readonly Stream _output;
    private ArrayBufferWriter<byte> _buffer = new();

    private LineFile(Stream output) => _output = output;

    /// <summary>When what is written next has happened, counted from the start.</summary>
    public TimeSpan Time { get; set; }

    /// <summary>Bytes so far.</summary>
    public long Length { get; private set; }

    /// <summary>Writes the first line.</summary>
    public static LineFile Begin(Stream output, bool keepsPayloads, DateTimeOffset started)
    {
        var file = new LineFile(output);
        file.Put(json =>
        {
            json.WriteNumber("recording", Version);
            json.WriteString("payloads", keepsPayloads ? "kept" : "redacted");
            json.WriteString("started", started.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        });
        file.Flush();
        return file;
    }

    public void Line(string kind, Action<Utf8JsonWriter> members) => Put(json =>
    {
        json.WriteNumber("ms", Math.Round(Time.TotalMilliseconds, 2));
        json.WriteString("kind", kind);
        members(json);
    });

    public void Flush() => _output.Flush();

    public ValueTask DisposeAsync() => _output.DisposeAsync();

    private void Put(Action<Utf8JsonWriter> members)
    {
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = DeepestJson };
        using (var json = new Utf8JsonWriter(_buffer, options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        _buffer.Write("\n"u8);
        _output.Write(_buffer.WrittenSpan);
        Length += _buffer.WrittenCount;
        if (_buffer.Capacity > LargeBuffer)
        {
            _buffer = new();
        }
        else
        {
            _buffer.ResetWrittenCount();
        }
    }
}
