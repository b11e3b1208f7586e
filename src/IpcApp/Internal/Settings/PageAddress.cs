namespace IpcApp.Internal.Settings;

/// <summary>Which addresses a window may open with: the app's own pages, and in development a server on this machine.</summary>
internal static class PageAddress
{
    public const string AppOrigin = "app://local";

    public static bool IsAllowed(string url, bool isDevelopment)
        => Uri.TryCreate(url, UriKind.Absolute, out var uri) && (IsApp(uri) || (isDevelopment && IsLocalServer(uri)));

    /// <summary>The origin as Chromium serializes it: the default port left out.</summary>
    public static string OriginOf(string url)
    {
        var uri = new Uri(url);
        return IsApp(uri) ? AppOrigin : uri.GetLeftPart(UriPartial.Authority);
    }

    public static string Expected(bool isDevelopment)
        => $"an address under {AppOrigin}/" + (isDevelopment
            ? " or of a development server on this machine, such as http://localhost:5173/"
            : "; addresses of development servers are allowed in development only");

    private static bool IsApp(Uri uri) => uri is { Scheme: "app", Host: "local", Port: -1, UserInfo: "" };

    private static bool IsLocalServer(Uri uri) => uri is { Scheme: "http" or "https", IsLoopback: true, UserInfo: "" };
}
