using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Reading.Codecs;

/// <summary>The types that cross, and all that these are made of, whether they have codecs or not.</summary>
/// <param name="compilation">The app.</param>
/// <param name="converters">The types that the app's converters write, which are not taken apart; null if that does not matter.</param>
internal sealed class TypeWalk(Compilation compilation, AppConverters? converters = null)
{
    private readonly HashSet<ITypeSymbol> _seen = new(SymbolEqualityComparer.Default);
    private INamedTypeSymbol? _endless;

    public static IEnumerable<INamedTypeSymbol> From(IEnumerable<ITypeSymbol> roots, Compilation compilation, AppConverters? converters = null)
    {
        var walk = new TypeWalk(compilation, converters);
        foreach (var root in roots)
        {
            walk.Visit(root);
        }

        return walk._seen.OfType<INamedTypeSymbol>();
    }

    /// <summary>The first type whose members are ever longer types, as it is declared; null if there is none.</summary>
    public static INamedTypeSymbol? FindEndless(ITypeSymbol root, Compilation compilation)
    {
        var walk = new TypeWalk(compilation);
        walk.Visit(root);
        return walk._endless;
    }

    /// <summary>Whether code of the app decides how the type crosses.</summary>
    public static bool IsOpaque(ISymbol symbol)
        => symbol.GetAttributes().Any(
            a => a.AttributeClass is { } type && LeafTypes.DerivesFrom(type, "System.Text.Json.Serialization.JsonConverterAttribute"));

    /// <summary>Returns whether the type crosses as an object with members.</summary>
    public static bool HasMembers(INamedTypeSymbol type, Compilation compilation)
        => type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface
            && !LeafTypes.Contains(type)
            && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T
            && !IsOpaque(type)
            && !TupleReader.IsTuple(type)
            && !UnionReader.IsUnion(type)
            && CollectionReader.Find(type, compilation) is null;

    /// <summary>The types that <c>[JsonDerivedType]</c> names.</summary>
    public static IEnumerable<ITypeSymbol> DerivedTypesOf(INamedTypeSymbol type)
        => type.GetAttributes()
            .Where(a => a.AttributeClass is { Name: "JsonDerivedTypeAttribute" })
            .Select(a => a.ConstructorArguments.FirstOrDefault().Value)
            .OfType<ITypeSymbol>();

    /// <summary>The members that System.Text.Json's contract has.</summary>
    public static IEnumerable<IPropertySymbol> MembersOf(INamedTypeSymbol type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            var own = current.GetMembers().OfType<IPropertySymbol>()
                .Where(p => !p.IsStatic && !p.IsImplicitlyDeclared && ObjectReader.IsContractMember(p) && seen.Add(p.Name));
            foreach (var property in own.Where(p => !JsonAttributes.IsIgnored(p)))
            {
                yield return property;
            }
        }
    }

    /// <summary>What stands in collections, tuples and nullable types; the type itself if it is none of these.</summary>
    public static IEnumerable<ITypeSymbol> ContentOf(ITypeSymbol type, Compilation compilation)
    {
        var parts = PartsOf(type, compilation);
        return parts is null ? [type.WithNullableAnnotation(NullableAnnotation.None)] : parts.SelectMany(part => ContentOf(part, compilation));
    }

    private static IEnumerable<ITypeSymbol>? PartsOf(ITypeSymbol type, Compilation compilation) => type switch
    {
        _ when LeafTypes.Contains(type) => null,
        IArrayTypeSymbol { IsSZArray: true } array => [array.ElementType],
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => nullable.TypeArguments,
        INamedTypeSymbol tuple when TupleReader.IsTuple(tuple) => TupleReader.Read(tuple)?.Elements ?? [],
        INamedTypeSymbol named when IsOpaque(named) => null,
        INamedTypeSymbol named when CollectionReader.Find(named, compilation) is { Obstacle: null } collection => collection.Arguments,
        _ => null,
    };

    private void Visit(ITypeSymbol annotated)
    {
        var type = annotated.WithNullableAnnotation(NullableAnnotation.None);
        if (TypeGrowth.IsTooLong(type))
        {
            _endless ??= type.OriginalDefinition as INamedTypeSymbol;
        }
        else if (!LeafTypes.Contains(type) && _seen.Add(type))
        {
            foreach (var part in PartsOf(type, compilation) ?? NextTo(type))
            {
                Visit(part);
            }
        }
    }

    private IEnumerable<ITypeSymbol> NextTo(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol named when IsOpaque(named) || converters?.Contains(named) == true => [],
        INamedTypeSymbol union when UnionReader.IsUnion(union) => UnionReader.CasesOf(union),
        INamedTypeSymbol named when HasMembers(named, compilation) && NeverCrosses.Reason(named) is null
            => MembersOf(named).Where(member => !IsOpaque(member)).Select(member => member.Type).Concat(DerivedTypesOf(named)),
        _ => [],
    };
}
