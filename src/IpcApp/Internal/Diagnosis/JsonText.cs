using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IpcApp.Internal.Diagnosis;

internal static class JsonText
{
    // It is written to a terminal or a pipe, never into a page.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>One object.</summary>
    public static string Of(Action<Utf8JsonWriter> writeMembers, bool indented = true)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = indented, Encoder = Encoder }))
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
