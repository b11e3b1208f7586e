using System.Collections.Immutable;
using IpcApp.Generators.Internal.Reading;
using IpcApp.Generators.Internal.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IpcApp.Generators;

/// <summary>Checks each method that has a channel attribute.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerMethodAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Descriptors.AsyncVoid,
        Descriptors.UnpassableParameter,
        Descriptors.Generic,
        Descriptors.UncallableMethod,
        Descriptors.WrongEvent,
        Descriptors.NeverAnAnswer,
        Descriptors.IgnoredResult,
        Descriptors.MissingFromServices,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.Method);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (HandlerSymbols.ChannelsOf(method).Any() && method.ContainingType.IsHandler())
        {
            foreach (var diagnostic in MethodRules.Check(method, context.Compilation))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }
}
