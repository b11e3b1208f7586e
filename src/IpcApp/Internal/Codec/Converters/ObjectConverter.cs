using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using IpcApp.Infrastructure;
using IpcApp.Internal.Ground;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>
/// The members of a type, without regard to its static type: what an object and each of its derived classes add to a value.
/// </summary>
internal interface IObjectContract
{
    /// <summary>Whether an object can be made of what a page sends.</summary>
    bool CanRead { get; }

    void WriteMembers(object value, IpcObject target, WriteContext context);

    void WriteMembers(object value, ref IpcWriter writer);

    /// <param name="source">The page's object.</param>
    /// <param name="context">The conversion.</param>
    /// <param name="ignored">A name that is no member and yet known: a type discriminator.</param>
    object ReadMembers(IpcObject source, ReadContext context, string? ignored = null);
}

/// <summary>Classes, records and structs cross as plain objects, member by member as their System.Text.Json contract says.</summary>
[RequiresUnreferencedCode(Reflected.Reason)]
[RequiresDynamicCode(Reflected.Reason)]
internal sealed class ObjectConverter<T> : IpcConverter<T>, IObjectContract
    where T : notnull
{
    private readonly JsonTypeInfo _info;
    private readonly ObjectMember[] _members;
    private readonly Dictionary<string, int> _indexes;
    private readonly int _extensionData;
    private readonly ObjectFactory? _factory;
    private readonly ConverterResolver _resolver;
    private bool _mayWarn;

    public ObjectConverter(JsonTypeInfo info, ConverterResolver resolver, NullAnnotation? annotation)
    {
        _info = info;
        _resolver = resolver;
        _members = [.. info.Properties.Select(property => new ObjectMember(property, resolver, AnnotationOf(property)))];
        _extensionData = Array.FindIndex(_members, member => member.IsExtensionData);
        _indexes = new(info.Options.PropertyNameCaseInsensitive ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        for (var i = 0; i < _members.Length; i++)
        {
            if (i != _extensionData)
            {
                _indexes[_members[i].Name] = i;
            }
        }

        _factory = ObjectFactory.Create(info, _members);
        _mayWarn = _members.Any(member => member.IsNotReadBack);

        NullAnnotation? AnnotationOf(JsonPropertyInfo property) => resolver.Enforced(DeclaredAnnotations.OfMember(
            property.AssociatedParameter?.AttributeProvider ?? property.AttributeProvider, info.Type, annotation));
    }

    public override string Expected => "an object";

    public override bool IsContainer => true;

    public bool CanRead => _factory is not null;

    public override Acceptance Accepts => new(ValueKinds.Object, Objects:
    [
        new(
            _members.Where(member => member.IsRequired).Select(member => member.Name).ToHashSet(_indexes.Comparer),
            _extensionData >= 0 ? null : _indexes.Keys.ToHashSet(_indexes.Comparer),
            _info.Options.PropertyNameCaseInsensitive),
    ]);

    public override IpcValue Write(T value, WriteContext context)
    {
        var result = new IpcObject();
        WriteMembers(value, result, context);
        return result;
    }

    public void WriteMembers(object value, IpcObject target, WriteContext context)
    {
        _info.OnSerializing?.Invoke(value);
        foreach (var member in _members)
        {
            if (member.CanRead)
            {
                member.Write(value, target, context);
            }
        }

        _info.OnSerialized?.Invoke(value);
    }

    public override void Write(T value, ref IpcWriter writer)
    {
        var outer = writer.BeginMembers();
        WriteMembers(value, ref writer);
        writer.EndMembers(outer);
    }

    public void WriteMembers(object value, ref IpcWriter writer)
    {
        _info.OnSerializing?.Invoke(value);
        foreach (var member in _members)
        {
            if (member.CanRead)
            {
                member.Write(value, ref writer);
            }
        }

        _info.OnSerialized?.Invoke(value);
    }

    public override T Read(IpcValue value, ReadContext context)
        => (T)ReadMembers(value as IpcObject ?? throw context.Mismatch(Expected, value), context);

    public object ReadMembers(IpcObject source, ReadContext context, string? ignored = null)
    {
        if (_factory is null)
        {
            throw UnsupportedType.OnRead(typeof(T), context, UnsupportedType.NotMade);
        }

        context.Count(source.Count);
        var values = new object?[_members.Length];
        var isPresent = new bool[_members.Length];
        IpcObject? unknown = null;
        foreach (var (name, value) in source)
        {
            if (value.Kind == IpcValueKind.Undefined)
            {
                // JavaScript reads a property that is undefined and one that is missing alike.
                continue;
            }

            if (_indexes.TryGetValue(name, out var index))
            {
                values[index] = _members[index].Read(value, context);
                isPresent[index] = true;
            }
            else if (name != ignored)
            {
                (unknown ??= [])[name] = value;
            }
        }

        ReadUnknown(unknown, values, isPresent, context);
        CheckRequired(isPresent, context);
        WarnOfLost(isPresent);
        return Create(values, isPresent, context);
    }

    private void ReadUnknown(IpcObject? unknown, object?[] values, bool[] isPresent, ReadContext context)
    {
        if (unknown is null)
        {
            return;
        }

        if (_extensionData >= 0)
        {
            values[_extensionData] = _members[_extensionData].Reading.ReadObject(unknown, context);
            isPresent[_extensionData] = true;
        }
        else if ((_info.UnmappedMemberHandling ?? _info.Options.UnmappedMemberHandling) == JsonUnmappedMemberHandling.Disallow)
        {
            throw context.Fail($"there is no property {ValueDescription.Quote(unknown.Keys.First(), 40)}");
        }
    }

    private void CheckRequired(bool[] isPresent, ReadContext context)
    {
        for (var i = 0; i < _members.Length; i++)
        {
            if (!isPresent[i] && _members[i].IsRequired)
            {
                throw _members[i].Missing(context);
            }
        }
    }

    /// <summary>Tells once of members that a page has sent and that keep their defaults.</summary>
    private void WarnOfLost(bool[] isPresent)
    {
        if (!_mayWarn)
        {
            return;
        }

        var lost = _members.Where((member, i) => isPresent[i] && member.IsNotReadBack).Select(member => $"'{member.Name}'").ToList();
        if (lost.Count > 0 && Interlocked.Exchange(ref _mayWarn, false))
        {
            _resolver.Warn($"A page sent {string.Join(" and ", lost)} of {typeof(T)}, which cannot be set and so was ignored. "
                + "Give it a public setter or 'init', or mark a constructor that takes it with [JsonConstructor].");
        }
    }

    private object Create(object?[] values, bool[] isPresent, ReadContext context)
    {
        try
        {
            var result = _factory!.Create(values, isPresent, _info.OnDeserializing);
            _info.OnDeserialized?.Invoke(result);
            return result;
        }
        catch (Exception e)
        {
            // Constructors and setters validate; their messages are meant for the sender of the value.
            throw context.Fail(ExceptionText.MessageOf(e), e);
        }
    }
}
