using System.Runtime.CompilerServices;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>
/// Which objects of a message have been written, and under which number. Kept for the thread's next message, as nearly every message needs
/// one and few need a large one.
/// </summary>
internal sealed class IdentityTable
{
    private const int SmallestCapacity = 64;
    private const int LargestKept = 8192;
    private const int UsualDepth = 16;

    [ThreadStatic]
    private static IdentityTable? s_spare;

    private Entry[] _entries = new Entry[SmallestCapacity];
    private uint[] _open = new uint[UsualDepth];
    private int _count;

    public static IdentityTable Rent()
    {
        var table = s_spare ?? new IdentityTable();
        s_spare = null;
        return table;
    }

    public void Return()
    {
        if (_entries.Length <= LargestKept)
        {
            Array.Clear(_entries);
            _count = 0;
            s_spare = this;
        }
    }

    /// <summary>
    /// Adds an object under a number. By object and converter, as one object may cross as its class and as its base class.
    /// </summary>
    /// <param name="value">The object.</param>
    /// <param name="converter">What writes it.</param>
    /// <param name="id">The number; if the object is there already, the number it has.</param>
    /// <returns>Whether it is new.</returns>
    public bool TryAdd(object value, IpcConverter converter, ref uint id)
    {
        if (2 * _count >= _entries.Length)
        {
            Grow();
        }

        ref var entry = ref Find(_entries, value, converter);
        if (entry.Value is not null)
        {
            id = entry.Id;
            return false;
        }

        entry = new(value, converter, id);
        _count++;
        return true;
    }

    /// <summary>Notes that the object with this number is being written, at this depth.</summary>
    public void Open(int depth, uint id)
    {
        if (depth >= _open.Length)
        {
            Array.Resize(ref _open, 2 * depth);
        }

        _open[depth] = id;
    }

    /// <summary>Whether the object with this number is one of those around the place at this depth.</summary>
    public bool IsOpen(uint id, int depth) => _open.AsSpan(0, depth).Contains(id);

    private static ref Entry Find(Entry[] entries, object value, IpcConverter converter)
    {
        var mask = entries.Length - 1;
        for (var i = RuntimeHelpers.GetHashCode(value) & mask; ; i = (i + 1) & mask)
        {
            ref var entry = ref entries[i];
            if (entry.Value is null || (ReferenceEquals(entry.Value, value) && ReferenceEquals(entry.Converter, converter)))
            {
                return ref entry;
            }
        }
    }

    private void Grow()
    {
        var larger = new Entry[4 * _entries.Length];
        foreach (var entry in _entries)
        {
            if (entry.Value is not null)
            {
                Find(larger, entry.Value, entry.Converter!) = entry;
            }
        }

        _entries = larger;
    }

    private readonly record struct Entry(object? Value, IpcConverter? Converter, uint Id);
}
