using IpcApp.Generators.Internal.Models;
using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Reading;

/// <summary>Reads what matters of an assembly as a whole.</summary>
internal static class AssemblyReader
{
    private const string CatalogAttribute = "IpcApp.IpcHandlerAssemblyAttribute";

    public static AssemblyModel Read(Compilation compilation, CancellationToken cancellationToken)
    {
        var attribute = compilation.GetTypeByMetadataName(CatalogAttribute);
        var name = "IpcApp.Generated." + CSharpText.AssemblyIdentifier(compilation.AssemblyName ?? "");
        return attribute is null || SymbolEqualityComparer.Default.Equals(attribute.ContainingAssembly, compilation.Assembly)
            ? new(name, false, new([]))
            : new(name, true, new(ReferencedCatalogs(compilation, attribute, cancellationToken)));
    }

    private static List<string> ReferencedCatalogs(Compilation compilation, INamedTypeSymbol attribute, CancellationToken cancellationToken)
    {
        var catalogs = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols.Where(a => References(a, attribute.ContainingAssembly)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            catalogs.UnionWith(assembly.GetAttributes()
                .Where(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute))
                .Select(data => data.ConstructorArguments.FirstOrDefault().Value as INamedTypeSymbol)
                .Where(catalog => catalog is { DeclaredAccessibility: Accessibility.Public })
                .Select(catalog => TypeText.Of(catalog!)));
        }

        return [.. catalogs];
    }

    // Spares the two hundred framework assemblies the reading of their attributes at every keystroke.
    private static bool References(IAssemblySymbol assembly, IAssemblySymbol runtime)
        => assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == runtime.Name));
}
