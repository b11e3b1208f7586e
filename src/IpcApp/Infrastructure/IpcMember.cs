using System.ComponentModel;
using System.Text.Json.Serialization;
using IpcApp.Internal.Codec.Converters;

namespace IpcApp.Infrastructure;

/// <summary>What a generated codec says about a member that its C# type alone does not. Not for use by hand.</summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Never)]
public enum IpcMemberTraits
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It has a getter, so it is written.</summary>
    Written = 1,

    /// <summary>A page must send it, whatever the options: a <c>required</c> member.</summary>
    Required = 2,

    /// <summary>It is a constructor's parameter without a default, which a page must send unless it is nullable.</summary>
    Parameter = 4,

    /// <summary>Null is a value it may have.</summary>
    Nullable = 8,

    /// <summary>It is written whatever its value and whatever the options.</summary>
    AlwaysWritten = 16,

    /// <summary>It is left out where it is null.</summary>
    NotWrittenIfNull = 32,

    /// <summary>It is left out where it is its type's default.</summary>
    NotWrittenIfDefault = 64,
}

/// <summary>A member of a type with a generated codec, by the names that the app's options give it. Not for use by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class IpcMember
{
    private protected IpcMember(int index, string name, IpcMemberTraits traits, NullAnnotation? annotation, ConverterResolver resolver)
    {
        Index = index;
        Key = new PropertyKey(name);
        Traits = traits;
        Annotation = resolver.Enforced(annotation);
        Resolver = resolver;
        IsRequired = traits.HasFlag(IpcMemberTraits.Required)
            || (traits.HasFlag(IpcMemberTraits.Parameter)
                && (!AllowsNull || resolver.Json.RespectRequiredConstructorParameters));
    }

    /// <summary>Its place among the members of its type, from 0 to 63.</summary>
    internal int Index { get; }

    internal PropertyKey Key { get; }

    internal string Name => Key.Name;

    internal IpcMemberTraits Traits { get; }

    internal bool IsRequired { get; }

    internal bool AllowsNull => Traits.HasFlag(IpcMemberTraits.Nullable) && Annotation is not { AllowsNull: false };

    private protected ConverterResolver Resolver { get; }

    /// <summary>Where the declaration allows null; null if that is everywhere.</summary>
    private protected NullAnnotation? Annotation { get; }

    internal abstract IpcBindingException Missing(ReadContext context);
}

/// <inheritdoc/>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IpcMember<T> : IpcMember
{
    private readonly JsonIgnoreCondition _leftOut;
    private IpcConverter<T>? _converter;
    private IpcConverter<T>? _reading;

    internal IpcMember(int index, string name, IpcMemberTraits traits, NullAnnotation? annotation, ConverterResolver resolver)
        : base(index, name, traits, annotation, resolver)
        => _leftOut = traits.HasFlag(IpcMemberTraits.AlwaysWritten) ? JsonIgnoreCondition.Never
            : traits.HasFlag(IpcMemberTraits.NotWrittenIfNull) ? JsonIgnoreCondition.WhenWritingNull
            : traits.HasFlag(IpcMemberTraits.NotWrittenIfDefault) ? JsonIgnoreCondition.WhenWritingDefault
            : resolver.Json.DefaultIgnoreCondition;

    /// <summary>Found on first use, as a member may be of the type it is a member of.</summary>
    internal IpcConverter<T> Converter => _converter ??= Resolver.Get<T>();

    /// <summary>What reads it: refuses null where the declaration does.</summary>
    internal IpcConverter<T> Reading => _reading ??= Resolver.Get<T>(Annotation);

    internal bool IsLeftOut(T value) => _leftOut switch
    {
        JsonIgnoreCondition.WhenWritingNull => value is null,
        JsonIgnoreCondition.WhenWritingDefault => EqualityComparer<T>.Default.Equals(value, default),
        _ => false,
    };

    internal T Read(IpcValue value, ReadContext context)
    {
        var result = context.ReadMember(Name, Reading, value);
        return result is not null || AllowsNull ? result! : throw context.MemberMismatch(Name, Converter.Expected, value);
    }

    internal override IpcBindingException Missing(ReadContext context)
        => context.MemberMismatch(Name, Converter.Expected, IpcValue.Undefined);
}
