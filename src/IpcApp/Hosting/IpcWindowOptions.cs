namespace IpcApp;

/// <summary>A window that opens at start, section <c>IpcApp:Windows:{name}</c>.</summary>
public sealed class IpcWindowOptions : BrowserWindowOptions
{
    /// <summary>
    /// The page. <c>app://local/</c>, the app's own <c>wwwroot</c>, by default. In development a development server on this machine can
    /// be named, such as <c>http://localhost:5173/</c>; its origin then counts as the app's own.
    /// </summary>
    public string Url { get; set; } = "app://local/";
}
