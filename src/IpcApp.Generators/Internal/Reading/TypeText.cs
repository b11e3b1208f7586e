using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Reading;

/// <summary>How generated code refers to a type.</summary>
internal static class TypeText
{
    private static readonly SymbolDisplayFormat Named = SymbolDisplayFormat.FullyQualifiedFormat;

    // The names of a tuple's elements are no part of its type.
    private static readonly SymbolDisplayFormat Plain
        = Named.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.ExpandValueTuple);

    private static readonly SymbolDisplayFormat Annotated
        = Named.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat WithoutGlobal
        = Plain.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)
            .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>With its nullable annotations, also its own.</summary>
    public static string Of(ITypeSymbol type) => IsDynamic(type) ? Object(type) : type.ToDisplayString(Annotated);

    /// <summary>With the annotations inside it, but not its own: as a type argument of a method that returns <c>T?</c>.</summary>
    public static string WithoutOwnAnnotation(ITypeSymbol type)
        => type.IsReferenceType ? Of(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)) : Of(type);

    /// <summary>As <c>typeof</c> takes it.</summary>
    public static string ForTypeOf(ITypeSymbol type) => IsDynamic(type) ? "object" : type.ToDisplayString(Plain);

    /// <summary>With namespace and containing types, for people.</summary>
    public static string FullName(ITypeSymbol type) => type.ToDisplayString(WithoutGlobal);

    // A dynamic value would turn the call it is passed to into one that is bound by reflection at run time.
    private static bool IsDynamic(ITypeSymbol type) => type.TypeKind == TypeKind.Dynamic;

    private static string Object(ITypeSymbol type) => type.NullableAnnotation == NullableAnnotation.NotAnnotated ? "object" : "object?";
}
