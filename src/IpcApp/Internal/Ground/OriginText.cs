namespace IpcApp.Internal.Ground;

/// <summary>Reads an origin as a person writes it, and gives it as Chromium serializes it (S105).</summary>
internal static class OriginText
{
    /// <summary>The origin, or null if the text is none.</summary>
    public static string? TryParse(string origin)
        => origin == "file://" ? origin
            : Uri.TryCreate(origin, UriKind.Absolute, out var uri)
                && uri is { Host.Length: > 0, UserInfo: "", PathAndQuery: "/" or "", Fragment: "" }
                ? $"{uri.Scheme}://{HostOf(uri)}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}"
                : null;

    /// <summary>Chromium writes names of other scripts as punycode, and addresses of version 6 in brackets.</summary>
    private static string HostOf(Uri uri) => uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;

    /// <exception cref="ArgumentException">The text is no origin.</exception>
    public static string Parse(string origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        return TryParse(origin)
            ?? throw new ArgumentException(
                $"'{origin}' is not an origin. Give scheme and host, and a port where it is not the usual one, such as https://example.com; "
                + "for opaque origins, which all read 'null', use any sender.",
                nameof(origin));
    }
}
