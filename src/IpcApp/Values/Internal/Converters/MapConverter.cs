using System.Diagnostics.CodeAnalysis;
using IpcApp.Infrastructure;

namespace IpcApp.Values.Internal.Converters;

/// <summary>Dictionaries with other keys cross as Map.</summary>
/// <param name="resolver">Finds the converters of keys and values.</param>
/// <param name="build">Makes the dictionary of what was read; null if nothing can.</param>
internal sealed class MapConverter<TDictionary, TKey, TValue>(
    ConverterResolver resolver, Func<Dictionary<TKey, TValue>, TDictionary>? build) : IpcConverter<TDictionary>
    where TDictionary : IEnumerable<KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    private IpcConverter<TKey>? _key;
    private IpcConverter<TValue>? _value;

    [RequiresUnreferencedCode(Reflected.Reason)]
    [RequiresDynamicCode(Reflected.Reason)]
    public MapConverter(ConverterResolver resolver)
        : this(resolver, CollectionBuilder.ForDictionary<TDictionary, TKey, TValue>())
    {
    }

    public override string Expected => "a Map";

    public override bool IsContainer => true;

    public override Acceptance Accepts => new(ValueKinds.Map, ValueKinds.Object);

    private IpcConverter<TKey> Key => _key ??= resolver.Get<TKey>();

    private IpcConverter<TValue> Value => _value ??= resolver.Get<TValue>();

    public override IpcValue Write(TDictionary value, WriteContext context)
    {
        var result = new IpcMap();
        foreach (var (key, item) in value)
        {
            result[context.WriteElement(result.Count, Key, key)] = context.WriteElement(result.Count, Value, item);
        }

        return result;
    }

    public override TDictionary Read(IpcValue value, ReadContext context)
    {
        if (build is null)
        {
            throw UnsupportedType.OnRead(typeof(TDictionary), context);
        }

        var map = value as IpcMap ?? throw context.Mismatch(Expected, value);
        context.Count(2L * map.Count);
        var result = new KeyedEntries<TKey, TValue>(map.Count);
        foreach (var (key, item) in map)
        {
            var index = result.Entries.Count;
            var boundKey = context.ReadElement(index, Key, key);
            if (boundKey is null || !result.TryAdd(boundKey, context.ReadElement(index, Value, item)!))
            {
                throw context.Fail(result.IsFlooded
                    ? HashChains.Problem
                    : $"the key {ValueDescription.Describe(key)} is {(boundKey is null ? "no key" : "there twice")}");
            }
        }

        return SuitsTable(result.Entries) ? context.Build(build, result.Entries) : throw context.Fail(HashChains.Problem);
    }

    public override void Write(TDictionary value, ref IpcWriter writer)
    {
        var count = 0u;
        writer.Stream.Bytes.WriteByte(V8Tag.BeginMap);
        foreach (var (key, item) in value)
        {
            writer.Value(Key, key);
            writer.Value(Value, item);
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

    private bool ReadEntries(ref IpcReader reader, List<KeyValuePair<TKey, TValue>> entries)
    {
        byte tag;
        while ((tag = reader.Stream.ReadValueTag()) != V8Tag.EndMap)
        {
            var key = reader.Value(Key, tag);
            var item = reader.Value(Value);
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
