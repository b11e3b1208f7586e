namespace IpcApp.Internal.Codec;

/// <summary>The bytes inside an Error. The class, if it is not Error itself, comes first.</summary>
internal static class V8ErrorTag
{
    public const byte Message = (byte)'m';
    public const byte Stack = (byte)'s';
    public const byte Cause = (byte)'c';
    public const byte End = (byte)'.';

    private static readonly (byte Tag, string Name)[] Classes =
    [
        ((byte)'E', "EvalError"),
        ((byte)'R', "RangeError"),
        ((byte)'F', "ReferenceError"),
        ((byte)'S', "SyntaxError"),
        ((byte)'T', "TypeError"),
        ((byte)'U', "URIError"),
    ];

    public static string? ClassName(byte tag) => Array.Find(Classes, entry => entry.Tag == tag).Name;

    /// <summary>The tag of a class; 0 for Error, which has none.</summary>
    public static byte ForClass(string name) => Array.Find(Classes, entry => entry.Name == name).Tag;
}
