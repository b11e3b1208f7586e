using System.Text.Json;

namespace IpcApp.Values.Internal.Converters;

/// <summary>Dictionaries with string keys cross as plain objects; a Map with string keys is accepted as well.</summary>
internal sealed class StringDictionaryConverter<TDictionary, TValue>(ConverterResolver resolver, JsonNamingPolicy? keyPolicy)
    : IpcConverter<TDictionary>
    where TDictionary : IEnumerable<KeyValuePair<string, TValue>>
{
    private readonly Func<Dictionary<string, TValue>, TDictionary>? _build = CollectionBuilder.ForDictionary<TDictionary, string, TValue>();
    private IpcConverter<TValue>? _value;

    public override string Expected => "an object";

    public override bool IsContainer => true;

    /// <summary>Found on first use, as a value may contain dictionaries of this type.</summary>
    private IpcConverter<TValue> Value => _value ??= resolver.Get<TValue>();

    public override IpcValue Write(TDictionary value, WriteContext context)
    {
        var result = new IpcObject();
        foreach (var (key, item) in value)
        {
            result[keyPolicy?.ConvertName(key) ?? key] = context.WriteMember(key, Value, item);
        }

        return result;
    }

    public override TDictionary Read(IpcValue value, ReadContext context)
    {
        if (_build is null)
        {
            throw UnsupportedType.OnRead(typeof(TDictionary), context);
        }

        var result = new Dictionary<string, TValue>();
        foreach (var (key, item) in Entries(value, context))
        {
            result[key] = context.ReadMember(key, Value, item)!;
        }

        return _build(result);
    }

    private IEnumerable<KeyValuePair<string, IpcValue>> Entries(IpcValue value, ReadContext context) => value switch
    {
        IpcObject properties => properties,
        IpcMap map => map.Select(entry => entry.Key.TryGetString(out var key)
            ? KeyValuePair.Create(key, entry.Value)
            : throw context.Fail($"expected string keys, got the key {ValueDescription.Describe(entry.Key)}")),
        _ => throw context.Mismatch(Expected, value),
    };
}

/// <summary>Dictionaries with other keys cross as Map.</summary>
internal sealed class MapConverter<TDictionary, TKey, TValue>(ConverterResolver resolver) : IpcConverter<TDictionary>
    where TDictionary : IEnumerable<KeyValuePair<TKey, TValue>>
    where TKey : notnull
{
    private readonly Func<Dictionary<TKey, TValue>, TDictionary>? _build = CollectionBuilder.ForDictionary<TDictionary, TKey, TValue>();
    private IpcConverter<TKey>? _key;
    private IpcConverter<TValue>? _value;

    public override string Expected => "a Map";

    public override bool IsContainer => true;

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
        if (_build is null)
        {
            throw UnsupportedType.OnRead(typeof(TDictionary), context);
        }

        var result = new Dictionary<TKey, TValue>();
        foreach (var (key, item) in value as IpcMap ?? throw context.Mismatch(Expected, value))
        {
            var index = result.Count;
            var boundKey = context.ReadElement(index, Key, key);
            if (boundKey is null || !result.TryAdd(boundKey, context.ReadElement(index, Value, item)!))
            {
                throw context.Fail($"the key {ValueDescription.Describe(key)} is {(boundKey is null ? "no key" : "there twice")}");
            }
        }

        return _build(result);
    }
}
