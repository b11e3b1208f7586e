using System.Runtime.CompilerServices;

namespace IpcApp.Internal.Codec;

/// <summary>
/// Writes one value, and all it refers to, in V8's structured-clone format, views as host objects with their bytes beside the stream.
/// </summary>
internal ref partial struct V8Writer : IDisposable
{
    private const int InitialCapacity = 512;

    private readonly List<ReadOnlyMemory<byte>> _blobs = [];
    private V8ByteWriter _bytes;
    private Dictionary<IpcValue, uint>? _ids;
    private uint _nextId;
    private uint _blobLength; // at most two gigabytes
    private int _depth;

    /// <param name="maxBytes">How many bytes stream and binary data may have together.</param>
    public V8Writer(long maxBytes)
    {
        MaxBytes = maxBytes;
        _bytes = new(InitialCapacity, maxBytes);
        _bytes.WriteByte(V8Format.VersionTag);
        _bytes.WriteByte(V8Format.WrittenVersion);
    }

    /// <summary>How many bytes stream and binary data may have together. Writing stops as soon as they have more.</summary>
    public long MaxBytes { get; }

    /// <summary>Header and value; valid until the writer is disposed.</summary>
    public readonly ReadOnlySpan<byte> Stream => _bytes.Written;

    /// <summary>The bytes of the views, in the order they follow the stream; they are the values' own.</summary>
    public readonly IReadOnlyList<ReadOnlyMemory<byte>> Blobs => _blobs;

    public readonly void Dispose() => _bytes.Dispose();

    /// <exception cref="IpcCloneException">The value is nested too deeply or too large.</exception>
    public void Write(IpcValue value)
    {
        switch (value)
        {
            case IpcString text: _bytes.WriteString(text.Value); break;
            case IpcNumber number: _bytes.WriteNumber(number.Value); break;
            case IpcBoolean boolean: _bytes.WriteByte(boolean.Value ? V8Tag.True : V8Tag.False); break;
            case IpcNothing: _bytes.WriteByte(value.Kind == IpcValueKind.Null ? V8Tag.Null : V8Tag.Undefined); break;
            case IpcBigInt big:
                _bytes.WriteByte(V8Tag.BigInt);
                _bytes.WriteBigInt(big.Value);
                break;
            default: WriteObject(value); break;
        }
    }

    private void WriteObject(IpcValue value)
    {
        _ids ??= new(ReferenceEqualityComparer.Instance);
        if (_ids.TryGetValue(value, out var id))
        {
            WriteReference(id);
            return;
        }

        _ids.Add(value, TakeId());

        if (++_depth > V8Format.MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new IpcCloneException($"The value is nested more than {V8Format.MaxDepth} deep.");
        }

        WriteContent(value);
        _depth--;
    }

    private void WriteContent(IpcValue value)
    {
        switch (value)
        {
            case IpcObject properties: WritePlainObject(properties); break;
            case IpcArray array: WriteArray(array); break;
            case IpcMap map: WriteMap(map); break;
            case IpcSet set: WriteSet(set); break;
            case IpcError error: WriteError(error); break;
            case IpcBoxed boxed: WriteBoxed(boxed.Value); break;
            case IpcArrayBuffer buffer: WriteArrayBuffer(buffer); break;
            case IpcArrayBufferView view: WriteView(view.ViewKind, view.Bytes); break;
            case IpcDate date:
                _bytes.WriteByte(V8Tag.Date);
                _bytes.WriteDouble(date.Milliseconds);
                break;
            case IpcRegExp regExp:
                _bytes.WriteByte(V8Tag.RegExp);
                _bytes.WriteString(regExp.Source);
                _bytes.WriteVarint(V8RegExpFlags.ToBits(regExp.Flags));
                break;
            default:
                throw new InvalidOperationException($"There is no format for {value.Kind}.");
        }
    }

    /// <summary>The cause goes last, as newer engines demand; older ones take any order.</summary>
    private void WriteError(IpcError error)
    {
        _bytes.WriteByte(V8Tag.Error);
        if (V8ErrorTag.ForClass(error.Name) is var classTag and not 0)
        {
            _bytes.WriteByte(classTag);
        }

        WriteErrorText(V8ErrorTag.Message, error.Message);
        WriteErrorText(V8ErrorTag.Stack, error.Stack);
        if (error.Cause is not null)
        {
            _bytes.WriteByte(V8ErrorTag.Cause);
            Write(error.Cause);
        }

        _bytes.WriteByte(V8ErrorTag.End);
    }

    private void WriteErrorText(byte tag, string? text)
    {
        if (text is not null)
        {
            _bytes.WriteByte(tag);
            _bytes.WriteString(text);
        }
    }

    private void WriteBoxed(IpcValue primitive)
    {
        switch (primitive)
        {
            case IpcBoolean boolean:
                _bytes.WriteByte(boolean.Value ? V8Tag.BoxedTrue : V8Tag.BoxedFalse);
                break;
            case IpcNumber number:
                _bytes.WriteByte(V8Tag.BoxedNumber);
                _bytes.WriteDouble(number.Value);
                break;
            case IpcBigInt big:
                _bytes.WriteByte(V8Tag.BoxedBigInt);
                _bytes.WriteBigInt(big.Value);
                break;
            default:
                _bytes.WriteByte(V8Tag.BoxedString);
                _bytes.WriteString(((IpcString)primitive).Value);
                break;
        }
    }

    private void WriteArrayBuffer(IpcArrayBuffer buffer)
    {
        _bytes.WriteByte(buffer.MaxByteLength is null ? V8Tag.ArrayBuffer : V8Tag.ResizableArrayBuffer);
        _bytes.WriteVarint((uint)buffer.Bytes.Length);
        if (buffer.MaxByteLength is { } max)
        {
            _bytes.WriteVarint(max <= uint.MaxValue
                ? (uint)max
                : throw new IpcCloneException("A resizable ArrayBuffer may grow beyond four gigabytes."));
        }

        _bytes.WriteBytes(buffer.Bytes.Span);
    }

    private void WriteView(IpcArrayBufferViewKind kind, ReadOnlyMemory<byte> bytes)
    {
        _bytes.WriteByte(V8Tag.HostObject);
        _bytes.WriteVarint(ViewKinds.ToLetter(kind));
        _bytes.WriteVarint((uint)bytes.Length);
        _bytes.WriteVarint(_blobLength);
        CheckRoom(bytes.Length);
        _blobs.Add(bytes);
        _blobLength += (uint)bytes.Length;
    }
}
