using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using IpcApp.Internal.Recording;

namespace IpcApp.Testing.Internal.Recording;

/// <summary>A value in the form in which a recording would have it, to be compared with one.</summary>
internal static class ValueJson
{
    private const int Deepest = 16_384;
    private const int LongestText = 160;

    public static JsonElement Of(IpcValue value, bool isRedacted)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = Deepest };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            new ValueWriter(json, isRedacted ? new Redactor() : null).Write(value);
        }

        return JsonElement.Parse(buffer.WrittenSpan, new JsonDocumentOptions { MaxDepth = Deepest });
    }

    /// <summary>For a report.</summary>
    public static string Show(JsonElement json)
    {
        var text = json.GetRawText();
        return text.Length <= LongestText ? text : $"{text.AsSpan(0, LongestText)}… ({text.Length} characters)";
    }
}
