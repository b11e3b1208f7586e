using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>
/// The codecs that generated code has brought with it, for the whole process. Types hold on to their codecs and not the other way round, so
/// that assemblies can be unloaded.
/// </summary>
internal static class CodecTable
{
    private static readonly ConditionalWeakTable<Type, CodecDefinition> s_definitions = [];

    /// <summary>Adds a type. Several assemblies may bring the same one: their codecs are the same too, and the first will do.</summary>
    public static void Add(Type type, CodecDefinition definition) => s_definitions.TryAdd(type, definition);

    public static CodecDefinition? Find(Type type) => s_definitions.TryGetValue(type, out var definition) ? definition : null;

    /// <summary>A definition by which a collection can be sent whose own type has none: that of an interface of it.</summary>
    public static CodecDefinition? FindFor(object value)
        => s_definitions.Select(entry => entry.Value).FirstOrDefault(definition => definition.IsCollection && definition.Fits(value));
}

/// <summary>How to make a type's converter without reflection, once the serializer is known.</summary>
/// <param name="isCollection">Whether any object that fits can be written, be its class another one.</param>
internal abstract class CodecDefinition(bool isCollection)
{
    public bool IsCollection { get; } = isCollection;

    public abstract bool Fits(object value);

    /// <param name="resolver">Finds the converters of its parts.</param>
    /// <param name="annotation">Where a declaration of the type allows null; null if that is everywhere.</param>
    public abstract IpcConverter Create(ConverterResolver resolver, NullAnnotation? annotation = null);

    /// <summary>For an enum: a contract like another one that takes only the members. Null for other types.</summary>
    public virtual JsonTypeInfo? CreateStrictContract(JsonTypeInfo lenient) => null;

    /// <summary>For an enum: the converter of a member that takes only the members of the enum. Null for other types.</summary>
    public virtual JsonConverter? CreateStrictConverter(JsonConverter lenient, JsonSerializerOptions options) => null;
}

/// <inheritdoc/>
internal sealed class CodecDefinition<T>(Func<ConverterResolver, NullAnnotation?, IpcConverter<T>> create, bool isCollection = false)
    : CodecDefinition(isCollection)
{
    public override bool Fits(object value) => value is T;

    public override IpcConverter Create(ConverterResolver resolver, NullAnnotation? annotation) => create(resolver, annotation);
}
