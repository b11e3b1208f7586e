namespace IpcApp;

/// <summary>A window that opens at start, section <c>IpcApp:Windows:{name}</c>.</summary>
public sealed class IpcWindowOptions
{
    /// <summary>The width in device-independent pixels. 1000 by default.</summary>
    public int Width { get; set; } = 1000;

    /// <summary>The height in device-independent pixels. 700 by default.</summary>
    public int Height { get; set; } = 700;

    /// <summary>The least width a person can give it; null for no limit.</summary>
    public int? MinWidth { get; set; }

    /// <summary>The least height a person can give it; null for no limit.</summary>
    public int? MinHeight { get; set; }

    /// <summary>The title until the page sets its own; null for the app's name.</summary>
    public string? Title { get; set; }

    /// <summary>
    /// The page. <c>app://local/</c>, the app's own <c>wwwroot</c>, by default. In development a development server on this machine can
    /// be named, such as <c>http://localhost:5173/</c>; its origin then counts as the app's own.
    /// </summary>
    public string Url { get; set; } = "app://local/";

    /// <summary>A preload of the app's own, beside the default one: a path relative to the app's folder. Null for none.</summary>
    public string? Preload { get; set; }

    /// <summary>
    /// Whether preloads run in iframes, too: Electron's <c>nodeIntegrationInSubFrames</c>, which lets every iframe of the window send. Off by
    /// default. The sender policy still refuses what iframes send, until handlers can allow it.
    /// </summary>
    public bool SubFrames { get; set; }

    /// <summary>The session's partition, such as <c>persist:work</c>; null for the default session.</summary>
    public string? Partition { get; set; }
}
