using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using IpcApp.Infrastructure;

namespace IpcApp.Values.Internal.Converters;

internal static class SequenceConverter
{
    /// <summary>
    /// Holes become places in a C# collection. A page makes four billion of them with five bytes, so there must be an end.
    /// </summary>
    public const long MaxHoles = 100_000;

    /// <summary>How many places are made ready before there are elements for them.</summary>
    public const uint MaxReserved = 4096;
}

/// <summary>Lists and all other sequences cross as arrays, sets as Set; for a set an array is accepted as well.</summary>
/// <param name="resolver">Finds the converter of the elements.</param>
/// <param name="isSet">Whether it is a set.</param>
/// <param name="build">Makes the collection of what was read; null if nothing can.</param>
internal sealed class SequenceConverter<TCollection, TElement>(
    ConverterResolver resolver, bool isSet, Func<List<TElement>, TCollection>? build) : IpcConverter<TCollection>
    where TCollection : IEnumerable<TElement>
{
    private IpcConverter<TElement>? _element;

    [RequiresUnreferencedCode(Reflected.Reason)]
    [RequiresDynamicCode(Reflected.Reason)]
    public SequenceConverter(ConverterResolver resolver, bool isSet)
        : this(resolver, isSet, CollectionBuilder.ForSequence<TCollection, TElement>())
    {
    }

    public override string Expected => isSet ? "a Set or an array" : "an array";

    public override bool IsContainer => true;

    /// <summary>Found on first use, as an element may contain collections of this type.</summary>
    private IpcConverter<TElement> Element => _element ??= resolver.Get<TElement>();

    public override IpcValue Write(TCollection value, WriteContext context)
    {
        var elements = Elements(value, context);
        return isSet ? new IpcSet(elements) : new IpcArray(elements);
    }

    public override TCollection Read(IpcValue value, ReadContext context)
    {
        if (build is null)
        {
            throw UnsupportedType.OnRead(typeof(TCollection), context);
        }

        var source = value switch
        {
            IpcArray array => array.Length - array.ElementCount <= SequenceConverter.MaxHoles
                ? (IEnumerable<IpcValue>)array
                : throw context.Fail("the array has too many holes"),
            IpcSet set when isSet => set,
            _ => throw context.Mismatch(Expected, value),
        };
        var elements = new List<TElement>();
        foreach (var element in source)
        {
            elements.Add(context.ReadElement(elements.Count, Element, element)!);
        }

        return context.Build(build, elements);
    }

    public override void Write(TCollection value, ref IpcWriter writer)
    {
        // Read at once, as the count goes first: a sequence may be lazy, and a list be changed by a getter of its elements.
        var elements = value switch
        {
            TElement[] array => array,
            List<TElement> list => CollectionsMarshal.AsSpan(list),
            _ => value.ToArray().AsSpan(),
        };
        if (isSet)
        {
            writer.Stream.Bytes.WriteByte(V8Tag.BeginSet);
        }
        else
        {
            writer.BeginArray(elements.Length);
        }

        foreach (var element in elements)
        {
            writer.Value(Element, element);
        }

        if (isSet)
        {
            writer.Stream.Bytes.WriteByte(V8Tag.EndSet);
            writer.Stream.Bytes.WriteVarint((uint)elements.Length);
        }
        else
        {
            writer.EndArray(elements.Length);
        }
    }

    public override bool TryRead(ref IpcReader reader, byte tag, out TCollection value)
    {
        value = default!;
        var elements = new List<TElement>();
        var isRead = build is not null && (tag == V8Tag.BeginDenseArray ? ReadArray(ref reader, elements)
            : isSet && tag == V8Tag.BeginSet && ReadSet(ref reader, elements));
        if (isRead)
        {
            value = build!(elements);
        }

        return isRead;
    }

    private bool ReadArray(ref IpcReader reader, List<TElement> elements)
    {
        ref var bytes = ref reader.Stream.Bytes;
        var length = bytes.ReadVarint();
        if (length > bytes.Remaining)
        {
            return false;
        }

        elements.EnsureCapacity((int)Math.Min(length, SequenceConverter.MaxReserved));
        for (var i = 0u; i < length && !reader.HasFailed; i++)
        {
            elements.Add(reader.Value(Element)!);
        }

        // Holes, and properties that are no elements, are for the untyped way.
        return !reader.HasFailed && bytes.ReadTag() == V8Tag.EndDenseArray && bytes.ReadVarint() == 0 && bytes.ReadVarint() == length;
    }

    private bool ReadSet(ref IpcReader reader, List<TElement> elements)
    {
        byte tag;
        while ((tag = reader.Stream.ReadValueTag()) != V8Tag.EndSet && !reader.HasFailed)
        {
            elements.Add(reader.Value(Element, tag)!);
        }

        return !reader.HasFailed && reader.Stream.Bytes.ReadVarint() == elements.Count;
    }

    private IEnumerable<IpcValue> Elements(TCollection value, WriteContext context)
    {
        var index = 0L;
        foreach (var element in value)
        {
            yield return context.WriteElement(index++, Element, element);
        }
    }
}
