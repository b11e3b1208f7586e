using System.ComponentModel;
using IpcApp.Values.Internal.Converters;

namespace IpcApp.Infrastructure;

/// <summary>Collects the cases of a union that has a generated codec. Not for use by hand.</summary>
/// <typeparam name="TUnion">The union.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IpcUnionCases<TUnion>
{
    private readonly ConverterResolver _resolver;
    private readonly List<UnionCase<TUnion>> _cases = [];

    internal IpcUnionCases(ConverterResolver resolver) => _resolver = resolver;

    internal IReadOnlyList<UnionCase<TUnion>> All => _cases;

    /// <summary>Adds a case.</summary>
    /// <typeparam name="TCase">The type of its values.</typeparam>
    /// <param name="create">Makes a union of such a value.</param>
    /// <returns>These cases.</returns>
    public IpcUnionCases<TUnion> Add<TCase>(Func<TCase, TUnion> create)
    {
        _cases.Add(new UnionCase<TUnion, TCase>(_resolver, create));
        return this;
    }
}
