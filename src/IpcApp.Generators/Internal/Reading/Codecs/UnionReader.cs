using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Reading.Codecs;

/// <summary>
/// Recognizes unions and finds their cases. The compiler that this assembly is built against does not know them: one that does gives a union
/// in source the interface, and writes the attribute into metadata.
/// </summary>
internal static class UnionReader
{
    private const string Namespace = "System.Runtime.CompilerServices";

    public static bool IsUnion(ITypeSymbol type)
        => type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false }
            && (type.AllInterfaces.Any(IsMarker)
                || type.GetAttributes().Any(a => a.AttributeClass is { Name: "UnionAttribute" } attribute && IsInNamespace(attribute)));

    /// <summary>The types of the cases: the parameters of the public constructors that take one.</summary>
    public static IReadOnlyList<ITypeSymbol> CasesOf(INamedTypeSymbol union)
        =>
        [
            .. ParametersOf(union).Select(parameter => parameter.Type.WithNullableAnnotation(NullableAnnotation.None))
                .Distinct<ITypeSymbol>(SymbolEqualityComparer.Default),
        ];

    /// <summary>Where each case allows null inside its type, as the run-time package reads it; null if that is everywhere.</summary>
    public static IReadOnlyList<string?> AnnotationsOf(INamedTypeSymbol union)
        =>
        [
            .. ParametersOf(union).GroupBy(parameter => parameter.Type, (_, same) => same.First(), SymbolEqualityComparer.Default)
                .Select(parameter => NullAnnotationText.OfMember(parameter.OriginalDefinition.Type, union.OriginalDefinition)),
        ];

    /// <summary>The function that gives the value of the active case; null if nothing does.</summary>
    public static string? ValueOf(INamedTypeSymbol union)
    {
        var isPublic = union.GetMembers("Value").OfType<IPropertySymbol>()
            .Any(property => property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, GetMethod: not null });
        return isPublic ? "static union => union.Value"
            : union.AllInterfaces.Any(IsMarker) ? $"static union => ((global::{Namespace}.IUnion)union).Value"
            : null;
    }

    private static IEnumerable<IParameterSymbol> ParametersOf(INamedTypeSymbol union) => union.InstanceConstructors
        .Where(c => c is { DeclaredAccessibility: Accessibility.Public, Parameters.Length: 1 }
            && c.Parameters[0].RefKind is RefKind.None or RefKind.In)
        .Select(c => c.Parameters[0]);

    private static bool IsMarker(INamedTypeSymbol type) => type is { Name: "IUnion", Arity: 0 } && IsInNamespace(type);

    private static bool IsInNamespace(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString() == Namespace;
}
