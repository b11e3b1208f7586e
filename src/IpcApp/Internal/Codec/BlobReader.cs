namespace IpcApp.Internal.Codec;

/// <summary>
/// The bytes of views, beside the stream. They lie there in the order of their views and without gaps, so that no byte is delivered twice:
/// views over the same place would let a small message cost any amount of memory.
/// </summary>
internal ref struct BlobReader(ReadOnlySpan<byte> blobs)
{
    private readonly ReadOnlySpan<byte> _blobs = blobs;
    private int _position;

    public readonly bool IsAtEnd => _position == _blobs.Length;

    public bool TryRead(uint offset, uint length, out ReadOnlySpan<byte> content)
    {
        content = default;
        if (offset != _position || length > _blobs.Length - _position)
        {
            return false;
        }

        content = _blobs.Slice(_position, (int)length);
        _position += (int)length;
        return true;
    }
}
