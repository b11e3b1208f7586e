using IpcApp.Generators.Internal.Models;
using Microsoft.CodeAnalysis;
using static IpcApp.Generators.Internal.Models.ParameterSource;

namespace IpcApp.Generators.Internal.Reading;

/// <summary>Decides where the value of each parameter comes from.</summary>
internal static class ParameterReader
{
    public static ParameterModel Read(IParameterSymbol parameter)
    {
        var type = parameter.Type;
        ParameterModel From(ParameterSource source, ITypeSymbol typeArgument, string? text = null)
            => new(parameter.Name, source, TypeText.WithoutOwnAnnotation(typeArgument), TypeText.ForTypeOf(type), text);

        if (IsEvent(type))
        {
            return From(Event, type);
        }

        if (IsSystemType(type, "CancellationToken", "System.Threading"))
        {
            return From(Cancellation, type);
        }

        if (IsSystemType(type, "IProgress", "System"))
        {
            return new(parameter.Name, Progress, TypeText.Of(((INamedTypeSymbol)type).TypeArguments[0]), TypeText.ForTypeOf(type));
        }

        if (type.IsIpcApp("IpcArguments"))
        {
            return From(AllArguments, type);
        }

        if (ServiceAttributes.IsService(parameter))
        {
            return From(parameter.IsOptional || IsAnnotated(type) ? OptionalService : Service, type);
        }

        if (ServiceAttributes.KeyOf(parameter) is { } key)
        {
            return From(parameter.IsOptional || IsAnnotated(type) ? OptionalKeyedService : KeyedService, type, key);
        }

        return parameter switch
        {
            { IsParams: true } when type is IArrayTypeSymbol array
                => new(
                    parameter.Name,
                    AcceptsNull(array.ElementType) ? NullableRestArguments : RestArguments,
                    TypeText.WithoutOwnAnnotation(array.ElementType),
                    TypeText.ForTypeOf(type),
                    NullAnnotation: NullAnnotationText.Of(type)),
            { IsOptional: true } => Optional(parameter),
            _ => From(AcceptsNull(type) ? NullableArgument : Argument, type) with { NullAnnotation = NullAnnotationText.Of(type) },
        };
    }

    /// <summary>Whether the parameter is the event of the message; <c>IpcEvent</c> stands for either kind.</summary>
    public static bool IsEvent(ITypeSymbol type)
        => type.IsIpcApp("IpcEvent") || type.IsIpcApp("IpcMainEvent") || type.IsIpcApp("IpcMainInvokeEvent");

    private static ParameterModel Optional(IParameterSymbol parameter)
    {
        var text = ConstantText.DefaultOf(parameter);
        var acceptsNull = AcceptsNull(parameter.Type);
        var isNullByDefault = acceptsNull && text == "default";
        return new(
            parameter.Name,
            isNullByDefault ? NullableArgument : acceptsNull ? NullableArgumentOrDefault : ArgumentOrDefault,
            TypeText.WithoutOwnAnnotation(parameter.Type),
            TypeText.ForTypeOf(parameter.Type),
            isNullByDefault ? null : text,
            NullAnnotationText.Of(parameter.Type));
    }

    // Code without nullable annotations cannot say that it wants no null, so null is let through, as C# always did.
    private static bool AcceptsNull(ITypeSymbol type)
        => IsAnnotated(type) || (type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.None);

    private static bool IsAnnotated(ITypeSymbol type)
        => type.NullableAnnotation == NullableAnnotation.Annotated || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static bool IsSystemType(ITypeSymbol type, string name, string containingNamespace)
        => type.Name == name && type.ContainingType is null && type.ContainingNamespace?.ToDisplayString() == containingNamespace;
}
