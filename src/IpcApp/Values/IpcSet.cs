using System.Collections;

namespace IpcApp;

/// <summary>
/// A JavaScript Set, in insertion order. Elements are told apart as JavaScript does: primitives by value, everything else by identity.
/// </summary>
/// <remarks>Not thread-safe while it changes.</remarks>
public sealed class IpcSet : IpcValue, IEnumerable<IpcValue>
{
    private readonly OrderedDictionary<IpcValue, bool> _elements = [];

    /// <summary>An empty set.</summary>
    public IpcSet()
    {
    }

    /// <summary>A set of these elements; repeated ones count once.</summary>
    /// <param name="elements">The elements.</param>
    public IpcSet(IEnumerable<IpcValue> elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        foreach (var element in elements)
        {
            Add(element);
        }
    }

    /// <inheritdoc/>
    public override IpcValueKind Kind => IpcValueKind.Set;

    /// <summary>How many elements there are: JavaScript's <c>size</c>.</summary>
    public int Count => _elements.Count;

    /// <summary>Adds an element, and says whether it is new.</summary>
    /// <param name="value">The element.</param>
    public bool Add(IpcValue value) => _elements.TryAdd(IpcMap.Normalize(value), true);

    /// <summary>Whether the set has this element.</summary>
    /// <param name="value">The element.</param>
    public bool Contains(IpcValue value) => _elements.ContainsKey(value);

    /// <summary>Removes an element, and says whether it was there.</summary>
    /// <param name="value">The element.</param>
    public bool Remove(IpcValue value) => _elements.Remove(value);

    /// <inheritdoc/>
    public IEnumerator<IpcValue> GetEnumerator() => _elements.Keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
