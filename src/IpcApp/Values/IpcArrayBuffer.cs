namespace IpcApp;

/// <summary>A JavaScript ArrayBuffer; mutable in place, of fixed length on this side.</summary>
/// <remarks>Not thread-safe while it changes.</remarks>
public sealed class IpcArrayBuffer : IpcValue
{
    private readonly byte[] _bytes;

    /// <summary>An ArrayBuffer of a copy of the bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="maxByteLength">
    /// For a resizable buffer the size it may grow to, in bytes, at least the length; null for an ordinary one.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The largest size is below the length.</exception>
    public IpcArrayBuffer(ReadOnlySpan<byte> bytes, long? maxByteLength = null)
    {
        if (maxByteLength < bytes.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(maxByteLength), maxByteLength, "The largest size is below the length.");
        }

        _bytes = bytes.ToArray();
        MaxByteLength = maxByteLength;
    }

    /// <summary>The bytes themselves, not a copy.</summary>
    public Memory<byte> Bytes => _bytes;

    /// <summary>The size in bytes that a resizable buffer may grow to; null if the buffer is not resizable.</summary>
    public long? MaxByteLength { get; }

    /// <inheritdoc/>
    public override IpcValueKind Kind => IpcValueKind.ArrayBuffer;
}
