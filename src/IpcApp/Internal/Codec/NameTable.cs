using System.Diagnostics.CodeAnalysis;

namespace IpcApp.Internal.Codec;

/// <summary>
/// Values by name in the order they were added. Most objects have a handful of properties, for which comparing names one by one beats
/// hashing them; a hash index is made when there are more.
/// </summary>
internal sealed class NameTable
{
    private const int InitialCapacity = 4;
    private const int LargestUnindexed = 8;

    private KeyValuePair<string, IpcValue>[] _entries = new KeyValuePair<string, IpcValue>[InitialCapacity];
    private Dictionary<string, int>? _index;

    public int Count { get; private set; }

    public KeyValuePair<string, IpcValue> this[int position] => _entries[position];

    public bool TryGetValue(string name, [MaybeNullWhen(false)] out IpcValue value)
    {
        var position = Find(name);
        value = position < 0 ? null : _entries[position].Value;
        return position >= 0;
    }

    public bool TryAdd(string name, IpcValue value)
    {
        if (Find(name) >= 0)
        {
            return false;
        }

        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, 2 * Count);
        }

        _entries[Count] = new(name, value);
        _index?.Add(name, Count);
        Count++;
        if (Count == LargestUnindexed + 1)
        {
            BuildIndex();
        }

        return true;
    }

    public void Set(string name, IpcValue value)
    {
        var position = Find(name);
        if (position < 0)
        {
            TryAdd(name, value);
        }
        else
        {
            _entries[position] = new(name, value);
        }
    }

    public bool Remove(string name)
    {
        var position = Find(name);
        if (position < 0)
        {
            return false;
        }

        Count--;
        Array.Copy(_entries, position + 1, _entries, position, Count - position);
        _entries[Count] = default;
        _index = null;
        if (Count > LargestUnindexed)
        {
            BuildIndex();
        }

        return true;
    }

    private int Find(string name)
    {
        if (_index is not null)
        {
            return _index.TryGetValue(name, out var position) ? position : -1;
        }

        for (var i = 0; i < Count; i++)
        {
            if (_entries[i].Key == name)
            {
                return i;
            }
        }

        return -1;
    }

    private void BuildIndex()
    {
        _index = new(2 * Count);
        for (var i = 0; i < Count; i++)
        {
            _index.Add(_entries[i].Key, i);
        }
    }
}
