using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using IpcApp.Infrastructure;
using IpcApp.Internal.Ground;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>One property or field of a type, by its System.Text.Json contract.</summary>
/// <param name="property">The contract.</param>
/// <param name="resolver">Finds the converters.</param>
/// <param name="annotation">Where the declaration allows null; null if that is everywhere.</param>
[RequiresUnreferencedCode(Reflected.Reason)]
[RequiresDynamicCode(Reflected.Reason)]
internal sealed class ObjectMember(JsonPropertyInfo property, ConverterResolver resolver, NullAnnotation? annotation)
{
    private readonly object? _default = property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null
        ? RuntimeHelpers.GetUninitializedObject(property.PropertyType)
        : null;

    private readonly PropertyKey _key = new(property.Name);
    private IpcConverter? _converter;
    private IpcConverter? _reading;

    public string Name => property.Name;

    public bool CanRead => property.Get is not null;

    /// <summary>
    /// Whether the page must send it: <c>required</c> members, and constructor parameters that are neither nullable nor optional.
    /// System.Text.Json's own switch for the latter demands nullable ones too, but in JavaScript what may be null is commonly left out.
    /// </summary>
    public bool IsRequired { get; } = property.IsRequired || (property.AssociatedParameter is { HasDefaultValue: false } parameter
        && (property.Options.RespectRequiredConstructorParameters || !IsNullable(parameter, annotation)));

    /// <summary>Whether what a page sends for it is ignored, although it holds a value.</summary>
    public bool IsNotReadBack { get; } = LostState.IsNotReadBack(property);

    public bool IsExtensionData => property.IsExtensionData;

    public JsonParameterInfo? Parameter => property.AssociatedParameter;

    /// <summary>Found on first use, as a member may be of the type it is a member of.</summary>
    public IpcConverter Converter => _converter ??= ReflectedConverters.GetForMember(property, resolver);

    /// <summary>The converter that reads it. It refuses null where the member's declaration does.</summary>
    public IpcConverter Reading => _reading ??= ReflectedConverters.GetForMember(property, resolver, annotation);

    private bool AllowsNull => (Parameter?.IsNullable ?? property.IsSetNullable) && annotation is not { AllowsNull: false };

    public void Write(object owner, IpcObject target, WriteContext context)
    {
        object? value;
        try
        {
            value = property.Get!(owner);
            if (!ShouldWrite(owner, value))
            {
                return;
            }
        }
        catch (Exception e)
        {
            // A getter that throws makes its object uncloneable, as in JavaScript (S117).
            throw context.Fail($"{owner.GetType()}.{Name} threw: {ExceptionText.MessageOf(e)}", e);
        }

        if (IsExtensionData)
        {
            Merge(Converter.WriteObject(value, context), target);
        }
        else
        {
            target[Name] = context.WriteMember(Name, Converter, value);
        }
    }

    /// <summary>Writes directly. What a getter throws passes through, as the untyped way words it.</summary>
    public void Write(object owner, ref IpcWriter writer)
    {
        var value = property.Get!(owner);
        if (!ShouldWrite(owner, value))
        {
            return;
        }

        if (IsExtensionData)
        {
            throw new NotSupportedException("Extension data may overwrite members, so it cannot go straight into the stream.");
        }

        writer.Name(_key);
        Converter.WriteObject(value, ref writer);
    }

    public object? Read(IpcValue value, ReadContext context)
    {
        var result = context.ReadMember(Name, Reading, value);
        return result is not null || AllowsNull ? result : throw context.MemberMismatch(Name, Converter.Expected, value);
    }

    public IpcBindingException Missing(ReadContext context) => context.MemberMismatch(Name, Converter.Expected, IpcValue.Undefined);

    public void Set(object owner, object? value) => property.Set?.Invoke(owner, value);

    private static bool IsNullable(JsonParameterInfo parameter, NullAnnotation? annotation)
        => parameter.ParameterType.IsValueType
            ? Nullable.GetUnderlyingType(parameter.ParameterType) is not null
            : parameter.IsNullable && annotation is not { AllowsNull: false };

    private static void Merge(IpcValue extensions, IpcObject target)
    {
        foreach (var (name, value) in extensions as IpcObject ?? [])
        {
            target[name] = value;
        }
    }

    private bool ShouldWrite(object owner, object? value)
    {
        if (property.ShouldSerialize is { } shouldSerialize)
        {
            return shouldSerialize(owner, value);
        }

        return property.Options.DefaultIgnoreCondition switch
        {
            JsonIgnoreCondition.WhenWritingNull => value is not null,
            JsonIgnoreCondition.WhenWritingDefault => !Equals(value, _default),
            _ => true,
        };
    }
}
