namespace IpcApp.Internal.Codec;

/// <summary>The versions of V8's structured-clone format that are spoken here, and the limits that hostile input meets.</summary>
internal static class V8Format
{
    public const byte VersionTag = 0xFF;

    /// <summary>The version that Node.js 22 to 26 writes. Newer engines read it, as V8 promises to read all its older versions.</summary>
    public const byte WrittenVersion = 15;

    /// <summary>Host objects and all string encodings are as they are today since this version.</summary>
    public const uint OldestVersion = 13;

    /// <summary>Views carry flags from this version on.</summary>
    public const uint FirstVersionWithViewFlags = 14;

    /// <summary>Differs from 15 in that lengths and offsets of buffers may have 64 bits.</summary>
    public const uint NewestVersion = 16;

    /// <summary>
    /// Nesting beyond this is refused in both directions; the stack is checked besides, as callers may have used most of it.
    /// </summary>
    public const int MaxDepth = 1000;

    /// <summary>Values in one message. It bounds what a payload of one-byte values can make us allocate.</summary>
    public const int MaxValues = 10_000_000;

    /// <summary>V8's own limit for a bigint.</summary>
    public const int MaxBigIntBits = 1 << 30;

    public const int BigIntDigitSize = 8;
}
