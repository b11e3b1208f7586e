using System.Collections;
using IpcApp.Internal.Codec;

namespace IpcApp;

/// <summary>A JavaScript array, with its holes and its properties that are not elements.</summary>
/// <remarks>
/// Enumerates like <c>for…of</c>: every index up to the length, a hole as <see cref="IpcValue.Undefined"/>. A page may send an array of
/// length 4294967295 in a few bytes, so look at <see cref="ElementCount"/> or <see cref="Elements"/> where the sender is not trusted.
/// Not thread-safe while it changes.
/// </remarks>
public sealed class IpcArray : IpcValue, IEnumerable<IpcValue>
{
    private ElementTable _elements;
    private PropertyTable _properties;

    /// <summary>An empty array.</summary>
    public IpcArray()
    {
    }

    /// <summary>An array of these elements.</summary>
    /// <param name="elements">The elements.</param>
    public IpcArray(IEnumerable<IpcValue> elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        foreach (var element in elements)
        {
            Add(element);
        }
    }

    /// <inheritdoc/>
    public override IpcValueKind Kind => IpcValueKind.Array;

    /// <summary>JavaScript's <c>length</c>, 0 to 4294967295, holes included. Making it smaller removes elements.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the range.</exception>
    public long Length
    {
        get => _elements.Length;
        set => _elements.SetLength(value);
    }

    /// <summary><see cref="Length"/>, but never more than <see cref="int.MaxValue"/>.</summary>
    public int Count => (int)Math.Min(Length, int.MaxValue);

    /// <summary>How many elements there are, without the holes.</summary>
    public int ElementCount => _elements.Count;

    /// <summary>The elements that are there, with their indexes, ascending.</summary>
    public IEnumerable<KeyValuePair<long, IpcValue>> Elements => _elements.Present;

    /// <summary>The properties that are not elements, in the order they were added.</summary>
    public IEnumerable<KeyValuePair<string, IpcValue>> Properties => _properties;

    /// <summary>
    /// The element at an index; reading a hole or past the end gives <see cref="IpcValue.Undefined"/>, writing past the end grows the
    /// array.
    /// </summary>
    /// <param name="index">0 to 4294967294.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the range.</exception>
    public override IpcValue this[long index]
    {
        get => _elements.Get(index) ?? Undefined;
        set => _elements.Set(index, value);
    }

    /// <summary>
    /// The property with this name, or the element if the name is an index; <see cref="IpcValue.Undefined"/> if there is none.
    /// </summary>
    /// <param name="name">The name.</param>
    public override IpcValue this[string name]
    {
        get => PropertyTable.IsIndex(name, out var index) ? this[index] : _properties.TryGetValue(name, out var value) ? value : Undefined;
        set
        {
            if (PropertyTable.IsIndex(name, out var index))
            {
                this[index] = value;
            }
            else
            {
                _properties.Set(name, value);
            }
        }
    }

    /// <summary>Appends an element.</summary>
    /// <param name="value">The element.</param>
    public void Add(IpcValue value) => _elements.Set(Length, value);

    /// <summary>Whether nothing is at this index, which differs from an element that is undefined.</summary>
    /// <param name="index">0 to 4294967294.</param>
    public bool IsHole(long index) => _elements.Get(index) is null;

    /// <inheritdoc/>
    public IEnumerator<IpcValue> GetEnumerator()
    {
        for (var index = 0L; index < Length; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal bool TryAddProperty(string name, IpcValue value) => _properties.TryAdd(name, value);
}
