using System.Text.Json;

namespace IpcApp.Internal.Launch;

/// <summary>Names what shows the pages, for people.</summary>
internal static class RendererName
{
    /// <param name="info">What the other side of the bridge says of itself.</param>
    /// <param name="choice">What was started; null for Electron.</param>
    public static string Of(JsonElement info, HostChoice? choice)
    {
        var isChromium = choice is { ElectronPath: null };
        var name = isChromium ? $"Chromium {Short(VersionOf(info, "chrome"))}" : $"Electron {VersionOf(info, "electron")}";
        return name.TrimEnd() + (choice?.Headless != true ? "" : isChromium ? " (headless)" : " (hidden windows)");
    }

    /// <summary>Major and minor version: the rest of Chromium's says nothing to people.</summary>
    private static string Short(string version) => string.Join('.', version.Split('.').Take(2));

    /// <summary>Electron's side can be any program; what it says is no reason to fail, nor to print what is no version.</summary>
    private static string VersionOf(JsonElement info, string name)
        => info.ValueKind == JsonValueKind.Object
            && info.TryGetProperty(name, out var version)
            && version.ValueKind == JsonValueKind.String
            ? PlainText.Of(version.GetString()!, 40)
            : "";
}
