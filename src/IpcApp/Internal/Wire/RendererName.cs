using System.Text.Json;
using IpcApp.Internal.Ground;

namespace IpcApp.Internal.Wire;

/// <summary>Names what shows the pages, for people: <c>Chromium 150.0 (headless)</c>.</summary>
/// <param name="Name">The program.</param>
/// <param name="Version">Its version; empty as long as it is not known.</param>
/// <param name="Note">How it shows them, in parentheses; empty where that is as usual.</param>
internal sealed record RendererName(string Name, string Version = "", string Note = "")
{
    private const string Chromium = "Chromium";

    /// <param name="info">What the other side of the bridge says of itself.</param>
    /// <param name="isHidden">Whether its windows are invisible.</param>
    public static RendererName OfChromium(JsonElement info, bool isHidden)
        => new(Chromium, Short(VersionOf(info, "chrome")), isHidden ? "(headless)" : "");

    /// <inheritdoc cref="OfChromium"/>
    public static RendererName OfElectron(JsonElement info, bool isHidden)
        => new("Electron", VersionOf(info, "electron"), isHidden ? "(hidden windows)" : "");

    /// <summary>A browser that has started says its version.</summary>
    public RendererName WithChromium(string version) => Name == Chromium ? this with { Version = Short(LogText.Clean(version, 40)) } : this;

    public override string ToString() => string.Join(' ', new[] { Name, Version, Note }.Where(part => part.Length > 0));

    /// <summary>Major and minor version: the rest of Chromium's says nothing to people.</summary>
    private static string Short(string version) => string.Join('.', version.Split('.').Take(2));

    /// <summary>The other side can be any program; what it says is no reason to fail.</summary>
    private static string VersionOf(JsonElement info, string name)
        => info.ValueKind == JsonValueKind.Object
            && info.TryGetProperty(name, out var version)
            && version.ValueKind == JsonValueKind.String
            ? LogText.Clean(version.GetString()!, 40)
            : "";
}
