using System.Globalization;
using System.Text;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>
/// Where in a value a conversion is, for error texts: <c>$.notes[3].title</c>. Costs next to nothing until it is printed.
/// </summary>
internal sealed class ValuePath
{
    private const int MaxPrinted = 12;
    private const int MaxNameLength = 40;

    private Stack<(string? Name, long Index)>? _segments;

    public int Depth => _segments?.Count ?? 0;

    public void Push(string name) => (_segments ??= new()).Push((name, 0));

    public void Push(long index) => (_segments ??= new()).Push((null, index));

    public void Pop() => _segments!.Pop();

    public override string ToString()
    {
        var text = new StringBuilder("$");
        var segments = (_segments ?? []).Reverse().ToArray();
        foreach (var (name, index) in segments.Take(MaxPrinted))
        {
            if (name is null)
            {
                text.Append(CultureInfo.InvariantCulture, $"[{index}]");
            }
            else if (name.Length is > 0 and <= MaxNameLength && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$'))
            {
                text.Append('.').Append(name);
            }
            else
            {
                text.Append('[').Append(ValueDescription.Quote(name, MaxNameLength)).Append(']');
            }
        }

        return text.Append(segments.Length > MaxPrinted ? "…" : "").ToString();
    }
}
