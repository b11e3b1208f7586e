using System.ComponentModel;
using IpcApp.Internal.Codec.Converters;

namespace IpcApp.Infrastructure;

/// <summary>
/// What generated code calls as soon as its assembly is used, to tell how types cross without reflection. Not for use by hand: which types
/// these are is for <see cref="IpcSerializableAttribute"/> to say.
/// </summary>
/// <remarks>Thread-safe. A type is added once, whatever else is said about it later.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class IpcCodecs
{
    /// <summary>A class, record or struct.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="create">Makes its codec for one serializer.</param>
    public static void AddObject<T>(Func<IpcCodecContext, IpcObjectCodec<T>> create)
        => Add((resolver, annotation) => new GeneratedConverter<T>(create(new IpcCodecContext(resolver, annotation))));

    /// <summary>A tuple.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="create">Makes its codec for one serializer.</param>
    public static void AddTuple<T>(Func<IpcCodecContext, IpcTupleCodec<T>> create)
        => Add((resolver, annotation) => new TupleConverter<T>(create(new IpcCodecContext(resolver, annotation))));

    /// <summary>A union.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="valueOf">Gives the value of the active case, null if there is none.</param>
    /// <param name="addCases">Adds all cases.</param>
    public static void AddUnion<T>(Func<T, object?> valueOf, Action<IpcUnionCases<T>> addCases)
        => Add<T>((resolver, annotation) =>
        {
            ArgumentNullException.ThrowIfNull(addCases);
            var cases = new IpcUnionCases<T>(resolver, annotation);
            addCases(cases);
            return new UnionConverter<T>(valueOf, cases.All);
        });

    /// <summary>An enum.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public static void AddEnum<T>()
        where T : struct, Enum
        => CodecTable.Add(typeof(T), new EnumDefinition<T>());

    /// <summary>A value type that may be null.</summary>
    /// <typeparam name="T">The type without its question mark.</typeparam>
    public static void AddNullable<T>()
        where T : struct
        => Add((resolver, annotation) => new NullableConverter<T>(resolver, annotation?.Part(0)));

    /// <summary>A list, array or other sequence.</summary>
    /// <typeparam name="TCollection">The type.</typeparam>
    /// <typeparam name="TElement">The type of its elements.</typeparam>
    /// <param name="build">Makes it of what was read; null if nothing can.</param>
    /// <param name="elements">Where its elements may be null; a letter stands for a type argument of the collection.</param>
    public static void AddSequence<TCollection, TElement>(Func<List<TElement>, TCollection>? build, string elements = "a")
        where TCollection : IEnumerable<TElement>
        => Add(
            (resolver, annotation) => new SequenceConverter<TCollection, TElement>(
                resolver, isSet: false, build, NullAnnotation.Parse(elements, annotation)),
            isCollection: true);

    /// <summary>A set.</summary>
    /// <inheritdoc cref="AddSequence{TCollection, TElement}"/>
    public static void AddSet<TCollection, TElement>(Func<List<TElement>, TCollection>? build, string elements = "a")
        where TCollection : IEnumerable<TElement>
        => Add(
            (resolver, annotation) => new SequenceConverter<TCollection, TElement>(
                resolver, isSet: true, build, NullAnnotation.Parse(elements, annotation)),
            isCollection: true);

    /// <summary>A dictionary with strings for keys.</summary>
    /// <typeparam name="TDictionary">The type.</typeparam>
    /// <typeparam name="TValue">The type of its values.</typeparam>
    /// <param name="build">Makes it of what was read; null if nothing can.</param>
    /// <param name="values">Where its values may be null; a letter stands for a type argument of the dictionary.</param>
    public static void AddDictionary<TDictionary, TValue>(Func<Dictionary<string, TValue>, TDictionary>? build, string values = "b")
        where TDictionary : IEnumerable<KeyValuePair<string, TValue>>
        => Add(
            (resolver, annotation) => new StringDictionaryConverter<TDictionary, TValue>(
                resolver, build, NullAnnotation.Parse(values, annotation)),
            isCollection: true);

    /// <summary>A dictionary with other keys.</summary>
    /// <typeparam name="TDictionary">The type.</typeparam>
    /// <typeparam name="TKey">The type of its keys.</typeparam>
    /// <typeparam name="TValue">The type of its values.</typeparam>
    /// <param name="build">Makes it of what was read; null if nothing can.</param>
    /// <param name="keys">Where its keys may be null; a letter stands for a type argument of the dictionary.</param>
    /// <param name="values">Where its values may be null, likewise.</param>
    public static void AddMap<TDictionary, TKey, TValue>(
        Func<Dictionary<TKey, TValue>, TDictionary>? build, string keys = "a", string values = "b")
        where TDictionary : IEnumerable<KeyValuePair<TKey, TValue>>
        where TKey : notnull
        => Add(
            (resolver, annotation) => new MapConverter<TDictionary, TKey, TValue>(
                resolver, build, NullAnnotation.Parse(keys, annotation), NullAnnotation.Parse(values, annotation)),
            isCollection: true);

    /// <summary>Memory of anything but bytes.</summary>
    /// <typeparam name="T">The type of its elements.</typeparam>
    public static void AddMemory<T>() => Add((resolver, annotation) => new MemoryConverter<T>(resolver, annotation?.Part(0)));

    /// <inheritdoc cref="AddMemory{T}"/>
    public static void AddReadOnlyMemory<T>()
        => Add((resolver, annotation) => new ReadOnlyMemoryConverter<T>(resolver, annotation?.Part(0)));

    /// <summary>Fills a collection that is made empty.</summary>
    /// <typeparam name="TCollection">Its type.</typeparam>
    /// <typeparam name="TItem">The type of what goes into it.</typeparam>
    /// <param name="collection">The empty collection.</param>
    /// <param name="items">What goes into it.</param>
    public static TCollection AddAll<TCollection, TItem>(TCollection collection, IEnumerable<TItem> items)
        where TCollection : ICollection<TItem>
    {
        ArgumentNullException.ThrowIfNull(collection);
        ArgumentNullException.ThrowIfNull(items);
        foreach (var item in items)
        {
            collection.Add(item);
        }

        return collection;
    }

    private static void Add<T>(Func<ConverterResolver, NullAnnotation?, IpcConverter<T>> create, bool isCollection = false)
        => CodecTable.Add(typeof(T), new CodecDefinition<T>(create, isCollection));
}
