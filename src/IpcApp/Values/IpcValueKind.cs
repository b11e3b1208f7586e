namespace IpcApp;

/// <summary>What an <see cref="IpcValue"/> is in JavaScript.</summary>
public enum IpcValueKind
{
    /// <summary><c>undefined</c>.</summary>
    Undefined,

    /// <summary><c>null</c>.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>: <see cref="IpcBoolean"/>.</summary>
    Boolean,

    /// <summary>A number: <see cref="IpcNumber"/>.</summary>
    Number,

    /// <summary>A bigint: <see cref="IpcBigInt"/>.</summary>
    BigInt,

    /// <summary>A string: <see cref="IpcString"/>.</summary>
    String,

    /// <summary>A Date: <see cref="IpcDate"/>.</summary>
    Date,

    /// <summary>A RegExp: <see cref="IpcRegExp"/>.</summary>
    RegExp,

    /// <summary>An Error or one of its six built-in subclasses: <see cref="IpcError"/>.</summary>
    Error,

    /// <summary>An Array: <see cref="IpcArray"/>.</summary>
    Array,

    /// <summary>A plain object: <see cref="IpcObject"/>.</summary>
    Object,

    /// <summary>A Map: <see cref="IpcMap"/>.</summary>
    Map,

    /// <summary>A Set: <see cref="IpcSet"/>.</summary>
    Set,

    /// <summary>An ArrayBuffer: <see cref="IpcArrayBuffer"/>.</summary>
    ArrayBuffer,

    /// <summary>A typed array or a DataView: <see cref="IpcArrayBufferView"/>.</summary>
    ArrayBufferView,

    /// <summary>A Boolean, Number, BigInt or String object: <see cref="IpcBoxed"/>.</summary>
    Boxed,
}
