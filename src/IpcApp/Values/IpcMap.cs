using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace IpcApp;

/// <summary>
/// A JavaScript Map, in insertion order. Keys are told apart as JavaScript does: primitives by value, everything else by identity.
/// </summary>
/// <remarks>Not thread-safe while it changes.</remarks>
public sealed class IpcMap : IpcValue, IEnumerable<KeyValuePair<IpcValue, IpcValue>>
{
    private readonly OrderedDictionary<IpcValue, IpcValue> _entries = [];

    /// <inheritdoc/>
    public override IpcValueKind Kind => IpcValueKind.Map;

    /// <summary>How many entries there are: JavaScript's <c>size</c>.</summary>
    public int Count => _entries.Count;

    /// <summary>The value of a key; <see cref="IpcValue.Undefined"/> if there is none.</summary>
    /// <param name="key">The key.</param>
    public IpcValue this[IpcValue key]
    {
        get => _entries.TryGetValue(key, out var value) ? value : Undefined;
        set => _entries[Normalize(key)] = value ?? throw new ArgumentNullException(nameof(value), "Use IpcValue.Null.");
    }

    /// <summary>Adds an entry.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentException">There is one with that key.</exception>
    public void Add(IpcValue key, IpcValue value)
    {
        if (!TryAdd(key, value))
        {
            throw new ArgumentException("There is an entry with that key already.", nameof(key));
        }
    }

    /// <summary>Whether there is an entry with this key.</summary>
    /// <param name="key">The key.</param>
    public bool ContainsKey(IpcValue key) => _entries.ContainsKey(key);

    /// <summary>The value of a key, if there is one.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">Its value.</param>
    public bool TryGetValue(IpcValue key, [MaybeNullWhen(false)] out IpcValue value) => _entries.TryGetValue(key, out value);

    /// <summary>Removes an entry, and says whether there was one.</summary>
    /// <param name="key">The key.</param>
    public bool Remove(IpcValue key) => _entries.Remove(key);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<IpcValue, IpcValue>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A key of -0 is stored as 0 in JavaScript's maps and sets.</summary>
    internal static IpcValue Normalize(IpcValue key) => key is IpcNumber { Value: 0 } ? IpcNumber.Create(0) : key;

    internal bool TryAdd(IpcValue key, IpcValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return _entries.TryAdd(Normalize(key), value);
    }
}
