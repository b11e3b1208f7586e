using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using IpcApp.Infrastructure;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>Dictionaries with string keys cross as plain objects; a Map with string keys is accepted as well.</summary>
/// <param name="resolver">Finds the converter of the values.</param>
/// <param name="build">Makes the dictionary of what was read; null if nothing can.</param>
/// <param name="annotation">Where the values' declaration allows null; null if that is everywhere.</param>
internal sealed class StringDictionaryConverter<TDictionary, TValue>(
    ConverterResolver resolver, Func<Dictionary<string, TValue>, TDictionary>? build, NullAnnotation? annotation = null)
    : IpcConverter<TDictionary>
    where TDictionary : IEnumerable<KeyValuePair<string, TValue>>
{
    private readonly JsonNamingPolicy? _keyPolicy = resolver.Json.DictionaryKeyPolicy;
    private readonly ElementConverter<TValue> _value = new(resolver, annotation);

    [RequiresUnreferencedCode(Reflected.Reason)]
    [RequiresDynamicCode(Reflected.Reason)]
    public StringDictionaryConverter(ConverterResolver resolver, NullAnnotation? annotation)
        : this(resolver, CollectionBuilder.ForDictionary<TDictionary, string, TValue>(), annotation)
    {
    }

    public override string Expected => "an object";

    public override bool IsContainer => true;

    public override Acceptance Accepts => new(ValueKinds.Object, ValueKinds.Map);

    public override IpcValue Write(TDictionary value, WriteContext context)
    {
        var result = new IpcObject();
        foreach (var (key, item) in value)
        {
            result[_keyPolicy?.ConvertName(key) ?? key] = context.WriteMember(key, _value.Converter, item);
        }

        return result;
    }

    public override TDictionary Read(IpcValue value, ReadContext context)
    {
        if (build is null)
        {
            throw UnsupportedType.OnRead(typeof(TDictionary), context, UnsupportedType.NotBuilt);
        }

        var result = new Dictionary<string, TValue>();
        foreach (var (key, item) in Entries(value, context))
        {
            result[key] = context.ReadElement(key, _value, item)!;
        }

        return context.Build(build, result);
    }

    public override void Write(TDictionary value, ref IpcWriter writer)
    {
        var outer = writer.BeginMembers();
        HashSet<string>? names = _keyPolicy is null ? null : [];
        foreach (var (key, item) in value)
        {
            var name = _keyPolicy?.ConvertName(key) ?? key;
            if (names?.Add(name) == false)
            {
                throw new IpcCloneException($"The naming policy makes '{name}' of several keys.");
            }

            writer.Name(name);
            writer.Value(_value.Converter, item);
        }

        writer.EndMembers(outer);
    }

    public override bool TryRead(ref IpcReader reader, byte tag, out TDictionary value)
    {
        value = default!;
        var entries = new Dictionary<string, TValue>();
        if (build is null || tag != V8Tag.BeginObject || !ReadEntries(ref reader, entries))
        {
            return false;
        }

        value = build(entries);
        return true;
    }

    private bool ReadEntries(ref IpcReader reader, Dictionary<string, TValue> entries)
    {
        ref var bytes = ref reader.Stream.Bytes;
        byte tag;
        while ((tag = bytes.ReadTag()) != V8Tag.EndObject && !reader.HasFailed)
        {
            // Names that are numbers are for the untyped way.
            if (!V8ByteReader.IsStringTag(tag) || !entries.TryAdd(bytes.ReadString(tag), reader.Element(_value)!))
            {
                return false;
            }
        }

        return !reader.HasFailed && bytes.ReadVarint() == entries.Count;
    }

    private IEnumerable<KeyValuePair<string, IpcValue>> Entries(IpcValue value, ReadContext context) => value switch
    {
        IpcObject properties => Counted(properties, properties.Count, context),
        IpcMap map => Counted(map, 2L * map.Count, context).Select(entry => entry.Key.TryGetString(out var key)
            ? KeyValuePair.Create(key, entry.Value)
            : throw context.Fail($"expected string keys, got the key {ValueDescription.Describe(entry.Key)}")),
        _ => throw context.Mismatch(Expected, value),
    };

    private static T Counted<T>(T source, long count, ReadContext context)
    {
        context.Count(count);
        return source;
    }
}
