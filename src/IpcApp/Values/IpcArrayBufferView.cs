using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IpcApp.Internal.Codec;

namespace IpcApp;

/// <summary>A JavaScript typed array or DataView with bytes of its own, mutable in place.</summary>
/// <remarks>
/// Each view carries only its own bytes, and two views of one buffer arrive as two buffers, unlike in Electron.
/// Not thread-safe while it changes.
/// </remarks>
public sealed class IpcArrayBufferView : IpcValue
{
    /// <summary>A view on a copy of the bytes.</summary>
    /// <param name="kind">The class.</param>
    /// <param name="bytes">The bytes, little-endian as on every system that Electron runs on; whole elements.</param>
    /// <exception cref="ArgumentException">The bytes are not a whole number of elements.</exception>
    public IpcArrayBufferView(IpcArrayBufferViewKind kind, ReadOnlySpan<byte> bytes)
        : this(kind, (Memory<byte>)bytes.ToArray())
    {
    }

    internal IpcArrayBufferView(IpcArrayBufferViewKind kind, Memory<byte> bytes)
    {
        if (!ViewKinds.IsWhole(kind, bytes.Length))
        {
            throw new ArgumentException($"{bytes.Length} bytes are not a whole number of elements of a {kind}.", nameof(bytes));
        }

        ViewKind = kind;
        Bytes = bytes;
    }

    /// <summary>The class.</summary>
    public IpcArrayBufferViewKind ViewKind { get; }

    /// <summary>The bytes themselves, not a copy.</summary>
    public Memory<byte> Bytes { get; }

    /// <summary>How many elements there are; for a DataView, bytes.</summary>
    public int Length => Bytes.Length / ViewKinds.ElementSize(ViewKind);

    /// <inheritdoc/>
    public override IpcValueKind Kind => IpcValueKind.ArrayBufferView;

    /// <summary>A view of elements, copied.</summary>
    /// <typeparam name="T">
    /// The C# type of an element, of the same size as the class has: <see cref="float"/> for a Float32Array.
    /// </typeparam>
    /// <param name="kind">The class.</param>
    /// <param name="elements">The elements.</param>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static IpcArrayBufferView Create<T>(IpcArrayBufferViewKind kind, ReadOnlySpan<T> elements)
        where T : unmanaged
    {
        CheckSize<T>(kind);
        return new(kind, MemoryMarshal.AsBytes(elements));
    }

    /// <summary>The elements themselves, not a copy.</summary>
    /// <typeparam name="T">
    /// The C# type of an element, of the same size as the class has: <see cref="float"/> for a Float32Array.
    /// </typeparam>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public Span<T> AsSpan<T>()
        where T : unmanaged
    {
        CheckSize<T>(ViewKind);
        return MemoryMarshal.Cast<byte, T>(Bytes.Span);
    }

    private static void CheckSize<T>(IpcArrayBufferViewKind kind)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() != ViewKinds.ElementSize(kind))
        {
            throw new ArgumentException(
                $"An element of a {kind} has {ViewKinds.ElementSize(kind)} bytes, a {typeof(T).Name} has {Unsafe.SizeOf<T>()}.");
        }
    }
}
