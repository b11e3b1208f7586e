namespace IpcApp.Values.Internal.Converters;

internal static class SequenceConverter
{
    /// <summary>
    /// Holes become places in a C# collection. A page makes four billion of them with five bytes, so there must be an end.
    /// </summary>
    public const long MaxHoles = 100_000;
}

/// <summary>Lists and all other sequences cross as arrays, sets as Set; for a set an array is accepted as well.</summary>
internal sealed class SequenceConverter<TCollection, TElement>(ConverterResolver resolver, bool isSet) : IpcConverter<TCollection>
    where TCollection : IEnumerable<TElement>
{
    private readonly Func<List<TElement>, TCollection>? _build = CollectionBuilder.ForSequence<TCollection, TElement>();
    private IpcConverter<TElement>? _element;

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
        if (_build is null)
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

        return _build(elements);
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
