using System.Buffers;

namespace IpcApp.Internal.Bridge;

/// <summary>
/// The bytes of a received message. Its holder owns them, until <see cref="Dispose"/> gives the array back: nothing taken from
/// <see cref="Memory"/> may be kept longer, so nothing that a user sees may alias it.
/// </summary>
internal sealed class BridgePayload : IDisposable
{
    /// <summary>The pool keeps what it gets back; beyond this size that would be too much to keep.</summary>
    private const int LargestPooled = 1024 * 1024;

    private byte[]? _array;

    private BridgePayload(byte[] array, int length)
    {
        _array = array;
        Length = length;
    }

    public static BridgePayload Empty { get; } = new([], 0);

    public int Length { get; }

    /// <exception cref="ObjectDisposedException">It was disposed.</exception>
    public ReadOnlyMemory<byte> Memory => new(Array, 0, Length);

    /// <inheritdoc cref="Memory"/>
    public ReadOnlySpan<byte> Span => new(Array, 0, Length);

    private byte[] Array => _array ?? throw new ObjectDisposedException(nameof(BridgePayload));

    public static BridgePayload Rent(int length) => length switch
    {
        0 => Empty,
        <= LargestPooled => new BridgePayload(ArrayPool<byte>.Shared.Rent(length), length),
        _ => new BridgePayload(GC.AllocateUninitializedArray<byte>(length), length),
    };

    /// <summary>Gives the array back. A second call does nothing.</summary>
    public void Dispose()
    {
        if (Length > 0 && Interlocked.Exchange(ref _array, null) is { } array && Length <= LargestPooled)
        {
            ArrayPool<byte>.Shared.Return(array);
        }
    }

    /// <summary>The same bytes, to be filled before the payload is handed out.</summary>
    internal Span<byte> Writable => new(Array, 0, Length);
}
