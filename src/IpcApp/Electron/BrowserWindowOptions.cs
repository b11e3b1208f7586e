namespace IpcApp;

/// <summary>How a window is made. Isolation, sandbox and the sender policy are the same for every window, and no option weakens them.</summary>
public class BrowserWindowOptions
{
    /// <summary>The width in device-independent pixels, 100 to 16384. 1000 by default.</summary>
    public int Width { get; set; } = 1000;

    /// <summary>The height in device-independent pixels, 100 to 16384. 700 by default.</summary>
    public int Height { get; set; } = 700;

    /// <summary>The least width a person can give it; null for no limit.</summary>
    public int? MinWidth { get; set; }

    /// <summary>The least height a person can give it; null for no limit.</summary>
    public int? MinHeight { get; set; }

    /// <summary>The title until the page sets its own; null for the app's name.</summary>
    public string? Title { get; set; }

    /// <summary>
    /// Whether the window shows itself when its page is ready. True by default; otherwise it stays hidden until
    /// <see cref="BrowserWindow.Show"/>.
    /// </summary>
    public bool Show { get; set; } = true;

    /// <summary>A preload of the app's own, beside the default one: a path relative to the app's folder. Null for none.</summary>
    public string? Preload { get; set; }

    /// <summary>
    /// Whether preloads run in iframes, too: Electron's <c>nodeIntegrationInSubFrames</c>, which lets every iframe of the window send. Off by
    /// default. Handlers hear them only where an attribute or a sender policy says so.
    /// </summary>
    public bool SubFrames { get; set; }

    /// <summary>
    /// Origins beside the app's own whose pages the window may show, in iframes and by navigation, such as <c>https://partner.example</c>.
    /// None by default. What their pages send is refused unless a handler accepts it, by <see cref="AllowOriginAttribute"/> or a sender
    /// policy. The default content security policy lets pages frame them; a policy of the app's own must name them.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>The session's partition, such as <c>persist:work</c>; null for the default session.</summary>
    public string? Partition { get; set; }
}
