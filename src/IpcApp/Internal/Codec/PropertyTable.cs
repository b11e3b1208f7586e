using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace IpcApp.Internal.Codec;

/// <summary>
/// Named properties in JavaScript's order: array indexes ascending, then the others as added. Nothing is allocated for an empty table,
/// because a page can make an empty object out of three bytes.
/// </summary>
internal struct PropertyTable : IEnumerable<KeyValuePair<string, IpcValue>>
{
    /// <summary>An array index is at most 2^32 - 2; the next larger number is a name like any other.</summary>
    public const uint MaxIndex = uint.MaxValue - 1;

    private SortedDictionary<uint, IpcValue>? _indexed;
    private NameTable? _named;

    public readonly int Count => (_indexed?.Count ?? 0) + (_named?.Count ?? 0);

    public static bool IsIndex(string name, out uint index)
    {
        index = 0;
        return name.Length is > 0 and <= 10 && char.IsAsciiDigit(name[0]) && (name[0] != '0' || name.Length == 1)
            && uint.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out index) && index <= MaxIndex;
    }

    public readonly bool TryGetValue(string name, [MaybeNullWhen(false)] out IpcValue value)
    {
        ArgumentNullException.ThrowIfNull(name);
        value = null;
        return IsIndex(name, out var index)
            ? _indexed is not null && _indexed.TryGetValue(index, out value)
            : _named is not null && _named.TryGetValue(name, out value);
    }

    public void Set(string name, IpcValue value)
    {
        CheckNotNull(name, value);
        if (IsIndex(name, out var index))
        {
            (_indexed ??= [])[index] = value;
        }
        else
        {
            (_named ??= new()).Set(name, value);
        }
    }

    public bool TryAdd(string name, IpcValue value)
    {
        CheckNotNull(name, value);
        return IsIndex(name, out var index) ? TryAdd(index, value) : (_named ??= new()).TryAdd(name, value);
    }

    public bool TryAdd(uint index, IpcValue value) => (_indexed ??= []).TryAdd(index, value);

    public readonly bool Remove(string name)
        => IsIndex(name, out var index) ? _indexed?.Remove(index) == true : _named?.Remove(name) == true;

    public readonly IEnumerator<KeyValuePair<string, IpcValue>> GetEnumerator() => Enumerate(_indexed, _named);

    readonly IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static void CheckNotNull(string name, IpcValue value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (value is null)
        {
            throw new ArgumentNullException(nameof(value), "Use IpcValue.Null or IpcValue.Undefined.");
        }
    }

    private static IEnumerator<KeyValuePair<string, IpcValue>> Enumerate(
        SortedDictionary<uint, IpcValue>? indexed, NameTable? named)
    {
        if (indexed is not null)
        {
            foreach (var (index, value) in indexed)
            {
                yield return new(index.ToString(CultureInfo.InvariantCulture), value);
            }
        }

        if (named is not null)
        {
            for (var i = 0; i < named.Count; i++)
            {
                yield return named[i];
            }
        }
    }
}
