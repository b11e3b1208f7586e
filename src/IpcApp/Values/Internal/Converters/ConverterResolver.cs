using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace IpcApp.Values.Internal.Converters;

/// <summary>The one place that decides how a C# type crosses. Thread-safe; each type is decided once.</summary>
internal sealed class ConverterResolver
{
    private readonly ConcurrentDictionary<Type, IpcConverter> _converters;
    private readonly bool _usesGenerated;

    public ConverterResolver(IpcSerializerOptions options)
    {
        Json = ContractOptions.Copy(options.JsonSerializerOptions);
        _usesGenerated = ContractOptions.AllowGenerated(Json);
        var known = Leaves.Create(options.Int64AsNumber);
        JsonDomTypes.Add(known, Json);
        _converters = new(known) { [typeof(object)] = new ObjectTypeConverter(this) };

        // Custom converters win over the built-in treatment of a type, here as in JSON.
        foreach (var overridden in _converters.Keys.Where(HasCustomConverter).ToList())
        {
            _converters.TryRemove(overridden, out _);
        }
    }

    /// <summary>The options, which do not change any more.</summary>
    public JsonSerializerOptions Json { get; }

    public int MaxDepth => Json.MaxDepth;

    public IpcConverter<T> Get<T>()
        => (IpcConverter<T>)(_converters.TryGetValue(typeof(T), out var known) ? known : _converters.GetOrAdd(typeof(T), Create<T>()));

    /// <summary>The converter for a value whose static type says nothing.</summary>
    public IpcConverter GetFor(object value)
        => _converters.TryGetValue(value.GetType(), out var known) ? known : _converters.GetOrAdd(value.GetType(), CreateFor(value));

    /// <summary>The converter for a type that only reflection has found.</summary>
    [RequiresUnreferencedCode(Reflected.Reason)]
    [RequiresDynamicCode(Reflected.Reason)]
    public IpcConverter Get(Type type)
        => _converters.TryGetValue(type, out var known) ? known
            : _converters.GetOrAdd(type, CreateGenerated(type) ?? ReflectedConverters.Create(type, this));

    /// <summary>Whether the app or the type itself has said how the type is to become JSON.</summary>
    public bool HasCustomConverter(Type type)
        => type.GetCustomAttribute<JsonConverterAttribute>(inherit: false) is not null
            || Json.Converters.Any(converter => converter.CanConvert(type));

    private IpcConverter Create<T>()
        => CreateGenerated(typeof(T))
            ?? (Reflected.IsUsable ? ReflectedConverters.Create(typeof(T), this) : FixedConverters.Create<T>(this));

    private IpcConverter CreateFor(object value)
        => value is JsonNode ? Get<JsonNode>() // the classes of nodes are private to System.Text.Json
            : CreateGenerated(value.GetType())
                ?? (Reflected.IsUsable ? ReflectedConverters.Create(value.GetType(), this) : FixedConverters.CreateFor(value, this));

    private IpcConverter? CreateGenerated(Type type)
    {
        if (!_usesGenerated || CodecTable.Find(type) is not { } definition || (!type.IsEnum && HasCustomConverter(type)))
        {
            return null;
        }

        try
        {
            return definition.Create(this);
        }
        catch (Exception e) when (e is InvalidOperationException or NotSupportedException)
        {
            return null; // what is wrong with the type, the other way says better
        }
    }
}
