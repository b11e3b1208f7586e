namespace IpcApp;

/// <summary>The class of an <see cref="IpcArrayBufferView"/>.</summary>
public enum IpcArrayBufferViewKind
{
    /// <summary>Signed 8-bit integers.</summary>
    Int8Array,

    /// <summary>Unsigned 8-bit integers; also how a Node <c>Buffer</c> arrives.</summary>
    Uint8Array,

    /// <summary>Unsigned 8-bit integers that clamp when written.</summary>
    Uint8ClampedArray,

    /// <summary>Signed 16-bit integers.</summary>
    Int16Array,

    /// <summary>Unsigned 16-bit integers.</summary>
    Uint16Array,

    /// <summary>Signed 32-bit integers.</summary>
    Int32Array,

    /// <summary>Unsigned 32-bit integers.</summary>
    Uint32Array,

    /// <summary>16-bit floating point numbers; Chromium 135, Node 24 and later.</summary>
    Float16Array,

    /// <summary>32-bit floating point numbers.</summary>
    Float32Array,

    /// <summary>64-bit floating point numbers.</summary>
    Float64Array,

    /// <summary>Signed 64-bit integers, bigints in JavaScript.</summary>
    BigInt64Array,

    /// <summary>Unsigned 64-bit integers, bigints in JavaScript.</summary>
    BigUint64Array,

    /// <summary>Bytes without an element type.</summary>
    DataView,
}
