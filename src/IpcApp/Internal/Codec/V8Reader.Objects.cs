namespace IpcApp.Internal.Codec;

/// <content>RegExp, Error and binary data.</content>
internal ref partial struct V8Reader
{
    private const uint LengthTrackingFlag = 1;

    private IpcRegExp ReadRegExp()
    {
        var source = _bytes.ReadString();
        if (!V8RegExpFlags.TryToText(_bytes.ReadVarint(), out var flags))
        {
            _bytes.Fail("a RegExp has unknown flags");
        }

        return Register(new IpcRegExp(source, flags));
    }

    /// <summary>V8 has changed the order of stack and cause, so any order is read; the class always comes first.</summary>
    private IpcError ReadError()
    {
        var tag = _bytes.ReadByte();
        var name = V8ErrorTag.ClassName(tag);
        var error = Register(new IpcError(name ?? "Error", message: null));
        for (tag = name is null ? tag : _bytes.ReadByte(); tag != V8ErrorTag.End; tag = _bytes.ReadByte())
        {
            switch (tag)
            {
                case V8ErrorTag.Message when error.Message is null:
                    error.Message = _bytes.ReadString();
                    break;
                case V8ErrorTag.Stack when error.Stack is null:
                    error.Stack = _bytes.ReadString();
                    break;
                case V8ErrorTag.Cause when error.Cause is null:
                    error.Cause = ReadValue();
                    break;
                default:
                    _bytes.Fail($"0x{tag:x2} is no part of an Error, or there twice");
                    break;
            }
        }

        return error;
    }

    private IpcArrayBuffer ReadArrayBuffer(bool isResizable)
    {
        var length = _bytes.ReadVarint64();
        long? maxLength = null;
        if (isResizable)
        {
            var max = _bytes.ReadVarint64();
            if (max < length || max > long.MaxValue)
            {
                _bytes.Fail("a resizable ArrayBuffer is larger than its largest size");
            }

            maxLength = (long)max;
        }

        return Register(new IpcArrayBuffer(_bytes.ReadBytes(length), maxLength));
    }

    /// <summary>
    /// A view that follows its buffer in the stream, as V8 writes it without a delegate for host objects. It shares the buffer's bytes here:
    /// copies would let a few bytes of input, repeated, cost the whole buffer each.
    /// </summary>
    private IpcArrayBufferView ReadInlineView(IpcArrayBuffer buffer)
    {
        var kind = ReadViewKind(_bytes.ReadByte());
        var offset = _bytes.ReadVarint64();
        var length = _bytes.ReadVarint64();
        var flags = _version >= V8Format.FirstVersionWithViewFlags ? _bytes.ReadVarint() : 0;
        var size = (ulong)buffer.Bytes.Length;
        var elementSize = (ulong)ViewKinds.ElementSize(kind);
        if (offset > size || offset % elementSize != 0)
        {
            _bytes.Fail("a view begins outside its buffer");
        }

        if ((flags & LengthTrackingFlag) != 0)
        {
            length = (size - offset) / elementSize * elementSize;
        }

        if (length > size - offset || length % elementSize != 0)
        {
            _bytes.Fail("a view ends outside its buffer");
        }

        return Register(new IpcArrayBufferView(kind, buffer.Bytes.Slice((int)offset, (int)length)));
    }

    /// <summary>The only host objects are views whose bytes lie beside the stream.</summary>
    private IpcArrayBufferView ReadHostObject()
    {
        var content = ReadBinary(out var kind);
        return Register(new IpcArrayBufferView(kind, content));
    }

    private readonly IpcArrayBufferViewKind ReadViewKind(uint letter)
    {
        if (!ViewKinds.TryFromLetter(letter, out var kind))
        {
            _bytes.Fail($"0x{letter:x2} is no class of views");
        }

        return kind;
    }
}
