using static IpcApp.IpcArrayBufferViewKind;

namespace IpcApp.Internal.Codec;

/// <summary>Element sizes of typed arrays and the letters by which V8's format names them; host objects use the same letters.</summary>
internal static class ViewKinds
{
    public static int ElementSize(IpcArrayBufferViewKind kind) => kind switch
    {
        Int8Array or Uint8Array or Uint8ClampedArray or DataView => 1,
        Int16Array or Uint16Array or Float16Array => 2,
        Int32Array or Uint32Array or Float32Array => 4,
        Float64Array or BigInt64Array or BigUint64Array => 8,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such class of views."),
    };

    public static bool IsWhole(IpcArrayBufferViewKind kind, int byteLength) => byteLength % ElementSize(kind) == 0;

    public static byte ToLetter(IpcArrayBufferViewKind kind) => kind switch
    {
        Int8Array => (byte)'b',
        Uint8Array => (byte)'B',
        Uint8ClampedArray => (byte)'C',
        Int16Array => (byte)'w',
        Uint16Array => (byte)'W',
        Int32Array => (byte)'d',
        Uint32Array => (byte)'D',
        Float16Array => (byte)'h',
        Float32Array => (byte)'f',
        Float64Array => (byte)'F',
        BigInt64Array => (byte)'q',
        BigUint64Array => (byte)'Q',
        _ => (byte)'?',
    };

    public static bool TryFromLetter(ulong letter, out IpcArrayBufferViewKind kind)
    {
        IpcArrayBufferViewKind? found = letter switch
        {
            'b' => Int8Array,
            'B' => Uint8Array,
            'C' => Uint8ClampedArray,
            'w' => Int16Array,
            'W' => Uint16Array,
            'd' => Int32Array,
            'D' => Uint32Array,
            'h' => Float16Array,
            'f' => Float32Array,
            'F' => Float64Array,
            'q' => BigInt64Array,
            'Q' => BigUint64Array,
            '?' => DataView,
            _ => null,
        };
        kind = found.GetValueOrDefault();
        return found.HasValue;
    }
}
