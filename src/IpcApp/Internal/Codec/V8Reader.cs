using System.Runtime.CompilerServices;

namespace IpcApp.Internal.Codec;

/// <summary>Reads one value, and all it refers to, from V8's structured-clone format.</summary>
internal ref partial struct V8Reader
{
    private V8ByteReader _bytes;
    private BlobReader _blobs;

    // By V8's numbering: every object takes its number when it begins. Null while an object cannot be referred to yet.
    private readonly List<IpcValue?> _objects = [];
    private uint _version;
    private int _depth;
    private int _count;
    private bool _isDirect;
    private bool _needsUntyped;

    private V8Reader(ReadOnlySpan<byte> stream, ReadOnlySpan<byte> blobs)
    {
        _bytes = new V8ByteReader(stream);
        _blobs = new BlobReader(blobs);
    }

    /// <param name="stream">Header and value.</param>
    /// <param name="blobs">The bytes of the views in the stream.</param>
    /// <exception cref="IpcCloneException">The bytes are not exactly one value.</exception>
    public static IpcValue Read(ReadOnlySpan<byte> stream, ReadOnlySpan<byte> blobs) => Read(stream, blobs, out _);

    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, ReadOnlySpan{byte})"/>
    /// <param name="stream">Header and value.</param>
    /// <param name="blobs">The bytes of the views in the stream.</param>
    /// <param name="count">How many values there are.</param>
    public static IpcValue Read(ReadOnlySpan<byte> stream, ReadOnlySpan<byte> blobs, out int count)
    {
        var reader = new V8Reader(stream, blobs);
        reader.ReadHeader();
        var value = reader.ReadValue();
        if (reader._bytes.Remaining > 0 || !reader._blobs.IsAtEnd)
        {
            reader._bytes.Fail("there are bytes after the value");
        }

        count = reader._count;
        return value;
    }

    private void ReadHeader()
    {
        if (_bytes.ReadByte() != V8Format.VersionTag)
        {
            _bytes.Fail("the header is missing");
        }

        _version = _bytes.ReadVarint();
        if (_version is < V8Format.OldestVersion or > V8Format.NewestVersion)
        {
            _bytes.Fail($"its format has version {_version}, known are {V8Format.OldestVersion} to {V8Format.NewestVersion}");
        }
    }

    private IpcValue ReadValue() => ReadValue(_bytes.ReadTag());

    private IpcValue ReadValue(byte tag)
    {
        CountValue();
        if (++_depth > V8Format.MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            _bytes.Fail($"values are nested more than {V8Format.MaxDepth} deep");
        }

        while (tag == V8Tag.VerifyObjectCount)
        {
            _bytes.ReadVarint();
            tag = _bytes.ReadTag();
        }

        var value = ReadPrimitive(tag) ?? ReadObject(tag);
        if (value is IpcArrayBuffer buffer && _bytes.TryReadTag(V8Tag.ArrayBufferView))
        {
            value = ReadInlineView(buffer);
        }

        _depth--;
        return value;
    }

    private IpcValue? ReadPrimitive(byte tag) => tag switch
    {
        V8Tag.OneByteString or V8Tag.TwoByteString or V8Tag.Utf8String => new IpcString(_bytes.ReadString(tag)),
        V8Tag.Int32 => IpcNumber.Create(_bytes.ReadZigZag()),
        V8Tag.UInt32 => IpcNumber.Create(_bytes.ReadVarint()),
        V8Tag.Double => IpcNumber.Create(_bytes.ReadDouble()),
        V8Tag.True => IpcBoolean.True,
        V8Tag.False => IpcBoolean.False,
        V8Tag.Null => IpcValue.Null,
        V8Tag.Undefined => IpcValue.Undefined,
        V8Tag.BigInt => new IpcBigInt(_bytes.ReadBigInt()),
        _ => null,
    };

    private IpcValue ReadObject(byte tag)
    {
        switch (tag)
        {
            case V8Tag.ObjectReference: return ReadReference();
            case V8Tag.BeginObject: return ReadPlainObject();
            case V8Tag.BeginDenseArray: return ReadDenseArray();
            case V8Tag.BeginSparseArray: return ReadSparseArray();
            case V8Tag.BeginMap: return ReadMap();
            case V8Tag.BeginSet: return ReadSet();
            case V8Tag.Error: return ReadError();
            case V8Tag.Date: return Register(new IpcDate(_bytes.ReadDouble()));
            case V8Tag.RegExp: return ReadRegExp();
            case V8Tag.BoxedTrue: return Register(new IpcBoxed(IpcBoolean.True));
            case V8Tag.BoxedFalse: return Register(new IpcBoxed(IpcBoolean.False));
            case V8Tag.BoxedNumber: return Register(new IpcBoxed(_bytes.ReadDouble()));
            case V8Tag.BoxedBigInt: return Register(new IpcBoxed(_bytes.ReadBigInt()));
            case V8Tag.BoxedString: return Register(new IpcBoxed(_bytes.ReadString()));
            case V8Tag.ArrayBuffer: return ReadArrayBuffer(isResizable: false);
            case V8Tag.ResizableArrayBuffer: return ReadArrayBuffer(isResizable: true);
            case V8Tag.HostObject: return ReadHostObject();
            default: return Refuse(tag);
        }
    }

    private readonly T Register<T>(T value)
        where T : IpcValue
    {
        _objects.Add(value);
        return value;
    }

    private IpcValue ReadReference()
    {
        var id = _bytes.ReadVarint();
        if (_isDirect)
        {
            _needsUntyped = true;
            return IpcValue.Undefined;
        }

        var value = id < _objects.Count ? _objects[(int)id] : null;
        if (value is null)
        {
            _bytes.Fail($"there is no object {id} to refer to");
        }

        return value;
    }

    private readonly IpcValue Refuse(byte tag)
    {
        var name = tag switch
        {
            V8Tag.SharedArrayBuffer => "a SharedArrayBuffer",
            V8Tag.SharedObject => "an object shared between threads",
            V8Tag.TransferredArrayBuffer => "a transferred ArrayBuffer",
            V8Tag.WasmModule or V8Tag.WasmMemory => "a WebAssembly object",
            _ => null,
        };
        _bytes.Fail(name is null ? $"0x{tag:x2} begins no value" : $"{name} cannot cross");
        return IpcValue.Undefined;
    }
}
