using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Reading.Codecs;

/// <summary>Whether a place takes null, as <c>NullabilityInfoContext</c> would say it at run time.</summary>
internal static class Nullability
{
    public static bool AcceptsNull(IPropertySymbol property)
        => property.SetMethod is not { } setter
            || (HasAttribute(property, "AllowNull") || HasAttribute(setter.Parameters[0], "AllowNull")
                || (!HasAttribute(property, "DisallowNull") && !HasAttribute(setter.Parameters[0], "DisallowNull")
                    && AcceptsNull(property.Type, property.OriginalDefinition.Type)));

    public static bool AcceptsNull(IParameterSymbol parameter)
        => HasAttribute(parameter, "AllowNull")
            || (!HasAttribute(parameter, "DisallowNull") && AcceptsNull(parameter.Type, parameter.OriginalDefinition.Type));

    private static bool AcceptsNull(ITypeSymbol type, ITypeSymbol declared) => declared switch
    {
        _ when type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T => true,
        { NullableAnnotation: NullableAnnotation.NotAnnotated } and ITypeParameterSymbol parameter => !IsNotNull(parameter),
        { NullableAnnotation: NullableAnnotation.NotAnnotated } => false,
        _ => true, // annotated, or from code that does not say
    };

    private static bool IsNotNull(ITypeParameterSymbol parameter)
        => parameter.HasNotNullConstraint
            || (parameter.HasReferenceTypeConstraint
                && parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.NotAnnotated)
            || parameter.ConstraintNullableAnnotations.Any(annotation => annotation == NullableAnnotation.NotAnnotated);

    private static bool HasAttribute(ISymbol symbol, string name)
        => symbol.GetAttributes().Any(a => a.AttributeClass is { } type && type.Name == name + "Attribute"
            && type.ContainingNamespace.ToDisplayString() == "System.Diagnostics.CodeAnalysis");
}
