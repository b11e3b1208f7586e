namespace IpcApp.Internal.Codec.Converters;

/// <summary>Text, and what crosses as text.</summary>
internal static class TextScalars
{
    public static void Add(Dictionary<Type, IpcConverter> leaves)
    {
        leaves.AddText("a string", value => value, text => (true, text));
        leaves.AddText("a string of one UTF-16 unit", value => value.ToString(), text => (text.Length == 1, text.FirstOrDefault()));
        leaves.AddText("a UUID string", value => value.ToString("D"), text => (Guid.TryParseExact(text, "D", out var id), id));
        leaves.AddText(
            "a URL string", value => value.OriginalString, text => (Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var uri), uri!));
    }
}
