namespace IpcApp.Internal.Codec;

/// <summary>
/// The elements of an array: a list as far as they lie close together, a sorted dictionary for what lies beyond a gap, so that a page can
/// not make us allocate four billion places with a few bytes.
/// </summary>
internal struct ElementTable
{
    private const long MaxLength = uint.MaxValue;

    /// <summary>Holes of at most this many places are stored; a hole costs the sender a byte or two, a place costs us eight.</summary>
    private const int LargestStoredGap = 16;

    private List<IpcValue?>? _dense;
    private SortedDictionary<long, IpcValue>? _sparse;
    private int _denseCount;

    public long Length { get; private set; }

    public readonly int Count => _denseCount + (_sparse?.Count ?? 0);

    public readonly IEnumerable<KeyValuePair<long, IpcValue>> Present => Enumerate(_dense, _sparse);

    public readonly IpcValue? Get(long index)
    {
        CheckIndex(index);
        return index < (_dense?.Count ?? 0) ? _dense![(int)index] : _sparse?.GetValueOrDefault(index);
    }

    public void Set(long index, IpcValue value)
    {
        CheckIndex(index);
        if (value is null)
        {
            throw new ArgumentNullException(nameof(value), "Use IpcValue.Null or IpcValue.Undefined.");
        }

        var dense = _dense ??= [];
        if (index < dense.Count)
        {
            _denseCount += dense[(int)index] is null ? 1 : 0;
            dense[(int)index] = value;
        }
        else if (index - dense.Count <= LargestStoredGap && index < Array.MaxLength)
        {
            Append(dense, index, value);
        }
        else
        {
            (_sparse ??= [])[index] = value;
        }

        Length = Math.Max(Length, index + 1);
    }

    public void SetLength(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, MaxLength);
        if (length < (_dense?.Count ?? 0))
        {
            _dense!.RemoveRange((int)length, _dense.Count - (int)length);
            _denseCount = _dense.Count(element => element is not null);
        }

        if (length < Length && _sparse is not null)
        {
            foreach (var index in _sparse.Keys.Where(index => index >= length).ToList())
            {
                _sparse.Remove(index);
            }
        }

        Length = length;
    }

    private static void CheckIndex(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, MaxLength);
    }

    private static IEnumerable<KeyValuePair<long, IpcValue>> Enumerate(List<IpcValue?>? dense, SortedDictionary<long, IpcValue>? sparse)
    {
        for (var i = 0; i < (dense?.Count ?? 0); i++)
        {
            if (dense![i] is { } element)
            {
                yield return new(i, element);
            }
        }

        foreach (var entry in sparse ?? [])
        {
            yield return entry;
        }
    }

    /// <summary>Grows the list up to the index, taking over what it passes and what then follows it directly.</summary>
    private void Append(List<IpcValue?> dense, long index, IpcValue value)
    {
        _sparse?.Remove(index);
        while (dense.Count < index)
        {
            TakeOver(dense);
        }

        dense.Add(value);
        _denseCount++;
        while (_sparse is { Count: > 0 } && _sparse.ContainsKey(dense.Count))
        {
            TakeOver(dense);
        }
    }

    private void TakeOver(List<IpcValue?> dense)
    {
        IpcValue? moved = null;
        _denseCount += _sparse is not null && _sparse.Remove(dense.Count, out moved) ? 1 : 0;
        dense.Add(moved);
    }
}
