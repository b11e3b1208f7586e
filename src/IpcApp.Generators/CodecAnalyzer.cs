using System.Collections.Immutable;
using IpcApp.Generators.Internal.Reading;
using IpcApp.Generators.Internal.Reading.Codecs;
using IpcApp.Generators.Internal.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IpcApp.Generators;

/// <summary>Where an app is to become native code, tells which of the types that cross have neither codec nor JSON contract.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CodecAnalyzer : DiagnosticAnalyzer
{
    private const string ContextClass = "System.Text.Json.Serialization.JsonSerializerContext";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.NoCodec];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var options = start.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
            if (!IsTrue(options, "PublishAot") && !IsTrue(options, "IsAotCompatible"))
            {
                return;
            }

            var contracts = new HashSet<ITypeSymbol>(FindContracts(start.Compilation), SymbolEqualityComparer.Default);
            start.RegisterSymbolAction(symbol => AnalyzeMethod(symbol, contracts), SymbolKind.Method);
            start.RegisterSyntaxNodeAction(
                node => AnalyzeCall(node, contracts), SyntaxKind.InvocationExpression, SyntaxKind.SimpleAssignmentExpression);
            start.RegisterCompilationEndAction(end => AnalyzeAttributes(end, contracts));
        });
    }

    private static bool IsTrue(AnalyzerConfigOptions options, string property)
        => options.TryGetValue("build_property." + property, out var value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);

    private static void AnalyzeMethod(SymbolAnalysisContext context, HashSet<ITypeSymbol> contracts)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (HandlerSymbols.ChannelsOf(method).Any() && method.ContainingType.IsHandler())
        {
            Report(CrossingTypes.Of(method), method.Locations[0], context.Compilation, contracts, context.ReportDiagnostic);
        }
    }

    private static void AnalyzeCall(SyntaxNodeAnalysisContext context, HashSet<ITypeSymbol> contracts)
    {
        if (CallSites.IsCandidate(context.Node))
        {
            var types = CallSites.TypesAt(context.Node, context.SemanticModel, context.CancellationToken);
            Report(types, context.Node.GetLocation(), context.Compilation, contracts, context.ReportDiagnostic);
        }
    }

    private static void AnalyzeAttributes(CompilationAnalysisContext context, HashSet<ITypeSymbol> contracts)
    {
        var attributes = context.Compilation.Assembly.GetAttributes();
        foreach (var attribute in attributes.Where(a => a.AttributeClass.IsIpcApp("IpcSerializableAttribute")))
        {
            var location = attribute.ApplicationSyntaxReference is { } syntax ? syntax.SyntaxTree.GetLocation(syntax.Span) : Location.None;
            Report(CodecSources.TypesIn([attribute]), location, context.Compilation, contracts, context.ReportDiagnostic);
        }
    }

    private static void Report(
        IEnumerable<ITypeSymbol> types,
        Location location,
        Compilation compilation,
        HashSet<ITypeSymbol> contracts,
        Action<Diagnostic> report)
    {
        var reader = new CodecReader(compilation);
        foreach (var type in types)
        {
            reader.Visit(type);
        }

        foreach (var gap in reader.Gaps.Where(gap => !contracts.Contains(gap.Type)))
        {
            report(Diagnostic.Create(Descriptors.NoCodec, location, gap.Type.ToDisplayString(), gap.Reason));
        }
    }

    /// <summary>The types that contexts of the app give contracts to.</summary>
    private static IEnumerable<ITypeSymbol> FindContracts(Compilation compilation)
        => compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type)
            .OfType<INamedTypeSymbol>()
            .Where(type => LeafTypes.DerivesFrom(type, ContextClass))
            .SelectMany(type => type.GetAttributes())
            .Where(attribute => attribute.AttributeClass?.Name == "JsonSerializableAttribute")
            .SelectMany(attribute => CodecSources.TypesIn([attribute]));
}
