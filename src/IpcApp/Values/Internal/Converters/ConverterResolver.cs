using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace IpcApp.Values.Internal.Converters;

/// <summary>The one place that decides how a C# type crosses. Thread-safe; each type is decided once.</summary>
internal sealed class ConverterResolver
{
    private const int DefaultMaxDepth = 128;

    private readonly ConcurrentDictionary<Type, IpcConverter> _converters;
    private readonly JsonSerializerOptions _json;

    public ConverterResolver(IpcSerializerOptions options)
    {
        _json = CopyOptions(options.JsonSerializerOptions);
        _converters = new(Leaves.Create(options.Int64AsNumber));

        // Custom converters win over the built-in treatment of a type, here as in JSON.
        foreach (var overridden in _converters.Keys.Where(HasCustomConverter).ToList())
        {
            _converters.TryRemove(overridden, out _);
        }
    }

    public int MaxDepth => _json.MaxDepth;

    public IpcConverter<T> Get<T>() => (IpcConverter<T>)Get(typeof(T));

    public IpcConverter Get(Type type) => _converters.GetOrAdd(type, Create);

    /// <summary>A member may have a converter or number handling of its own, which only JSON knows how to apply.</summary>
    public IpcConverter GetForMember(JsonPropertyInfo property)
    {
        var numbers = property.NumberHandling ?? JsonNumberHandling.Strict;
        if (property.CustomConverter is null && numbers == JsonNumberHandling.Strict)
        {
            return Get(property.PropertyType);
        }

        var options = new JsonSerializerOptions(_json) { NumberHandling = numbers };
        if (property.CustomConverter is not null)
        {
            options.Converters.Insert(0, property.CustomConverter);
        }

        return Make(typeof(JsonTextConverter<>), [property.PropertyType], options);
    }

    public IObjectContract CreateContract(JsonTypeInfo info) => (IObjectContract)Make(typeof(ObjectConverter<>), [info.Type], info, this);

    private static JsonSerializerOptions CopyOptions(JsonSerializerOptions source)
    {
        var copy = new JsonSerializerOptions(source);
        copy.MaxDepth = copy.MaxDepth == 0 ? DefaultMaxDepth : copy.MaxDepth;
        copy.MakeReadOnly(populateMissingResolver: true);
        return copy;
    }

    private static IpcConverter Make(Type converter, Type[] types, params object?[] arguments)
    {
        const BindingFlags flags = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DoNotWrapExceptions;
        return (IpcConverter)Activator.CreateInstance(converter.MakeGenericType(types), flags, null, arguments, null)!;
    }

    private IpcConverter Create(Type type)
    {
        try
        {
            return CreateBuiltIn(type) ?? CreateCollection(type) ?? CreateFromContract(type);
        }
        catch (Exception e) when (e is NotSupportedException or InvalidOperationException or ArgumentException or JsonException)
        {
            return Make(typeof(UnsupportedConverter<>), [type], e.Message);
        }
    }

    private IpcConverter? CreateBuiltIn(Type type)
    {
        if (typeof(IpcValue).IsAssignableFrom(type))
        {
            return Make(typeof(IpcValueConverter<>), [type]);
        }

        if (type.IsEnum)
        {
            return Make(typeof(EnumConverter<>), [type], _json);
        }

        if (HasCustomConverter(type))
        {
            return Make(typeof(JsonTextConverter<>), [type], _json);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Make(typeof(NullableConverter<>), [underlying], this);
        }

        if (typeof(Exception).IsAssignableFrom(type))
        {
            return Make(typeof(ExceptionConverter<>), [type]);
        }

        if (UnsupportedTypes.Reason(type) is { } reason)
        {
            return Make(typeof(UnsupportedConverter<>), [type], reason);
        }

        return type == typeof(object) ? new ObjectTypeConverter(this) : null;
    }

    private IpcConverter? CreateCollection(Type type)
    {
        if (_json.TryGetTypeInfo(type, out var info) && info.Kind == JsonTypeInfoKind.None)
        {
            return null;
        }

        return CollectionShape.Find(type) switch
        {
            { Key: null, IsUntyped: true } => Make(typeof(UntypedSequenceConverter<>), [type], this),
            { Key: null, Element: { } element } shape => Make(typeof(SequenceConverter<,>), [type, element], this, shape.IsSet),
            { Key: { } key, Element: { } value } when key == typeof(string)
                => Make(typeof(StringDictionaryConverter<,>), [type, value], this, _json.DictionaryKeyPolicy),
            { Key: { } key, Element: { } value } => Make(typeof(MapConverter<,,>), [type, key, value], this),
            _ => null,
        };
    }

    private IpcConverter CreateFromContract(Type type)
    {
        var info = _json.GetTypeInfo(type);
        return !Contracts.CanWalk(info) ? Make(typeof(JsonTextConverter<>), [type], _json)
            : info.PolymorphismOptions is null ? Make(typeof(ObjectConverter<>), [type], info, this)
            : Make(typeof(PolymorphicConverter<>), [type], info, this);
    }

    private bool HasCustomConverter(Type type)
        => type.GetCustomAttribute<JsonConverterAttribute>(inherit: false) is not null
            || _json.Converters.Any(converter => converter.CanConvert(type));
}
