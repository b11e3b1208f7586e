using System.Collections.Concurrent;
using System.Collections.Immutable;
using IpcApp.Generators.Internal.Reading;
using IpcApp.Generators.Internal.Reading.Codecs;
using IpcApp.Generators.Internal.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IpcApp.Generators;

/// <summary>Tells which types that cross lose something on their way to a page or back.</summary>
/// <remarks>
/// What is wrong with a type of the app is told at its declaration, where it can be mended, and once, however many handlers use it.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ValueAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Descriptors.NotReadBack,
        Descriptors.NeverCrosses,
        Descriptors.NoMembers,
        Descriptors.UnreadableUnion,
        Descriptors.UnusedConstructor,
        Descriptors.EndlessType,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var compilation = start.Compilation;
            if (compilation.GetTypeByMetadataName("IpcApp.IIpcHandler") is null)
            {
                return;
            }

            var handlers = new Lazy<HandlerTypes>(() => HandlerTypes.Of(compilation));
            var reported = new ConcurrentDictionary<INamedTypeSymbol, bool>(SymbolEqualityComparer.Default);
            start.RegisterSymbolAction(symbol => AnalyzeType(symbol, handlers.Value), SymbolKind.NamedType);
            start.RegisterSymbolAction(AnalyzeMethod, SymbolKind.Method);
            start.RegisterSyntaxNodeAction(
                node => AnalyzeCall(node, handlers, reported), SyntaxKind.InvocationExpression, SyntaxKind.SimpleAssignmentExpression);
            start.RegisterSyntaxNodeAction(AnalyzeAttribute, SyntaxKind.Attribute);
        });
    }

    private static void AnalyzeType(SymbolAnalysisContext context, HandlerTypes handlers)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (handlers.Find(type) is { } isRead)
        {
            ReportAll(ValueRules.Check(type, isRead, context.Compilation), context.ReportDiagnostic);
        }
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (!HandlerSymbols.ChannelsOf(method).Any() || !method.ContainingType.IsHandler())
        {
            return;
        }

        foreach (var parameter in method.Parameters)
        {
            var isRead = CrossingTypes.IsRead(parameter);
            ReportAll(
                ValueRules.CheckUse(CrossingTypes.Of(parameter), isRead, parameter.Locations[0], context.Compilation),
                context.ReportDiagnostic);
        }

        ReportAll(
            ValueRules.CheckUse(CrossingTypes.OfResult(method), isRead: false, method.Locations[0], context.Compilation),
            context.ReportDiagnostic);
    }

    // Types that no handler's signature shows: these calls are all that is known of them.
    private static void AnalyzeCall(
        SyntaxNodeAnalysisContext context, Lazy<HandlerTypes> handlers, ConcurrentDictionary<INamedTypeSymbol, bool> reported)
    {
        if (!CallSites.IsCandidate(context.Node))
        {
            return;
        }

        foreach (var isRead in new[] { true, false })
        {
            var types = isRead
                ? CallSites.ReadAt(context.Node, context.SemanticModel, context.CancellationToken)
                : CallSites.SentAt(context.Node, context.SemanticModel, context.CancellationToken);
            var roots = types.ToList();
            ReportAll(ValueRules.CheckUse(roots, isRead, context.Node.GetLocation(), context.Compilation), context.ReportDiagnostic);
            foreach (var type in TypeWalk.From(roots, context.Compilation).Select(type => type.OriginalDefinition))
            {
                var isKnown = handlers.Value.Find(type) is { } known && (known || !isRead);
                if (!isKnown && NeverCrosses.IsDeclaredHere(type) && reported.TryAdd(type, isRead))
                {
                    ReportAll(ValueRules.Check(type, isRead, context.Compilation), context.ReportDiagnostic);
                }
            }
        }
    }

    private static void AnalyzeAttribute(SyntaxNodeAnalysisContext context)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression is TypeOfExpressionSyntax { Type: { } type }
            && context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type.IsIpcApp("IpcSerializableAttribute")
            && context.SemanticModel.GetTypeInfo(type, context.CancellationToken).Type is { } root)
        {
            ReportAll(
                ValueRules.CheckUse([root], isRead: false, attribute.GetLocation(), context.Compilation), context.ReportDiagnostic);
        }
    }

    private static void ReportAll(IEnumerable<Diagnostic> diagnostics, Action<Diagnostic> report)
    {
        foreach (var diagnostic in diagnostics)
        {
            report(diagnostic);
        }
    }
}
