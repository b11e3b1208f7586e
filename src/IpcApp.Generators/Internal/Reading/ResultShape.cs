using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Reading;

/// <summary>What a method's return type means.</summary>
/// <param name="IsAwaited">It is a task.</param>
/// <param name="Value">The type of the value, in a task or not; null for none.</param>
internal readonly record struct ResultShape(bool IsAwaited, ITypeSymbol? Value)
{
    public static ResultShape Of(IMethodSymbol method)
    {
        for (var type = method.ReturnType as INamedTypeSymbol; type is not null; type = type.BaseType)
        {
            if (type.Name is "Task" or "ValueTask" && type.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks")
            {
                return new(true, type.TypeArguments.FirstOrDefault());
            }
        }

        return new(false, method.ReturnsVoid ? null : method.ReturnType);
    }

    /// <summary>Whether the value can never be an answer: nothing in it, or something that is still to come.</summary>
    public static bool IsNeverAnAnswer(ITypeSymbol value)
        => value.TypeKind is TypeKind.Delegate or TypeKind.Pointer or TypeKind.FunctionPointer
            || value.IsRefLikeType
            || value.GetMembers("GetAwaiter").Any()
            || IsAsyncStream(value)
            || value.AllInterfaces.Any(IsAsyncStream)
            || (value.BaseType is { } baseType && baseType.GetMembers("GetAwaiter").Any());

    private static bool IsAsyncStream(ITypeSymbol type)
        => type.MetadataName is "IAsyncEnumerable`1" or "IAsyncEnumerator`1"
            && type.ContainingNamespace.ToDisplayString() == "System.Collections.Generic";
}
