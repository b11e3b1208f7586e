using IpcApp.Generators.Internal.Models;
using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Reading;

/// <summary>Recognises handler classes and their methods; the generator and the analyzers agree because both ask here.</summary>
internal static class HandlerSymbols
{
    public static readonly ChannelKind[] Kinds = [.. Enum.GetValues(typeof(ChannelKind)).Cast<ChannelKind>()];

    private static readonly Dictionary<string, ChannelKind> KindsByAttribute = Kinds.ToDictionary(kind => $"Ipc{kind}Attribute");

    /// <summary>Whether it is the type of that name from the run-time package.</summary>
    public static bool IsIpcApp(this ITypeSymbol? type, string name)
        => type?.Name == name
            && type is { ContainingType: null, ContainingNamespace: { Name: "IpcApp", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Whether it implements <c>IIpcHandler</c>.</summary>
    public static bool IsHandler(this INamedTypeSymbol type) => type.AllInterfaces.Any(i => i.IsIpcApp("IIpcHandler"));

    /// <summary>The channels to which attributes bind a method.</summary>
    public static IEnumerable<ChannelBinding> ChannelsOf(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && KindsByAttribute.TryGetValue(type.Name, out var kind) && type.IsIpcApp(type.Name))
            {
                yield return new(kind, attribute.ConstructorArguments.FirstOrDefault().Value as string, attribute);
            }
        }
    }

    /// <summary>The class's own methods with channel attributes, in the order of the source whatever order the files come in.</summary>
    public static IEnumerable<IMethodSymbol> OwnMethods(INamedTypeSymbol type)
        => type.GetMembers()
            .OfType<IMethodSymbol>()
            .Where(method => ChannelsOf(method).Any())
            .OrderBy(method => method.Locations[0].SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(method => method.Locations[0].SourceSpan.Start);

    /// <summary>
    /// All methods by which the class answers, those of base classes first. An override that has channel attributes of its own
    /// takes the place of what it overrides.
    /// </summary>
    public static List<IMethodSymbol> AllMethods(INamedTypeSymbol type)
    {
        var methods = new List<IMethodSymbol>();
        var replaced = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            methods.InsertRange(0, OwnMethods(current).Where(method => !replaced.Contains(method)));
            replaced.UnionWith(methods.SelectMany(Overridden));
        }

        return methods;
    }

    private static IEnumerable<IMethodSymbol> Overridden(IMethodSymbol method)
    {
        for (var current = method.OverriddenMethod; current is not null; current = current.OverriddenMethod)
        {
            yield return current;
        }
    }
}
