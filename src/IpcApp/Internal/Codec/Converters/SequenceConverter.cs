using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using IpcApp.Infrastructure;

namespace IpcApp.Internal.Codec.Converters;

internal static class SequenceConverter
{
    /// <summary>How many places are made ready before there are elements for them.</summary>
    public const uint MaxReserved = 4096;
}

/// <summary>
/// Lists and all other sequences cross as arrays, sets as Set; for a set an array is accepted as well. For numbers the typed array of just
/// these numbers is accepted: a Float32Array for <see cref="float"/>.
/// </summary>
/// <param name="resolver">Finds the converter of the elements.</param>
/// <param name="isSet">Whether it is a set.</param>
/// <param name="build">Makes the collection of what was read; null if nothing can.</param>
/// <param name="annotation">Where the elements' declaration allows null; null if that is everywhere.</param>
internal sealed class SequenceConverter<TCollection, TElement>(
    ConverterResolver resolver, bool isSet, Func<List<TElement>, TCollection>? build, NullAnnotation? annotation = null)
    : IpcConverter<TCollection>
    where TCollection : IEnumerable<TElement>
{
    private readonly Func<List<TElement>, TCollection>? _build
        = (isSet || HashChains.IsImmutableSet<TCollection>()) && build is not null && !HashChains.IsSafe<TCollection, TElement>()
            ? elements => BuildSet(elements, build)
            : build;

    private readonly ElementConverter<TElement> _element = new(resolver, annotation);

    [RequiresUnreferencedCode(Reflected.Reason)]
    [RequiresDynamicCode(Reflected.Reason)]
    public SequenceConverter(ConverterResolver resolver, bool isSet, NullAnnotation? annotation)
        : this(resolver, isSet, CollectionBuilder.ForSequence<TCollection, TElement>(), annotation)
    {
    }

    public override string Expected => TypedElements<TElement>.Kind is not { } kind ? (isSet ? "a Set or an array" : "an array")
        : $"{(isSet ? "a Set, " : "")}an array or {ValueDescription.DescribeKind(kind)}";

    public override bool IsContainer => true;

    public override Acceptance Accepts => isSet
        ? new(ValueKinds.Set, ValueKinds.Array | ValueKinds.ArrayBufferView)
        : new(ValueKinds.Array, ValueKinds.ArrayBufferView);

    public override IpcValue Write(TCollection value, WriteContext context)
    {
        var elements = Elements(value, context);
        return isSet ? new IpcSet(elements) : new IpcArray(elements);
    }

    public override TCollection Read(IpcValue value, ReadContext context)
    {
        if (_build is null)
        {
            throw UnsupportedType.OnRead(typeof(TCollection), context, UnsupportedType.NotBuilt);
        }

        switch (value)
        {
            case IpcArray array:
                context.CountElements(array);
                return ReadAll(array, (int)Math.Min(array.Length, Array.MaxLength), context);
            case IpcSet set when isSet:
                context.Count(set.Count);
                return ReadAll(set, set.Count, context);
            case IpcArrayBufferView view when TypedElements<TElement>.Has(view.ViewKind):
                context.Count(view.Bytes.Length / TypedElements<TElement>.BytesPerValue);
                return typeof(TCollection) == typeof(TElement[])
                    ? (TCollection)(object)TypedElements<TElement>.ToArray(view.Bytes.Span)
                    : context.Build(_build, TypedElements<TElement>.ToList(view.Bytes.Span));
            default:
                throw context.Mismatch(Expected, value);
        }
    }

    public override void Write(TCollection value, ref IpcWriter writer)
    {
        switch (value)
        {
            // As they are now: a list may be changed by a getter of its elements.
            case TElement[] array:
                Write(array, ref writer);
                break;
            case List<TElement> list:
                Write(CollectionsMarshal.AsSpan(list), ref writer);
                break;
            case var _ when value.TryGetNonEnumeratedCount(out var count):
                Begin(count, ref writer);
                if (WriteAll(value, ref writer) != count)
                {
                    throw new InvalidOperationException($"The {typeof(TCollection)} changed while it was read.");
                }

                End(count, ref writer);
                break;
            default:
                WriteUncounted(value, ref writer);
                break;
        }
    }

    public override bool TryRead(ref IpcReader reader, byte tag, out TCollection value)
    {
        value = default!;
        var elements = new List<TElement>();
        var isRead = _build is not null && (tag == V8Tag.BeginDenseArray ? ReadArray(ref reader, elements)
            : tag == V8Tag.HostObject ? ReadView(ref reader, ref elements)
            : isSet && tag == V8Tag.BeginSet && ReadSet(ref reader, elements));
        if (isRead)
        {
            value = _build!(elements);
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
            elements.Add(reader.Element(_element)!);
        }

        // Holes, and properties that are no elements, are for the untyped way.
        return !reader.HasFailed && bytes.ReadTag() == V8Tag.EndDenseArray && bytes.ReadVarint() == 0 && bytes.ReadVarint() == length;
    }

    private static bool ReadView(ref IpcReader reader, ref List<TElement> elements)
    {
        if (TypedElements<TElement>.Kind is null)
        {
            return false;
        }

        var bytes = reader.Stream.ReadBinary(out var kind);
        var isRead = TypedElements<TElement>.Has(kind);
        elements = isRead ? TypedElements<TElement>.ToList(bytes) : elements;
        return isRead;
    }

    private bool ReadSet(ref IpcReader reader, List<TElement> elements)
    {
        byte tag;
        while ((tag = reader.Stream.ReadValueTag()) != V8Tag.EndSet && !reader.HasFailed)
        {
            elements.Add(reader.Element(_element, tag)!);
        }

        return !reader.HasFailed && reader.Stream.Bytes.ReadVarint() == elements.Count;
    }

    /// <summary>Places are made for all at once: a collection that grows on its way would allocate a large one several times over.</summary>
    private TCollection ReadAll(IEnumerable<IpcValue> source, int count, ReadContext context)
    {
        if (typeof(TCollection) == typeof(TElement[]))
        {
            var array = count == 0 ? [] : new TElement[count];
            var index = 0;
            foreach (var element in source)
            {
                array[index] = context.ReadElement(index, _element, element)!;
                index++;
            }

            return (TCollection)(object)array;
        }

        var elements = new List<TElement>(count);
        foreach (var element in source)
        {
            elements.Add(context.ReadElement(elements.Count, _element, element)!);
        }

        return context.Build(_build!, elements);
    }

    /// <exception cref="InvalidOperationException">The elements were chosen to make a hash table slow.</exception>
    private static TCollection BuildSet(List<TElement> elements, Func<List<TElement>, TCollection> build)
    {
        var set = new HashSet<TElement>();
        return HashChains.TryFill(set, elements, elements.Count) && (HashChains.IsKnown<TCollection>() || HashChains.SuitEveryTable(set))
            ? set is TCollection collection ? collection : build(elements)
            : throw new InvalidOperationException(HashChains.Problem);
    }

    private void Write(ReadOnlySpan<TElement> elements, ref IpcWriter writer)
    {
        Begin(elements.Length, ref writer);
        foreach (var element in elements)
        {
            writer.Value(_element.Converter, element);
        }

        End(elements.Length, ref writer);
    }

    /// <summary>The count of an array goes first, so it is filled in when the sequence has come to its end.</summary>
    private void WriteUncounted(TCollection value, ref IpcWriter writer)
    {
        writer.Stream.Bytes.WriteByte(isSet ? V8Tag.BeginSet : V8Tag.BeginDenseArray);
        var place = isSet ? default : writer.Stream.Bytes.ReserveVarint();
        var count = WriteAll(value, ref writer);
        if (!isSet)
        {
            writer.Stream.Bytes.FillVarint(place, (uint)count);
        }

        End(count, ref writer);
    }

    /// <summary>
    /// Each element is written before the next is read: a sequence that makes its elements as it is read may be without end, and each of them
    /// be large.
    /// </summary>
    private int WriteAll(TCollection value, ref IpcWriter writer)
    {
        var count = 0;
        foreach (var element in value)
        {
            writer.Value(_element.Converter, element);
            count++;
        }

        return count;
    }

    private void Begin(int count, ref IpcWriter writer)
    {
        writer.Stream.CheckRoom(count);
        if (isSet)
        {
            writer.Stream.Bytes.WriteByte(V8Tag.BeginSet);
        }
        else
        {
            writer.BeginArray(count);
        }
    }

    private void End(int count, ref IpcWriter writer)
    {
        if (isSet)
        {
            writer.Stream.Bytes.WriteByte(V8Tag.EndSet);
            writer.Stream.Bytes.WriteVarint((uint)count);
        }
        else
        {
            writer.EndArray(count);
        }
    }

    private IEnumerable<IpcValue> Elements(TCollection value, WriteContext context)
    {
        var index = 0L;
        foreach (var element in value)
        {
            yield return context.WriteElement(index++, _element.Converter, element);
        }
    }
}
