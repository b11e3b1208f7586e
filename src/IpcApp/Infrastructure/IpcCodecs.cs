using System.ComponentModel;
using IpcApp.Values.Internal.Converters;

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
        => Add(resolver => new GeneratedConverter<T>(create(new IpcCodecContext(resolver))));

    /// <summary>A tuple.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="create">Makes its codec for one serializer.</param>
    public static void AddTuple<T>(Func<IpcCodecContext, IpcTupleCodec<T>> create)
        => Add(resolver => new TupleConverter<T>(create(new IpcCodecContext(resolver))));

    /// <summary>A union.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="valueOf">Gives the value of the active case, null if there is none.</param>
    /// <param name="addCases">Adds all cases.</param>
    public static void AddUnion<T>(Func<T, object?> valueOf, Action<IpcUnionCases<T>> addCases)
        => Add(resolver =>
        {
            ArgumentNullException.ThrowIfNull(addCases);
            var cases = new IpcUnionCases<T>(resolver);
            addCases(cases);
            return new UnionConverter<T>(valueOf, cases.All);
        });

    /// <summary>An enum.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public static void AddEnum<T>()
        where T : struct, Enum
        => Add(resolver => new EnumConverter<T>(EnumContract.Create<T>(resolver.Json)));

    /// <summary>A value type that may be null.</summary>
    /// <typeparam name="T">The type without its question mark.</typeparam>
    public static void AddNullable<T>()
        where T : struct
        => Add(resolver => new NullableConverter<T>(resolver));

    /// <summary>A list, array or other sequence.</summary>
    /// <typeparam name="TCollection">The type.</typeparam>
    /// <typeparam name="TElement">The type of its elements.</typeparam>
    /// <param name="build">Makes it of what was read; null if nothing can.</param>
    public static void AddSequence<TCollection, TElement>(Func<List<TElement>, TCollection>? build)
        where TCollection : IEnumerable<TElement>
        => Add(resolver => new SequenceConverter<TCollection, TElement>(resolver, isSet: false, build), isCollection: true);

    /// <summary>A set.</summary>
    /// <inheritdoc cref="AddSequence{TCollection, TElement}"/>
    public static void AddSet<TCollection, TElement>(Func<List<TElement>, TCollection>? build)
        where TCollection : IEnumerable<TElement>
        => Add(resolver => new SequenceConverter<TCollection, TElement>(resolver, isSet: true, build), isCollection: true);

    /// <summary>A dictionary with strings for keys.</summary>
    /// <typeparam name="TDictionary">The type.</typeparam>
    /// <typeparam name="TValue">The type of its values.</typeparam>
    /// <param name="build">Makes it of what was read; null if nothing can.</param>
    public static void AddDictionary<TDictionary, TValue>(Func<Dictionary<string, TValue>, TDictionary>? build)
        where TDictionary : IEnumerable<KeyValuePair<string, TValue>>
        => Add(resolver => new StringDictionaryConverter<TDictionary, TValue>(resolver, build), isCollection: true);

    /// <summary>A dictionary with other keys.</summary>
    /// <typeparam name="TDictionary">The type.</typeparam>
    /// <typeparam name="TKey">The type of its keys.</typeparam>
    /// <typeparam name="TValue">The type of its values.</typeparam>
    /// <param name="build">Makes it of what was read; null if nothing can.</param>
    public static void AddMap<TDictionary, TKey, TValue>(Func<Dictionary<TKey, TValue>, TDictionary>? build)
        where TDictionary : IEnumerable<KeyValuePair<TKey, TValue>>
        where TKey : notnull
        => Add(resolver => new MapConverter<TDictionary, TKey, TValue>(resolver, build), isCollection: true);

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

    private static void Add<T>(Func<ConverterResolver, IpcConverter<T>> create, bool isCollection = false)
        => CodecTable.Add(typeof(T), new CodecDefinition<T>(create, isCollection));
}
