using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IpcApp.Generators.Internal.Reading;

/// <summary>Writes constants as C#: default values of parameters, arguments of attributes.</summary>
internal static class ConstantText
{
    /// <summary>An attribute's argument.</summary>
    public static string Of(TypedConstant constant) => constant switch
    {
        { Value: ITypeSymbol type } => $"typeof({TypeText.ForTypeOf(type)})",
        // Boxed, a small integer must keep its type, for which C# has no literal.
        { Kind: TypedConstantKind.Primitive, Value: (byte or sbyte or short or ushort) and var small }
            => $"({constant.Type!.ToDisplayString()})({Literal(small)})",
        { Value: { } value, Type: { } type } => Of(value, type),
        _ => "null",
    };

    /// <summary>The default of an optional parameter.</summary>
    public static string DefaultOf(IParameterSymbol parameter)
    {
        var value = parameter.HasExplicitDefaultValue ? parameter.ExplicitDefaultValue : null;
        var mustForgive = parameter.Type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated };
        return value is null ? (mustForgive ? "default!" : "default") : Of(value, parameter.Type);
    }

    private static string Of(object value, ITypeSymbol declared)
    {
        var type = declared is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : declared;
        return type.TypeKind == TypeKind.Enum ? EnumMember(value, type) : Literal(value);
    }

    private static string EnumMember(object value, ITypeSymbol type)
    {
        var member = type.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(field => field.HasConstantValue && value.Equals(field.ConstantValue));
        var typeText = TypeText.ForTypeOf(type);
        return member is null
            ? $"({typeText})({Literal(value)})"
            : $"{typeText}.{CSharpText.Identifier(member.Name)}";
    }

    private static string Literal(object value) => value switch
    {
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "M",
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        double number => number.ToString("R", CultureInfo.InvariantCulture) + "D",
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        float number => number.ToString("R", CultureInfo.InvariantCulture) + "F",
        uint number => number.ToString(CultureInfo.InvariantCulture) + "U",
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        ulong number => number.ToString(CultureInfo.InvariantCulture) + "UL",
        DateTime date => $"new global::System.DateTime({date.Ticks.ToString(CultureInfo.InvariantCulture)}L)",
        _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)!,
    };
}
