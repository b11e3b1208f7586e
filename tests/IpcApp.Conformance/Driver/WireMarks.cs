namespace IpcApp.Conformance.Driver;

/// <summary>
/// Texts in a message that change its bytes behind the page's back, as no page could: on the fake here, on real renderers in their main
/// process (<c>electron/main.cjs</c>).
/// </summary>
public static class WireMarks
{
    /// <summary>The bytes are no structured clone.</summary>
    public const string Damaged = "conformance:damaged";

    /// <summary>The header names the version after the one that all messages have.</summary>
    public const string NextVersion = "conformance:next-version";

    private const int VersionAt = 5;
    private const int ValueAt = 6;
    private const byte NoTag = 0x7F;

    /// <summary>Does it to a message on the wire.</summary>
    /// <param name="bytes">Length, header and value.</param>
    /// <param name="version">The version in its header; for the values that occur here it is all that differs.</param>
    public static void Apply(Span<byte> bytes, byte version)
    {
        bytes[VersionAt] = version;
        if (bytes.IndexOf("conformance:damaged"u8) >= 0)
        {
            bytes[ValueAt] = NoTag;
        }
        else if (bytes.IndexOf("conformance:next-version"u8) >= 0)
        {
            bytes[VersionAt]++;
        }
    }
}
