namespace IpcApp.Internal.Codec.Converters;

/// <summary>Bytes cross as Uint8Array; any view and ArrayBuffer are accepted.</summary>
internal static class BinaryScalars
{
    private const string Expected = "binary data such as a Uint8Array";

    public static void Add(Dictionary<Type, IpcConverter> leaves)
    {
        Add<byte[]>(leaves, bytes => bytes, bytes => bytes);
        Add<Memory<byte>>(leaves, memory => memory, bytes => bytes);
        Add<ReadOnlyMemory<byte>>(leaves, memory => memory, bytes => bytes);
    }

    private static void Add<T>(Dictionary<Type, IpcConverter> leaves, Func<T, ReadOnlyMemory<byte>> toMemory, Func<byte[], T> fromArray)
        => leaves.Add<T>(
            Expected,
            value => new IpcArrayBufferView(IpcArrayBufferViewKind.Uint8Array, toMemory(value).Span),
            (IpcValue value, out T result) =>
            {
                var isBinary = value.TryGetBytes(out var bytes);
                result = fromArray(bytes.ToArray());
                return isBinary;
            },
            (T value, ref V8Writer writer) => writer.WriteBinary(toMemory(value)),
            (ref V8Reader reader, byte tag, out T result) =>
            {
                var isView = tag == V8Tag.HostObject;
                result = isView ? fromArray(reader.ReadBinary(out _).ToArray()) : default!;
                return isView;
            },
            isObject: true);
}
