using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using IpcApp.Infrastructure;

namespace IpcApp.Internal.Codec.Converters;

/// <summary>A tuple type for which no codec was generated.</summary>
[RequiresUnreferencedCode(Reflected.Reason)]
[RequiresDynamicCode(Reflected.Reason)]
internal sealed class ReflectedTupleCodec<T> : IpcTupleCodec<T>
{
    private readonly Type[] _types;
    private readonly IpcConverter?[] _converters;
    private readonly bool[] _refuseNull;
    private readonly ConverterResolver _resolver;

    public ReflectedTupleCodec(ConverterResolver resolver, NullAnnotation? annotation)
        : base(resolver, TupleShape.ElementsOf(typeof(T)).Count, annotation)
    {
        _types = [.. TupleShape.ElementsOf(typeof(T))];
        _converters = new IpcConverter?[_types.Length];
        _refuseNull =
        [
            .. _types.Select((type, i) => !type.IsValueType && resolver.Enforced(AnnotationOf(i)) is { AllowsNull: false }),
        ];
        _resolver = resolver;
    }

    public override void Write(T value, ref IpcWriter writer)
    {
        var tuple = (ITuple)value!;
        for (var i = 0; i < Length; i++)
        {
            writer.Element(i, Converter(i), tuple[i]);
        }
    }

    public override T Read(ref IpcReader reader)
    {
        var elements = new object?[Length];
        for (var i = 0; i < Length; i++)
        {
            elements[i] = reader.Element(i, Converter(i), _refuseNull[i]);
        }

        return reader.HasFailed ? default! : (T)TupleShape.Create(typeof(T), elements);
    }

    /// <summary>Found on first use, as an element may contain tuples of this type.</summary>
    private IpcConverter Converter(int index) => _converters[index] ??= _resolver.Get(_types[index], AnnotationOf(index));
}
