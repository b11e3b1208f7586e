namespace IpcApp.Internal.Codec;

/// <summary>The bytes that begin (and for containers, end) a value in V8's format.</summary>
internal static class V8Tag
{
    public const byte Padding = 0;
    public const byte VerifyObjectCount = (byte)'?';
    public const byte Hole = (byte)'-';
    public const byte Undefined = (byte)'_';
    public const byte Null = (byte)'0';
    public const byte True = (byte)'T';
    public const byte False = (byte)'F';
    public const byte Int32 = (byte)'I';
    public const byte UInt32 = (byte)'U';
    public const byte Double = (byte)'N';
    public const byte BigInt = (byte)'Z';
    public const byte OneByteString = (byte)'"';
    public const byte TwoByteString = (byte)'c';
    public const byte Utf8String = (byte)'S';
    public const byte ObjectReference = (byte)'^';
    public const byte BeginObject = (byte)'o';
    public const byte EndObject = (byte)'{';
    public const byte BeginSparseArray = (byte)'a';
    public const byte EndSparseArray = (byte)'@';
    public const byte BeginDenseArray = (byte)'A';
    public const byte EndDenseArray = (byte)'$';
    public const byte Date = (byte)'D';
    public const byte BoxedTrue = (byte)'y';
    public const byte BoxedFalse = (byte)'x';
    public const byte BoxedNumber = (byte)'n';
    public const byte BoxedBigInt = (byte)'z';
    public const byte BoxedString = (byte)'s';
    public const byte RegExp = (byte)'R';
    public const byte BeginMap = (byte)';';
    public const byte EndMap = (byte)':';
    public const byte BeginSet = (byte)'\'';
    public const byte EndSet = (byte)',';
    public const byte ArrayBuffer = (byte)'B';
    public const byte ResizableArrayBuffer = (byte)'~';
    public const byte ArrayBufferView = (byte)'V';
    public const byte HostObject = (byte)'\\';
    public const byte Error = (byte)'r';

    // Known, but never carried by Electron's IPC: refused by name rather than as unknown tags.
    public const byte TransferredArrayBuffer = (byte)'t';
    public const byte SharedArrayBuffer = (byte)'u';
    public const byte SharedObject = (byte)'p';
    public const byte WasmModule = (byte)'w';
    public const byte WasmMemory = (byte)'m';
}
