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
/// What is wrong with a type of the app is reported at its declaration, where it can be mended, and once, however many handlers use it and in
/// whatever order they are analyzed.
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
            var reporter = new DiagnosticReporter();
            start.RegisterSymbolAction(symbol => AnalyzeType(symbol, handlers.Value, reporter), SymbolKind.NamedType);
            start.RegisterSymbolAction(symbol => AnalyzeMethod(symbol, handlers, reporter), SymbolKind.Method);
            start.RegisterSyntaxNodeAction(
                node => AnalyzeCall(node, handlers, reporter), SyntaxKind.InvocationExpression, SyntaxKind.SimpleAssignmentExpression);
            start.RegisterSyntaxNodeAction(node => AnalyzeAttribute(node, handlers, reporter), SyntaxKind.Attribute);
        });
    }

    private static void AnalyzeType(SymbolAnalysisContext context, HandlerTypes handlers, DiagnosticReporter reporter)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (handlers.Find(type) is { } isRead)
        {
            reporter.Report(new ValueRules(context.Compilation, handlers.Converters).Check(type, isRead), context.ReportDiagnostic);
        }
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context, Lazy<HandlerTypes> handlers, DiagnosticReporter reporter)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (!HandlerSymbols.ChannelsOf(method).Any() || !method.ContainingType.IsHandler())
        {
            return;
        }

        var rules = new ValueRules(context.Compilation, handlers.Value.Converters);
        foreach (var parameter in method.Parameters)
        {
            var isRead = CrossingTypes.IsRead(parameter);
            reporter.Report(rules.CheckUse(CrossingTypes.Of(parameter), isRead, parameter.Locations[0]), context.ReportDiagnostic);
        }

        reporter.Report(rules.CheckUse(CrossingTypes.OfResult(method), isRead: false, method.Locations[0]), context.ReportDiagnostic);
    }

    // Types that no handler's signature shows: these calls are all that is known of them.
    private static void AnalyzeCall(SyntaxNodeAnalysisContext context, Lazy<HandlerTypes> handlers, DiagnosticReporter reporter)
    {
        if (!CallSites.IsCandidate(context.Node))
        {
            return;
        }

        var converters = handlers.Value.Converters;
        var rules = new ValueRules(context.Compilation, converters);
        foreach (var isRead in new[] { true, false })
        {
            var types = isRead
                ? CallSites.ReadAt(context.Node, context.SemanticModel, context.CancellationToken)
                : CallSites.SentAt(context.Node, context.SemanticModel, context.CancellationToken);
            var roots = types.ToList();
            reporter.Report(rules.CheckUse(roots, isRead, context.Node.GetLocation()), context.ReportDiagnostic);
            foreach (var type in TypeWalk.From(roots, context.Compilation, converters).Select(type => type.OriginalDefinition))
            {
                var isKnown = handlers.Value.Find(type) is { } known && (known || !isRead);
                if (!isKnown && NeverCrosses.IsDeclaredHere(type))
                {
                    reporter.Report(rules.Check(type, isRead), context.ReportDiagnostic);
                }
            }
        }
    }

    private static void AnalyzeAttribute(SyntaxNodeAnalysisContext context, Lazy<HandlerTypes> handlers, DiagnosticReporter reporter)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression is TypeOfExpressionSyntax { Type: { } type }
            && context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type.IsIpcApp("IpcSerializableAttribute")
            && context.SemanticModel.GetTypeInfo(type, context.CancellationToken).Type is { } root)
        {
            var rules = new ValueRules(context.Compilation, handlers.Value.Converters);
            reporter.Report(rules.CheckUse([root], isRead: false, attribute.GetLocation()), context.ReportDiagnostic);
        }
    }
}
