using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Reading;

/// <summary>Recognises the attributes by which a parameter asks for a service, by ASP.NET Core's rules.</summary>
internal static class ServiceAttributes
{
    private const string Plain = "Microsoft.AspNetCore.Http.Metadata.IFromServiceMetadata";
    private const string Keyed = "Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute";

    /// <summary>Whether it has <c>[FromServices]</c>, or a keyed attribute whose key is null, which means the same.</summary>
    public static bool IsService(IParameterSymbol parameter)
        => parameter.GetAttributes().Any(a => a.AttributeClass is { } type && type.AllInterfaces.Any(i => i.ToDisplayString() == Plain))
            || (KeyedAttribute(parameter) is not null && KeyOf(parameter) is null);

    /// <summary>The key of <c>[FromKeyedServices]</c> as code, or null.</summary>
    public static string? KeyOf(IParameterSymbol parameter)
        => KeyedAttribute(parameter) is { ConstructorArguments.Length: 1 } attribute && !attribute.ConstructorArguments[0].IsNull
            ? ConstantText.Of(attribute.ConstructorArguments[0])
            : null;

    private static AttributeData? KeyedAttribute(IParameterSymbol parameter)
        => parameter.GetAttributes().FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == Keyed);
}
