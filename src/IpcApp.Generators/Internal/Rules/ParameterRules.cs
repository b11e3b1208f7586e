using IpcApp.Generators.Internal.Models;
using IpcApp.Generators.Internal.Reading;
using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Rules;

/// <summary>What a parameter of a handler method must be.</summary>
internal static class ParameterRules
{
    public static IEnumerable<Diagnostic> Check(IParameterSymbol parameter, IMethodSymbol method)
    {
        var methodName = MethodRules.DisplayName(method);
        if (FindObstacle(parameter) is { } found)
        {
            yield return ClassRules.Create(
                Descriptors.UnpassableParameter, parameter, parameter.Name, methodName, found.Obstacle, found.Advice);
        }
        else if (ParameterReader.Read(parameter).TakesArgument && LooksLikeService(parameter.Type))
        {
            yield return ClassRules.Create(
                Descriptors.MissingFromServices, parameter, parameter.Name, methodName, parameter.Type.ToDisplayString());
        }
    }

    private static (string Obstacle, string Advice)? FindObstacle(IParameterSymbol parameter) => parameter switch
    {
        { RefKind: RefKind.Out } => ("an out parameter", "return the value instead"),
        { RefKind: not RefKind.None } => ("passed by reference", "remove the modifier"),
        { Type.TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => ("a pointer", "take a byte[] or ReadOnlyMemory<byte>"),
        { Type.IsRefLikeType: true } => ("a ref struct", "take an array or ReadOnlyMemory<T>"),
        { IsParams: true, Type: not IArrayTypeSymbol } => ("a params collection", "declare it as an array"),
        _ => null,
    };

    // An interface is data if it is a collection or tells System.Text.Json which class stands for it.
    private static bool LooksLikeService(ITypeSymbol type)
        => type.TypeKind == TypeKind.Delegate
            || (type.TypeKind == TypeKind.Interface
                && type.ContainingNamespace?.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal) == false
                && !type.GetAttributes().Any(IsJson));

    private static bool IsJson(AttributeData attribute)
        => attribute.AttributeClass?.ContainingNamespace.ToDisplayString() == "System.Text.Json.Serialization";
}
