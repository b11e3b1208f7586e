namespace IpcApp.Internal.Codec.Converters;

/// <summary>The types without parts, each with its converter.</summary>
internal static class Scalars
{
    public static Dictionary<Type, IpcConverter> Create(bool int64AsNumber)
    {
        var leaves = new Dictionary<Type, IpcConverter>();
        NumberScalars.Add(leaves, int64AsNumber);
        TextScalars.Add(leaves);
        TimeScalars.Add(leaves);
        BinaryScalars.Add(leaves);
        return leaves;
    }

    public static void Add<T>(
        this Dictionary<Type, IpcConverter> leaves,
        string expected,
        Func<T, IpcValue> write,
        TryReadScalar<T> tryRead,
        WriteLeafDirect<T>? writeDirect = null,
        TryReadScalarDirect<T>? tryReadDirect = null,
        bool isObject = false,
        KeyForm key = KeyForm.None,
        Func<IpcValue, string?>? explain = null)
        => leaves.Add(
            typeof(T),
            new ScalarConverter<T>(expected, write, tryRead, isObject)
            {
                WriteDirect = writeDirect,
                TryReadDirect = tryReadDirect,
                Key = key,
                Explain = explain,
            });

    /// <summary>Adds a type that crosses as text.</summary>
    public static void AddText<T>(
        this Dictionary<Type, IpcConverter> leaves, string expected, Func<T, string> format, Func<string, (bool IsValid, T Result)> parse)
        => leaves.Add<T>(
            expected,
            value => format(value),
            (IpcValue value, out T result) =>
            {
                (var isValid, result) = value.TryGetString(out var text) ? parse(text) : default;
                return isValid;
            },
            (T value, ref V8Writer writer) => writer.Bytes.WriteString(format(value)),
            (ref V8Reader reader, byte tag, out T result) =>
            {
                (var isValid, result) = V8ByteReader.IsStringTag(tag) ? parse(reader.Bytes.ReadString(tag)) : default;
                return isValid;
            },
            key: KeyForm.Text);
}
