using System.Collections.Immutable;
using IpcApp.Generators.Internal.Reading;
using IpcApp.Generators.Internal.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IpcApp.Generators;

/// <summary>Checks the attributes that say who may send.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SenderAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.NoOrigin, Descriptors.UselessPolicy];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.Method, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        foreach (var attribute in context.Symbol.GetAttributes().Where(SenderAttributes.IsOne))
        {
            foreach (var origin in SenderAttributes.OriginsOf(attribute).Where(origin => !IsOrigin(origin)))
            {
                context.ReportDiagnostic(ClassRules.Create(Descriptors.NoOrigin, context.Symbol, origin, context.Symbol.Name));
            }

            if (WhyUseless(context.Symbol) is { } why)
            {
                var name = attribute.AttributeClass!.Name.Replace("Attribute", "");
                context.ReportDiagnostic(ClassRules.Create(Descriptors.UselessPolicy, context.Symbol, name, context.Symbol.Name, why));
            }
        }
    }

    private static string? WhyUseless(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type when !type.IsHandler() => "the class is no handler",
        IMethodSymbol method when !HandlerSymbols.ChannelsOf(method).Any() => "the method has no channel",
        _ => null,
    };

    /// <summary>As <c>IpcSenderPolicy.AllowOrigin</c> sees it, which would throw while the app is built.</summary>
    private static bool IsOrigin(string text)
        => text == "file://"
            || (Uri.TryCreate(text, UriKind.Absolute, out var uri)
                && uri is { Host.Length: > 0, UserInfo: "", PathAndQuery: "/" or "", Fragment: "" });
}
