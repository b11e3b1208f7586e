using System.Globalization;
using IpcApp.Internal.Codec;

namespace IpcApp.Testing.Internal.Tracing;

/// <summary>An encoded value, kept to be read when a trace is. A large one is not kept: traces are small, and tests send megabytes.</summary>
internal sealed class TracedBytes
{
    private const int MaxKept = 4096;
    private const int MaxText = 120;

    private readonly byte[]? _bytes;
    private readonly int _length;
    private readonly bool _isList;

    /// <param name="bytes">The bytes; copied.</param>
    /// <param name="isList">Whether they are arguments, and not one value.</param>
    public TracedBytes(ReadOnlyMemory<byte> bytes, bool isList)
    {
        _bytes = bytes.Length <= MaxKept ? bytes.ToArray() : null;
        _length = bytes.Length;
        _isList = isList;
    }

    /// <summary>A value as text, cut to a line.</summary>
    public static string Text(IpcValue value) => Cut(value.ToString()!);

    /// <summary>Arguments as text, with commas between them, cut to a line.</summary>
    public static string ArgumentsText(IEnumerable<IpcValue> arguments)
    {
        var text = new IpcArray(arguments).ToString();
        return Cut(text.EndsWith(']') ? text[1..^1] : text[1..]);
    }

    public string ToText(IpcSerializer serializer)
    {
        if (_bytes is null)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{_length:N0} bytes");
        }

        var value = serializer.ReadValue(_bytes);
        return _isList && value is IpcArray arguments ? ArgumentsText(arguments) : Text(value);
    }

    private static string Cut(string text) => text.Length <= MaxText ? text : $"{text.AsSpan(0, MaxText - 1)}…";
}
