namespace IpcApp.Testing.Internal;

internal static class Origins
{
    /// <summary>The origin of a document, serialized as Chromium does (S105).</summary>
    public static string Of(string url, string? parentOrigin)
    {
        if (url is "" or "about:blank" or "about:srcdoc")
        {
            return parentOrigin ?? "null";
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            throw new ArgumentException(
                $"'{url}' is not an absolute address. Give one such as app://local/ or https://example.com/.",
                nameof(url));
        }

        return uri.Scheme switch
        {
            "data" => "null",
            "file" => "file://",
            _ => uri.GetLeftPart(UriPartial.Authority),
        };
    }
}
