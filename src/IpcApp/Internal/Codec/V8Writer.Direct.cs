using System.Diagnostics.CodeAnalysis;

namespace IpcApp.Internal.Codec;

/// <content>What converters need that write C# values into the stream without making an untyped value first.</content>
internal ref partial struct V8Writer
{
    /// <summary>For numbers, texts, tags and counts.</summary>
    [UnscopedRef]
    public ref V8ByteWriter Bytes => ref _bytes;

    /// <summary>For what needs a byte each at least: says no before the first of them is read.</summary>
    /// <exception cref="MessageTooLargeException">There is not so much room.</exception>
    public readonly void CheckRoom(int bytes)
    {
        if (bytes > Math.Min(MaxBytes, int.MaxValue) - _blobLength - _bytes.Written.Length)
        {
            throw new MessageTooLargeException();
        }
    }

    /// <summary>The number of the object that begins now; each object takes one, in the order of their beginnings.</summary>
    public uint TakeId() => _nextId++;

    /// <summary>Takes back the last number: its object was there already.</summary>
    public void GiveBackId() => _nextId--;

    /// <summary>The object with that number, once more (S120).</summary>
    public void WriteReference(uint id)
    {
        _bytes.WriteByte(V8Tag.ObjectReference);
        _bytes.WriteVarint(id);
    }

    /// <summary>A Uint8Array. The bytes are copied when the message goes out, and not before.</summary>
    public void WriteBinary(ReadOnlyMemory<byte> bytes) => WriteView(IpcArrayBufferViewKind.Uint8Array, bytes);
}
