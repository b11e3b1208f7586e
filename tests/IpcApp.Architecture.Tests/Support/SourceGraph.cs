using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpcApp.Architecture.Tests.Support;

/// <summary>Which files of a project use which others: by a type, or by a member of one. What comments mention does not count.</summary>
internal sealed class SourceGraph
{
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private readonly CSharpCompilation _compilation;

    /// <param name="files">Paths and texts.</param>
    public SourceGraph(IReadOnlyDictionary<string, string> files)
    {
        var trees = files.Append(new("ImplicitUsings.cs", ImplicitUsings)).Select(file => CSharpSyntaxTree.ParseText(file.Value, path: file.Key));
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        _compilation = CSharpCompilation.Create(
            "IpcApp",
            trees,
            framework.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        Uses = [.. _compilation.SyntaxTrees.SelectMany(UsesOf).Distinct()];
    }

    /// <summary>Each use of one file by another, once for each pair and type.</summary>
    public IReadOnlyList<Use> Uses { get; }

    private IEnumerable<Use> UsesOf(SyntaxTree tree)
    {
        var model = _compilation.GetSemanticModel(tree);
        return from node in tree.GetRoot().DescendantNodes()
            where node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax
            let symbol = model.GetSymbolInfo(node).Symbol
            let type = symbol as INamedTypeSymbol ?? symbol?.ContainingType
            where type is not null
            from place in DeclarationOf(symbol, type)
            where place.SyntaxTree != tree
            select new Use(tree.FilePath, place.SyntaxTree.FilePath, type.Name);
    }

    /// <summary>A member lies in one of the files of a partial type.</summary>
    private static ImmutableArray<SyntaxReference> DeclarationOf(ISymbol symbol, INamedTypeSymbol type)
        => symbol.OriginalDefinition.DeclaringSyntaxReferences is { IsEmpty: false } own ? own : type.OriginalDefinition.DeclaringSyntaxReferences;
}

/// <param name="From">The file that uses another.</param>
/// <param name="To">The file that is used.</param>
/// <param name="Type">The type by which it does.</param>
internal sealed record Use(string From, string To, string Type);
