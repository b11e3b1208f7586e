using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Reading.Codecs;

/// <summary>Types that mean nothing outside their process, as the run-time package refuses them.</summary>
internal static class NeverCrosses
{
    private static readonly string[] Bases =
    [
        "System.IO.Stream", "System.Reflection.MemberInfo", "System.Reflection.Assembly", "System.Threading.CancellationToken",
        "IpcApp.MessagePortMain",
    ];

    /// <summary>The end of a sentence that begins with the type; null if it may cross.</summary>
    public static string? Reason(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Delegate } => "is a delegate",
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => "is a pointer",
        { IsRefLikeType: true } => "is a ref struct",
        { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => "is an address",
        IArrayTypeSymbol { IsSZArray: false } => "is an array of several dimensions",
        _ when ResultShape.IsNeverAnAnswer(type) => "is still to come",
        _ when Bases.Any(name => LeafTypes.DerivesFrom(type, name)) => "means nothing in a page",
        _ => null,
    };

    /// <summary>The same for types whose state is in fields, which are not part of System.Text.Json's contracts.</summary>
    public static string? ReasonOfFields(INamedTypeSymbol type, Compilation compilation)
        => !TypeWalk.HasMembers(type, compilation) || type.TypeKind == TypeKind.Interface || IsDeclaredHere(type) || Reason(type) is not null
            ? null
            : PublicFieldsOf(type).Any() ? "has fields, which do not cross"
            : TypeWalk.MembersOf(type).Any() || TypeWalk.DerivedTypesOf(type).Any() ? null
            : "has no members that cross";

    /// <summary>The public fields that no attribute makes part of the contract, or excludes on purpose.</summary>
    public static IEnumerable<IFieldSymbol> PublicFieldsOf(INamedTypeSymbol type)
        => type.GetMembers().OfType<IFieldSymbol>().Where(field => field is
                { IsStatic: false, IsConst: false, DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false }
            && !JsonAttributes.Has(field, "JsonInclude")
            && !JsonAttributes.IsIgnored(field));

    /// <summary>Whether the type can be changed, so that its own declaration gets the warnings.</summary>
    public static bool IsDeclaredHere(INamedTypeSymbol type) => type.Locations.Any(location => location.IsInSource);
}
