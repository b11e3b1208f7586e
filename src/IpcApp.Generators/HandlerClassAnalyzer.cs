using System.Collections.Concurrent;
using System.Collections.Immutable;
using IpcApp.Generators.Internal.Reading;
using IpcApp.Generators.Internal.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IpcApp.Generators;

/// <summary>Checks each handler class, and each class that has handler methods without being one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerClassAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Descriptors.MissingInterface, Descriptors.NoMethods, Descriptors.Generic, Descriptors.UncreatableHandler];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var hierarchy = new Hierarchy();
            start.RegisterSymbolAction(symbol => Analyze(symbol, hierarchy), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(hierarchy.Report);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, Hierarchy hierarchy)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.IsHandler())
        {
            if (HandlerSymbols.OwnMethods(type).Any())
            {
                context.ReportDiagnostic(ClassRules.Create(Descriptors.MissingInterface, type, type.Name));
            }

            return;
        }

        hierarchy.Add(type);
        if (type.TypeKind == TypeKind.Interface)
        {
            return;
        }

        if (ClassRules.Check(type, context.Compilation) is { } found)
        {
            context.ReportDiagnostic(found);
        }
        else if (!type.IsAbstract && HandlerSymbols.AllMethods(type).Count == 0)
        {
            context.ReportDiagnostic(ClassRules.Create(Descriptors.NoMethods, type, type.Name));
        }
    }

    /// <summary>Finds abstract handler classes that no class of the assembly makes use of.</summary>
    private sealed class Hierarchy
    {
        private readonly ConcurrentBag<INamedTypeSymbol> _abstract = [];
        private readonly ConcurrentDictionary<ISymbol, bool> _bases = new(SymbolEqualityComparer.Default);

        public void Add(INamedTypeSymbol type)
        {
            if (type is { IsAbstract: true, TypeKind: TypeKind.Class })
            {
                _abstract.Add(type);
            }

            if (type.BaseType is { } baseType)
            {
                _bases[baseType.OriginalDefinition] = true;
            }
        }

        public void Report(CompilationAnalysisContext context)
        {
            var isLibrary = context.Compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary;
            foreach (var type in _abstract.Where(type => !_bases.ContainsKey(type) && !(isLibrary && IsVisibleOutside(type))))
            {
                context.ReportDiagnostic(ClassRules.CheckAbstract(type));
            }
        }

        // The handlers that derive from it may be in an app that references the library.
        private static bool IsVisibleOutside(INamedTypeSymbol type)
        {
            for (var current = type; current is not null; current = current.ContainingType)
            {
                if (current.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
