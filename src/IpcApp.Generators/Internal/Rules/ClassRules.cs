using IpcApp.Generators.Internal.Reading;
using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Rules;

/// <summary>What a handler class must be.</summary>
internal static class ClassRules
{
    /// <summary>Whether dependency injection can create the class and generated code can name it.</summary>
    public static bool CanBeCreated(INamedTypeSymbol type, Compilation compilation)
        => !type.IsAbstract && !IsGeneric(type) && FindObstacle(type, compilation) is null;

    /// <summary>What is wrong with the class itself. That nothing derives from an abstract class is for the caller to find out.</summary>
    public static Diagnostic? Check(INamedTypeSymbol type, Compilation compilation)
    {
        if (IsGeneric(type))
        {
            const string Advice = "derive a class from it that names the type arguments, and make this one abstract";
            return type.IsAbstract ? null : Create(Descriptors.Generic, type, type.Name, Advice);
        }

        return FindObstacle(type, compilation) is { } found
            ? Create(Descriptors.UncreatableHandler, type, type.Name, found.Obstacle, found.Advice)
            : null;
    }

    public static Diagnostic CheckAbstract(INamedTypeSymbol type)
        => Create(
            Descriptors.UncreatableHandler,
            type,
            type.Name,
            "abstract and nothing derives from it",
            "remove 'abstract' or derive a handler from it");

    public static Diagnostic Create(DiagnosticDescriptor descriptor, ISymbol symbol, params object[] arguments)
        => Diagnostic.Create(descriptor, symbol.Locations.FirstOrDefault(location => location.IsInSource), arguments);

    private static (string Obstacle, string Advice)? FindObstacle(INamedTypeSymbol type, Compilation compilation)
    {
        if (type.TypeKind != TypeKind.Class)
        {
            return ("not a class", "make it one");
        }

        if (ContainingTypes(type).Any(t => t.IsFileLocal))
        {
            return ("visible in its own file only", "remove the modifier 'file'");
        }

        return compilation.IsSymbolAccessibleWithin(type, compilation.Assembly)
            ? null
            : ("private to the class around it", "make it internal or public");
    }

    private static bool IsGeneric(INamedTypeSymbol type) => ContainingTypes(type).Any(t => t.TypeParameters.Length > 0);

    private static IEnumerable<INamedTypeSymbol> ContainingTypes(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            yield return current;
        }
    }
}
