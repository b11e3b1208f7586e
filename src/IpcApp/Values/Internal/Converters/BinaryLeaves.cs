namespace IpcApp.Values.Internal.Converters;

/// <summary>Bytes cross as Uint8Array; any view and ArrayBuffer are accepted.</summary>
internal static class BinaryLeaves
{
    private const string Expected = "binary data such as a Uint8Array";

    public static void Add(Dictionary<Type, IpcConverter> leaves)
    {
        leaves.Add<byte[]>(Expected, value => View(value), TryReadArray, isObject: true);
        leaves.Add<Memory<byte>>(Expected, value => View(value.Span), TryReadMemory, isObject: true);
        leaves.Add<ReadOnlyMemory<byte>>(Expected, value => View(value.Span), TryReadReadOnlyMemory, isObject: true);
    }

    private static IpcArrayBufferView View(ReadOnlySpan<byte> bytes) => new(IpcArrayBufferViewKind.Uint8Array, bytes);

    private static bool TryReadArray(IpcValue value, out byte[] result)
    {
        var isBinary = value.TryGetBytes(out var bytes);
        result = bytes.ToArray();
        return isBinary;
    }

    private static bool TryReadMemory(IpcValue value, out Memory<byte> result)
    {
        var isBinary = TryReadArray(value, out var bytes);
        result = bytes;
        return isBinary;
    }

    private static bool TryReadReadOnlyMemory(IpcValue value, out ReadOnlyMemory<byte> result)
    {
        var isBinary = TryReadArray(value, out var bytes);
        result = bytes;
        return isBinary;
    }
}
