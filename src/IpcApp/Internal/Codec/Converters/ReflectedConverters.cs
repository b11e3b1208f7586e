using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using IpcApp.Internal.Ground;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>Decides at run time how a type crosses for which no codec was generated.</summary>
[RequiresUnreferencedCode(Reflected.Reason)]
[RequiresDynamicCode(Reflected.Reason)]
internal static class ReflectedConverters
{
    /// <summary>A member may have a converter or number handling of its own, which only JSON knows how to apply.</summary>
    public static IpcConverter GetForMember(JsonPropertyInfo property, ConverterResolver resolver, NullAnnotation? annotation = null)
    {
        var numbers = property.NumberHandling ?? JsonNumberHandling.Strict;
        if (property.CustomConverter is null && numbers == JsonNumberHandling.Strict)
        {
            return resolver.Get(property.PropertyType, annotation);
        }

        var options = new JsonSerializerOptions(resolver.JsonText) { NumberHandling = numbers };
        if (property.CustomConverter is not null)
        {
            options.Converters.Insert(0, property.CustomConverter);
        }

        return Make(typeof(JsonTextConverter<>), [property.PropertyType], options);
    }

    public static IObjectContract CreateContract(JsonTypeInfo info, ConverterResolver resolver, NullAnnotation? annotation = null)
        => (IObjectContract)Make(typeof(ObjectConverter<>), [info.Type], info, resolver, annotation);

    /// <param name="type">The type.</param>
    /// <param name="resolver">Finds the converters of its parts.</param>
    /// <param name="annotation">Where a declaration of the type allows null; null if that is everywhere.</param>
    public static IpcConverter Create(Type type, ConverterResolver resolver, NullAnnotation? annotation = null)
    {
        try
        {
            return CreateBuiltIn(type, resolver, annotation)
                ?? CreateCollection(type, resolver, annotation)
                ?? CreateFromContract(type, resolver, annotation);
        }
        catch (Exception e) when (e is NotSupportedException or InvalidOperationException or ArgumentException or JsonException)
        {
            return Make(typeof(UnsupportedConverter<>), [type], ExceptionText.MessageOf(e));
        }
    }

    private static IpcConverter? CreateBuiltIn(Type type, ConverterResolver resolver, NullAnnotation? annotation)
    {
        if (typeof(IpcValue).IsAssignableFrom(type))
        {
            return Make(typeof(IpcValueConverter<>), [type]);
        }

        if (type.IsEnum)
        {
            return Make(typeof(EnumConverter<>), [type], resolver.Json.GetTypeInfo(type));
        }

        if (resolver.HasCustomConverter(type))
        {
            return Make(typeof(JsonTextConverter<>), [type], resolver.JsonText);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Make(typeof(NullableConverter<>), [underlying], resolver, annotation?.Part(0));
        }

        if (TupleShape.IsTuple(type))
        {
            return Make(typeof(TupleConverter<>), [type], Instantiate(typeof(ReflectedTupleCodec<>), [type], resolver, annotation));
        }

        if (UnionShape.IsUnion(type))
        {
            return (IpcConverter)typeof(ReflectedUnion).GetMethod(nameof(ReflectedUnion.Create))!
                .MakeGenericMethod(type).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [resolver, annotation], null)!;
        }

        if (typeof(Exception).IsAssignableFrom(type))
        {
            return Make(typeof(ExceptionConverter<>), [type]);
        }

        return UnsupportedTypes.Reason(type) is { } reason ? Make(typeof(UnsupportedConverter<>), [type], reason) : null;
    }

    private static IpcConverter? CreateCollection(Type type, ConverterResolver resolver, NullAnnotation? annotation)
    {
        if (CollectionShape.MemoryOf(type) is { } item)
        {
            var isReadOnly = type.GetGenericTypeDefinition() == typeof(ReadOnlyMemory<>);
            return Make(isReadOnly ? typeof(ReadOnlyMemoryConverter<>) : typeof(MemoryConverter<>), [item], resolver, annotation?.Part(0));
        }

        if (resolver.Json.TryGetTypeInfo(type, out var info) && info.Kind == JsonTypeInfoKind.None)
        {
            return null;
        }

        return CollectionShape.Find(type) switch
        {
            { Key: null, IsUntyped: true } => Make(typeof(UntypedSequenceConverter<>), [type], resolver),
            { Key: null, Element: { } element } shape => Make(
                typeof(SequenceConverter<,>),
                [type, element],
                resolver,
                shape.IsSet,
                DeclaredAnnotations.OfElement(type, annotation, 0, typeof(IEnumerable<>))),
            { Key: { } key, Element: { } value } when key == typeof(string)
                => Make(typeof(StringDictionaryConverter<,>), [type, value], resolver, Entry(1)),
            { Key: { } key, Element: { } value } => Make(typeof(MapConverter<,,>), [type, key, value], resolver, Entry(0), Entry(1)),
            _ => null,
        };

        NullAnnotation? Entry(int index)
            => DeclaredAnnotations.OfElement(type, annotation, index, typeof(IDictionary<,>), typeof(IReadOnlyDictionary<,>));
    }

    private static IpcConverter CreateFromContract(Type type, ConverterResolver resolver, NullAnnotation? annotation)
    {
        var info = resolver.Json.GetTypeInfo(type);
        return !Contracts.CanWalk(info) ? Make(typeof(JsonTextConverter<>), [type], resolver.JsonText)
            : LostState.HasOnlyFields(info) ? Make(typeof(UnsupportedConverter<>), [type], "the type has no properties, and fields do not cross")
            : info.PolymorphismOptions is null ? Make(typeof(ObjectConverter<>), [type], info, resolver, annotation)
            : Make(typeof(PolymorphicConverter<>), [type], info, resolver, annotation);
    }

    private static IpcConverter Make(Type converter, Type[] types, params object?[] arguments)
        => (IpcConverter)Instantiate(converter, types, arguments);

    private static object Instantiate(Type definition, Type[] types, params object?[] arguments)
    {
        const BindingFlags flags = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DoNotWrapExceptions;
        return Activator.CreateInstance(definition.MakeGenericType(types), flags, null, arguments, null)!;
    }
}
