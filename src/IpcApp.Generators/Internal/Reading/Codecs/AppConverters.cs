using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Reading.Codecs;

/// <summary>
/// The types for which the app declares a <c>JsonConverter&lt;T&gt;</c>. Where it is registered cannot be seen in every case, so such a
/// converter is taken to decide how its type crosses.
/// </summary>
internal sealed class AppConverters
{
    private const string Converter = "System.Text.Json.Serialization.JsonConverter<T>";

    private readonly HashSet<ISymbol> _types = new(SymbolEqualityComparer.Default);

    /// <param name="types">The types that the app declares.</param>
    public AppConverters(IEnumerable<INamedTypeSymbol> types)
    {
        foreach (var type in types)
        {
            for (var current = type.BaseType; current is not null; current = current.BaseType)
            {
                if (current.OriginalDefinition.ToDisplayString() == Converter)
                {
                    _types.Add(current.TypeArguments[0].WithNullableAnnotation(NullableAnnotation.None).OriginalDefinition);
                }
            }
        }
    }

    public bool Contains(INamedTypeSymbol type) => _types.Contains(type.OriginalDefinition);
}
