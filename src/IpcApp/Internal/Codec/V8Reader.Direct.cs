using System.Diagnostics.CodeAnalysis;

namespace IpcApp.Internal.Codec;

/// <content>
/// What converters need that read C# values out of the stream without making an untyped value first. They keep no objects to refer to and
/// make no room for holes, so a stream with references or sparse arrays is none for them: what is read this way becomes no more values than
/// it has bytes.
/// </content>
internal ref partial struct V8Reader
{
    /// <summary>For numbers, texts, tags and counts.</summary>
    [UnscopedRef]
    public ref V8ByteReader Bytes => ref _bytes;

    /// <summary>Whether a reference or a sparse array was met: what has been read so far is worth nothing.</summary>
    public readonly bool NeedsUntyped => _needsUntyped;

    /// <summary>How many values were read so far.</summary>
    public readonly int Count => _count;

    /// <summary>Whether all has been read.</summary>
    public readonly bool IsAtEnd => _bytes.Remaining == 0 && _blobs.IsAtEnd;

    /// <summary>A reader behind the header.</summary>
    /// <exception cref="IpcCloneException">The header is missing or of an unknown version.</exception>
    public static V8Reader OpenDirect(ReadOnlySpan<byte> stream, ReadOnlySpan<byte> blobs)
    {
        var reader = new V8Reader(stream, blobs) { _isDirect = true };
        reader.ReadHeader();
        return reader;
    }

    /// <summary>The next tag of a value, counted against the limit.</summary>
    public byte ReadValueTag()
    {
        CountValue();
        return _bytes.ReadTag();
    }

    /// <summary>The untyped value whose tag has been read.</summary>
    public IpcValue ReadUntyped(byte tag) => ReadValue(tag);

    /// <summary>The bytes of a view that is a host object, whose tag has been read; no copy.</summary>
    public ReadOnlySpan<byte> ReadBinary(out IpcArrayBufferViewKind kind)
    {
        kind = ReadViewKind(_bytes.ReadVarint());
        var length = _bytes.ReadVarint();
        var offset = _bytes.ReadVarint();
        if (!_blobs.TryRead(offset, length, out var content) || length % ViewKinds.ElementSize(kind) != 0)
        {
            _bytes.Fail("a view's bytes are not where they are said to be");
        }

        return content;
    }

    private void CountValue()
    {
        if (++_count > V8Format.MaxValues)
        {
            _bytes.Fail($"there are more than {V8Format.MaxValues} values");
        }
    }
}
