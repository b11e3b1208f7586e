using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>The one place that decides how a C# type crosses. Thread-safe; each type is decided once.</summary>
internal sealed class ConverterResolver
{
    private readonly ConcurrentDictionary<Type, IpcConverter> _converters;
    private readonly ConcurrentDictionary<(Type Type, string Annotation), IpcConverter> _annotated = new();
    private readonly bool _usesGenerated;
    private readonly bool _allowsNullElements;
    private readonly Action<string>? _warn;
    private JsonSerializerOptions? _jsonText;

    /// <param name="options">Copied.</param>
    /// <param name="nullElements">Whether converters refuse null where a declaration does.</param>
    /// <param name="warn">Is told what values lose that are bound to types which no analyzer has seen; may be null.</param>
    public ConverterResolver(
        IpcSerializerOptions options, IpcNullElements nullElements = IpcNullElements.Refuse, Action<string>? warn = null)
    {
        _allowsNullElements = nullElements == IpcNullElements.Allow;
        _warn = warn;
        Json = ContractOptions.Copy(options.JsonSerializerOptions);
        _usesGenerated = ContractOptions.AllowGenerated(Json);
        var known = Scalars.Create(options.Int64AsNumber);
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

    /// <summary>The same for types that cross as their JSON, in which System.Text.Json would leave out what tuples hold.</summary>
    public JsonSerializerOptions JsonText
    {
        [RequiresUnreferencedCode(Reflected.Reason)]
        [RequiresDynamicCode(Reflected.Reason)]
        get => _jsonText ??= ContractOptions.With(Json, new JsonTuples());
    }

    public int MaxDepth => Json.MaxDepth;

    public IpcConverter<T> Get<T>()
        => (IpcConverter<T>)(_converters.TryGetValue(typeof(T), out var known) ? known : _converters.GetOrAdd(typeof(T), Create<T>()));

    /// <summary>The annotation itself, or null if the app's settings allow null everywhere.</summary>
    public NullAnnotation? Enforced(NullAnnotation? annotation) => _allowsNullElements ? null : annotation;

    /// <summary>The converter that reads what a declaration says about null inside its type.</summary>
    /// <param name="annotation">The declaration's annotation; null if it says nothing.</param>
    public IpcConverter<T> Get<T>(NullAnnotation? annotation)
        => IsPlain(annotation = Enforced(annotation)) ? Get<T>()
            : _annotated.TryGetValue((typeof(T), annotation.Key), out var known) ? (IpcConverter<T>)known
            : (IpcConverter<T>)_annotated.GetOrAdd((typeof(T), annotation.Key), Create<T>(annotation));

    /// <summary>The converter for a value whose static type says nothing.</summary>
    public IpcConverter GetFor(object value)
        => _converters.TryGetValue(value.GetType(), out var known) ? known : _converters.GetOrAdd(value.GetType(), CreateFor(value));

    public void Warn(string text) => _warn?.Invoke(text);

    /// <summary>The converter for a type that only reflection has found.</summary>
    [RequiresUnreferencedCode(Reflected.Reason)]
    [RequiresDynamicCode(Reflected.Reason)]
    public IpcConverter Get(Type type)
        => _converters.TryGetValue(type, out var known) ? known
            : _converters.GetOrAdd(type, CreateGenerated(type) ?? ReflectedConverters.Create(type, this));

    /// <inheritdoc cref="Get{T}(NullAnnotation?)"/>
    [RequiresUnreferencedCode(Reflected.Reason)]
    [RequiresDynamicCode(Reflected.Reason)]
    public IpcConverter Get(Type type, NullAnnotation? annotation)
        => IsPlain(annotation = Enforced(annotation)) ? Get(type)
            : _annotated.TryGetValue((type, annotation.Key), out var known) ? known
            : _annotated.GetOrAdd(
                (type, annotation.Key), CreateGenerated(type, annotation) ?? ReflectedConverters.Create(type, this, annotation));

    /// <summary>Whether the app or the type itself has said how the type is to become JSON.</summary>
    public bool HasCustomConverter(Type type)
        => type.GetCustomAttribute<JsonConverterAttribute>(inherit: false) is not null
            || Json.Converters.Any(converter => converter.CanConvert(type));

    /// <summary>Whether nothing inside the type refuses null, so that one converter serves all of its declarations.</summary>
    private static bool IsPlain([NotNullWhen(false)] NullAnnotation? annotation) => annotation is null || annotation.Key.Length == 0;

    private IpcConverter Create<T>(NullAnnotation? annotation = null)
        => CreateGenerated(typeof(T), annotation)
            ?? (Reflected.IsUsable ? ReflectedConverters.Create(typeof(T), this, annotation) : FixedConverters.Create<T>(this));

    private IpcConverter CreateFor(object value)
        => value is JsonNode ? Get<JsonNode>() // the classes of nodes are private to System.Text.Json
            : CreateGenerated(value.GetType())
                ?? (Reflected.IsUsable ? ReflectedConverters.Create(value.GetType(), this) : FixedConverters.CreateFor(value, this));

    private IpcConverter? CreateGenerated(Type type, NullAnnotation? annotation = null)
    {
        if (!_usesGenerated || CodecTable.Find(type) is not { } definition || (!type.IsEnum && HasCustomConverter(type)))
        {
            return null;
        }

        try
        {
            return definition.Create(this, annotation);
        }
        catch (Exception e) when (e is InvalidOperationException or NotSupportedException)
        {
            return null; // what is wrong with the type, the other way says better
        }
    }
}
