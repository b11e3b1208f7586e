using System.ComponentModel;
using IpcApp.Internal.Codec.Converters;

namespace IpcApp.Infrastructure;

/// <summary>The serializer that a generated codec becomes a part of. Not for use by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IpcCodecContext
{
    internal IpcCodecContext(ConverterResolver resolver, NullAnnotation? annotation) => (Resolver, Annotation) = (resolver, annotation);

    internal ConverterResolver Resolver { get; }

    /// <summary>Where a declaration of the type allows null; null if that is everywhere.</summary>
    internal NullAnnotation? Annotation { get; }
}

/// <summary>What the generator derives one class from for each class, record and struct that crosses. Not for use by hand.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <remarks>Thread-safe. One instance serves all conversions of a serializer.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class IpcObjectCodec<T>
{
    private readonly ConverterResolver _resolver;
    private readonly NullAnnotation? _annotation;
    private readonly List<IpcMember> _members = [];
    private ObjectShape? _shape;

    /// <summary>Called once for each serializer.</summary>
    /// <param name="context">The serializer.</param>
    protected IpcObjectCodec(IpcCodecContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _resolver = context.Resolver;
        _annotation = context.Annotation;
    }

    /// <summary>False for a type that can be sent, but not made of what a page sends.</summary>
    public virtual bool CanRead => true;

    internal IReadOnlyList<IpcMember> Members => _members;

    internal ObjectShape Shape => _shape ??= new ObjectShape([.. _members], _resolver.Json);

    /// <summary>Writes all members, in the order in which they were declared.</summary>
    /// <param name="value">The object.</param>
    /// <param name="writer">Where to.</param>
    public abstract void Write(T value, ref IpcWriter writer);

    /// <summary>Reads all members and makes the object. What it returns is void if the reader has failed.</summary>
    /// <param name="reader">Where from.</param>
    public virtual T Read(ref IpcReader reader) => throw new NotSupportedException();

    /// <summary>Declares a member. Its place is the number of members declared before it.</summary>
    /// <typeparam name="TMember">Its type.</typeparam>
    /// <param name="name">Its name in C#.</param>
    /// <param name="fixedName">Its name in JavaScript, if that does not follow the naming policy.</param>
    /// <param name="traits">What else is to be known.</param>
    /// <param name="nullAnnotation">Where the declaration allows null, as generated code writes it; null if that is everywhere.</param>
    protected IpcMember<TMember> Declare<TMember>(string name, string? fixedName, IpcMemberTraits traits, string? nullAnnotation = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        var crossing = fixedName ?? _resolver.Json.PropertyNamingPolicy?.ConvertName(name) ?? name;
        var member = new IpcMember<TMember>(_members.Count, crossing, traits, NullAnnotation.Parse(nullAnnotation, _annotation), _resolver);
        _members.Add(member);
        return member;
    }

    /// <summary>Begins to read an object.</summary>
    /// <param name="reader">Where from.</param>
    protected IpcMembers Begin(ref IpcReader reader) => reader.Begin(Shape);
}
