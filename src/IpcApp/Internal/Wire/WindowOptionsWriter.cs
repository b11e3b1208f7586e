using System.Text.Json;
using IpcApp.Internal.Ground;

namespace IpcApp.Internal.Wire;

internal static class WindowOptionsWriter
{
    /// <summary>The options of a window for Electron, the same for windows of the settings and those that the app makes.</summary>
    /// <param name="options">What the app says.</param>
    /// <param name="json">Where to.</param>
    /// <param name="name">The member that gets them.</param>
    /// <param name="showWindows">False where there is no display.</param>
    /// <param name="devTools">Whether developer tools can be opened.</param>
    public static void WriteTo(this BrowserWindowOptions options, Utf8JsonWriter json, string name, bool showWindows, bool devTools)
    {
        json.WriteStartObject(name);
        json.WriteNumber("width", options.Width);
        json.WriteNumber("height", options.Height);
        json.WriteOptional("minWidth", options.MinWidth);
        json.WriteOptional("minHeight", options.MinHeight);
        json.WriteOptional("title", options.Title);
        json.WriteOptional("preload", options.Preload);
        json.WriteOptional("partition", options.Partition);
        json.WriteBoolean("subFrames", options.SubFrames);
        if (options.AllowedOrigins.Count > 0)
        {
            json.WriteStartArray("allowedOrigins");
            foreach (var origin in options.AllowedOrigins)
            {
                json.WriteStringValue(OriginText.Parse(origin));
            }

            json.WriteEndArray();
        }

        json.WriteBoolean("show", showWindows && options.Show);
        json.WriteBoolean("devTools", devTools);
        json.WriteEndObject();
    }
}
