using System.Collections;
using System.Diagnostics.CodeAnalysis;
using IpcApp.Internal.Codec;

namespace IpcApp;

/// <summary>A plain JavaScript object: own enumerable properties with string names.</summary>
/// <remarks>
/// Enumerates as JavaScript does: names that are array indexes first, ascending, then the others as they were added.
/// Not thread-safe while it changes.
/// </remarks>
public sealed class IpcObject : IpcValue, IEnumerable<KeyValuePair<string, IpcValue>>
{
    private PropertyTable _properties;

    /// <inheritdoc/>
    public override IpcValueKind Kind => IpcValueKind.Object;

    /// <summary>How many properties there are.</summary>
    public int Count => _properties.Count;

    /// <summary>The names, in JavaScript's order.</summary>
    public IEnumerable<string> Keys => _properties.Select(property => property.Key);

    /// <summary>The property with this name; <see cref="IpcValue.Undefined"/> if there is none.</summary>
    /// <param name="name">Any string; <c>__proto__</c> is a name like any other.</param>
    public override IpcValue this[string name]
    {
        get => _properties.TryGetValue(name, out var value) ? value : Undefined;
        set => _properties.Set(name, value);
    }

    /// <summary>Adds a property.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentException">There is one with that name.</exception>
    public void Add(string name, IpcValue value)
    {
        if (!_properties.TryAdd(name, value))
        {
            throw new ArgumentException($"There is a property '{name}' already.", nameof(name));
        }
    }

    /// <summary>Whether there is a property with this name, be it undefined.</summary>
    /// <param name="name">The name.</param>
    public bool ContainsKey(string name) => _properties.TryGetValue(name, out _);

    /// <summary>The property with this name, if there is one.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">Its value.</param>
    public bool TryGetValue(string name, [MaybeNullWhen(false)] out IpcValue value) => _properties.TryGetValue(name, out value);

    /// <summary>Removes a property, and says whether there was one.</summary>
    /// <param name="name">The name.</param>
    public bool Remove(string name) => _properties.Remove(name);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, IpcValue>> GetEnumerator() => _properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal bool TryAdd(string name, IpcValue value) => _properties.TryAdd(name, value);

    internal bool TryAdd(uint index, IpcValue value) => _properties.TryAdd(index, value);
}
