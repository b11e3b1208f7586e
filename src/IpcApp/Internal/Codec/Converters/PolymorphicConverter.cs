using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using IpcApp.Infrastructure;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>A type with <see cref="JsonDerivedTypeAttribute"/>: the discriminator comes first, then the derived type's members.</summary>
[RequiresUnreferencedCode(Reflected.Reason)]
[RequiresDynamicCode(Reflected.Reason)]
internal sealed class PolymorphicConverter<T> : IpcConverter<T>
    where T : class
{
    private readonly JsonPolymorphismOptions _options;
    private readonly IObjectContract _base;
    private readonly Dictionary<Type, (IpcValue? Discriminator, IObjectContract Contract)> _byType = [];
    private readonly Dictionary<IpcValue, IObjectContract> _byDiscriminator = [];

    public PolymorphicConverter(JsonTypeInfo info, ConverterResolver resolver, NullAnnotation? annotation)
    {
        _options = info.PolymorphismOptions!;
        _base = ReflectedConverters.CreateContract(info, resolver, annotation);
        foreach (var derived in _options.DerivedTypes)
        {
            var contract = ReflectedConverters.CreateContract(info.Options.GetTypeInfo(derived.DerivedType), resolver);
            IpcValue? discriminator = derived.TypeDiscriminator switch
            {
                string text => text,
                int number => number,
                _ => null,
            };
            _byType[derived.DerivedType] = (discriminator, contract);
            if (discriminator is not null)
            {
                _byDiscriminator[discriminator] = contract;
            }
        }
    }

    public override string Expected => "an object";

    public override bool IsContainer => true;

    public override Acceptance Accepts => new(ValueKinds.Object);

    private string Discriminators => "one of " + string.Join(", ", _byDiscriminator.Keys);

    public override IpcValue Write(T value, WriteContext context)
    {
        var (discriminator, contract) = Find(value.GetType(), context);
        var result = new IpcObject();
        if (discriminator is not null)
        {
            result[_options.TypeDiscriminatorPropertyName] = discriminator;
        }

        contract.WriteMembers(value, result, context);
        return result;
    }

    public override void Write(T value, ref IpcWriter writer)
    {
        var (discriminator, contract) = Find(value.GetType(), writer.Context);
        var outer = writer.BeginMembers();
        if (discriminator is not null)
        {
            writer.Name(_options.TypeDiscriminatorPropertyName);
            writer.Stream.Write(discriminator);
        }

        contract.WriteMembers(value, ref writer);
        writer.EndMembers(outer);
    }

    public override T Read(IpcValue value, ReadContext context)
    {
        var source = value as IpcObject ?? throw context.Mismatch(Expected, value);
        var name = _options.TypeDiscriminatorPropertyName;
        if (!source.TryGetValue(name, out var discriminator) || discriminator.Kind == IpcValueKind.Undefined)
        {
            return _base.CanRead || _byDiscriminator.Count == 0
                ? (T)_base.ReadMembers(source, context)
                : throw context.MemberMismatch(name, Discriminators, IpcValue.Undefined);
        }

        if (_byDiscriminator.TryGetValue(discriminator, out var contract))
        {
            return (T)contract.ReadMembers(source, context, name);
        }

        return _options.IgnoreUnrecognizedTypeDiscriminators && _base.CanRead
            ? (T)_base.ReadMembers(source, context, name)
            : throw context.MemberMismatch(name, Discriminators, discriminator);
    }

    private (IpcValue? Discriminator, IObjectContract Contract) Find(Type type, WriteContext context)
    {
        if (_byType.TryGetValue(type, out var found))
        {
            return found;
        }

        if (type == typeof(T) || _options.UnknownDerivedTypeHandling == JsonUnknownDerivedTypeHandling.FallBackToBaseType)
        {
            return (null, _base);
        }

        var searchesAncestors = _options.UnknownDerivedTypeHandling == JsonUnknownDerivedTypeHandling.FallBackToNearestAncestor;
        if (searchesAncestors && type.BaseType is { } ancestor)
        {
            return Find(ancestor, context);
        }

        throw context.Fail($"{type} is not among the derived types of {typeof(T)}; add [JsonDerivedType(typeof({type.Name}))] to it");
    }
}
