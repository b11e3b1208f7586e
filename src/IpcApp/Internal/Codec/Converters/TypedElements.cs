using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static IpcApp.IpcArrayBufferViewKind;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>The class of typed arrays whose elements are numbers of a C# type, and the elements of one.</summary>
internal static class TypedElements<T>
{
    /// <summary>How many bytes of a copy count as one value.</summary>
    public const int BytesPerValue = 32;

    /// <summary>Null for a type that no class of typed arrays has.</summary>
    public static IpcArrayBufferViewKind? Kind { get; } = Type.GetTypeCode(typeof(T)) switch
    {
        _ when typeof(T).IsEnum => null,
        _ when typeof(T) == typeof(Half) => Float16Array,
        TypeCode.SByte => Int8Array,
        TypeCode.Byte => Uint8Array,
        TypeCode.Int16 => Int16Array,
        TypeCode.UInt16 => Uint16Array,
        TypeCode.Int32 => Int32Array,
        TypeCode.UInt32 => Uint32Array,
        TypeCode.Int64 => BigInt64Array,
        TypeCode.UInt64 => BigUint64Array,
        TypeCode.Single => Float32Array,
        TypeCode.Double => Float64Array,
        _ => null,
    };

    /// <summary>Whether a class of typed arrays has just such elements.</summary>
    public static bool Has(IpcArrayBufferViewKind kind) => Kind == kind || (Kind == Uint8Array && kind == Uint8ClampedArray);

    public static T[] ToArray(ReadOnlySpan<byte> bytes)
    {
        var elements = new T[bytes.Length / Unsafe.SizeOf<T>()];
        bytes.CopyTo(AsBytes(elements, bytes.Length));
        return elements;
    }

    public static List<T> ToList(ReadOnlySpan<byte> bytes)
    {
        var elements = new List<T>();
        CollectionsMarshal.SetCount(elements, bytes.Length / Unsafe.SizeOf<T>());
        bytes.CopyTo(AsBytes(CollectionsMarshal.AsSpan(elements), bytes.Length));
        return elements;
    }

    /// <summary>Little-endian, as every system is that Electron runs on.</summary>
    private static Span<byte> AsBytes(Span<T> elements, int length)
        => MemoryMarshal.CreateSpan(ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(elements)), length);
}
