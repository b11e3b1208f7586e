using System.ComponentModel;
using IpcApp.Internal.Codec.Converters;

namespace IpcApp.Infrastructure;

/// <summary>Collects the cases of a union that has a generated codec. Not for use by hand.</summary>
/// <typeparam name="TUnion">The union.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IpcUnionCases<TUnion>
{
    private readonly ConverterResolver _resolver;
    private readonly NullAnnotation? _annotation;
    private readonly List<UnionCase<TUnion>> _cases = [];

    internal IpcUnionCases(ConverterResolver resolver, NullAnnotation? annotation) => (_resolver, _annotation) = (resolver, annotation);

    internal IReadOnlyList<UnionCase<TUnion>> All => _cases;

    /// <summary>Adds a case.</summary>
    /// <typeparam name="TCase">The type of its values.</typeparam>
    /// <param name="create">Makes a union of such a value.</param>
    /// <param name="nullAnnotation">Where the declaration allows null, as generated code writes it; null if that is everywhere.</param>
    /// <returns>These cases.</returns>
    public IpcUnionCases<TUnion> Add<TCase>(Func<TCase, TUnion> create, string? nullAnnotation = null)
    {
        _cases.Add(new UnionCase<TUnion, TCase>(_resolver, create, NullAnnotation.Parse(nullAnnotation, _annotation)));
        return this;
    }
}
