using System.Diagnostics.CodeAnalysis;
using IpcApp.Infrastructure;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>
/// Dictionaries with other keys cross as Map. A plain object is accepted as well if the text of such keys is unambiguous: numbers, enums,
/// <see cref="Guid"/> and everything else that crosses as a string.
/// </summary>
/// <param name="resolver">Finds the converters of keys and values.</param>
/// <param name="build">Makes the dictionary of what was read; null if nothing can.</param>
/// <param name="keyAnnotation">Where the keys' declaration allows null; null if that is everywhere.</param>
/// <param name="valueAnnotation">Where the values' declaration allows null; null if that is everywhere.</param>
internal sealed class MapConverter<TDictionary, TKey, TValue>(
    ConverterResolver resolver,
    Func<Dictionary<TKey, TValue>, TDictionary>? build,
    NullAnnotation? keyAnnotation = null,
    NullAnnotation? valueAnnotation = null) : IpcConverter<TDictionary>
    where TDictionary : IEnumerable<KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    private readonly ElementConverter<TKey> _key = new(resolver, keyAnnotation);
    private readonly ElementConverter<TValue> _value = new(resolver, valueAnnotation);

    [RequiresUnreferencedCode(Reflected.Reason)]
    [RequiresDynamicCode(Reflected.Reason)]
    public MapConverter(ConverterResolver resolver, NullAnnotation? keyAnnotation, NullAnnotation? valueAnnotation)
        : this(resolver, CollectionBuilder.ForDictionary<TDictionary, TKey, TValue>(), keyAnnotation, valueAnnotation)
    {
    }

    private IpcConverter<TKey> Key => _key.Converter;

    public override string Expected => Key.KeyForm == KeyForm.None ? "a Map" : "a Map or an object";

    public override bool IsContainer => true;

    public override Acceptance Accepts => new(ValueKinds.Map, ValueKinds.Object);

    public override IpcValue Write(TDictionary value, WriteContext context)
    {
        var result = new IpcMap();
        foreach (var (key, item) in value)
        {
            result[context.WriteElement(result.Count, Key, key)] = context.WriteElement(result.Count, _value.Converter, item);
        }

        return result;
    }

    public override TDictionary Read(IpcValue value, ReadContext context)
    {
        if (build is null)
        {
            throw UnsupportedType.OnRead(typeof(TDictionary), context, UnsupportedType.NotBuilt);
        }

        var entries = value switch
        {
            IpcMap map => ReadMap(map, context),
            IpcObject properties when Key.KeyForm != KeyForm.None => ReadProperties(properties, context),
            _ => throw context.Mismatch(Expected, value),
        };
        return SuitsTable(entries) ? context.Build(build, entries) : throw context.Fail(HashChains.Problem);
    }

    public override void Write(TDictionary value, ref IpcWriter writer)
    {
        var count = 0u;
        writer.Stream.Bytes.WriteByte(V8Tag.BeginMap);
        foreach (var (key, item) in value)
        {
            writer.Value(Key, key);
            writer.Value(_value.Converter, item);
            count += 2;
        }

        writer.Stream.Bytes.WriteByte(V8Tag.EndMap);
        writer.Stream.Bytes.WriteVarint(count);
    }

    public override bool TryRead(ref IpcReader reader, byte tag, out TDictionary value)
    {
        value = default!;
        var read = new List<KeyValuePair<TKey, TValue>>();
        if (build is null || tag != V8Tag.BeginMap || !ReadEntries(ref reader, read))
        {
            return false;
        }

        var entries = new KeyedEntries<TKey, TValue>(read.Count);
        foreach (var (key, item) in read)
        {
            if (!entries.TryAdd(key, item))
            {
                return false;
            }
        }

        if (!SuitsTable(entries.Entries))
        {
            return false;
        }

        value = build(entries.Entries);
        return true;
    }

    private Dictionary<TKey, TValue> ReadMap(IpcMap map, ReadContext context)
    {
        context.Count(2L * map.Count);
        var result = new KeyedEntries<TKey, TValue>(map.Count);
        foreach (var (key, item) in map)
        {
            var index = result.Entries.Count;
            var boundKey = context.ReadElement(index, Key, key);
            if (boundKey is null || !result.TryAdd(boundKey, context.ReadElement(index, _value, item)!))
            {
                throw Refused(ref result, key, isKey: boundKey is not null, context);
            }
        }

        return result.Entries;
    }

    private Dictionary<TKey, TValue> ReadProperties(IpcObject properties, ReadContext context)
    {
        context.Count(2L * properties.Count);
        var result = new KeyedEntries<TKey, TValue>(properties.Count);
        foreach (var (name, item) in properties)
        {
            var key = ReadKey(name, context);
            if (key is null || !result.TryAdd(key, context.ReadElement(name, _value, item)!))
            {
                throw Refused(ref result, name, isKey: key is not null, context);
            }
        }

        return result.Entries;
    }

    private TKey? ReadKey(string name, ReadContext context)
    {
        try
        {
            return context.Read(Key, Key.KeyForm.Read(name));
        }
        catch (IpcBindingException)
        {
            throw context.Fail($"expected {Key.Expected} as the key, got {ValueDescription.Describe(name)}");
        }
    }

    private static IpcBindingException Refused(ref KeyedEntries<TKey, TValue> entries, IpcValue key, bool isKey, ReadContext context)
        => context.Fail(entries.IsFlooded
            ? HashChains.Problem
            : $"the key {ValueDescription.Describe(key)} is {(isKey ? "there twice" : "no key")}");

    private bool ReadEntries(ref IpcReader reader, List<KeyValuePair<TKey, TValue>> entries)
    {
        byte tag;
        while ((tag = reader.Stream.ReadValueTag()) != V8Tag.EndMap)
        {
            var key = reader.Value(Key, tag);
            var item = reader.Element(_value);
            if (reader.HasFailed || key is null)
            {
                return false;
            }

            entries.Add(new(key, item!));
        }

        return reader.Stream.Bytes.ReadVarint() == 2 * entries.Count;
    }

    /// <summary>Whether the dictionary's own table, which may be another one than ours, stays fast with these keys.</summary>
    private static bool SuitsTable(Dictionary<TKey, TValue> entries)
        => HashChains.IsKnown<TDictionary>() || HashChains.SuitEveryTable(entries.Keys);
}
