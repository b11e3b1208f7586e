using System.Text.Json;

namespace IpcApp.Testing.Internal;

/// <summary>How a fake window is made.</summary>
internal sealed record FakeWindowOptions
{
    public string? Name { get; init; }

    /// <summary>The page; empty for none yet.</summary>
    public string Url { get; init; } = "";

    /// <summary>The page's origin; null for that of its address.</summary>
    public string? Origin { get; init; }

    /// <summary>The renderer process; null for that of the page's origin.</summary>
    public int? ProcessId { get; init; }

    /// <summary>The frame that opened it by <c>window.open</c>; null for none.</summary>
    public FakeFrame? Opener { get; init; }

    public bool SubFrames { get; init; }

    public bool Show { get; init; } = true;

    public string Title { get; init; } = "";

    /// <summary>The options that the host is handed, of a window with or without a name.</summary>
    public static FakeWindowOptions Read(JsonElement options) => new()
    {
        SubFrames = options.GetProperty("subFrames").GetBoolean(),
        Show = options.GetProperty("show").GetBoolean(),
        Title = options.TryGetProperty("title", out var title) ? title.GetString()! : "",
    };
}
