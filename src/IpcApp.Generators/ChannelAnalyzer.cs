using System.Collections.Concurrent;
using System.Collections.Immutable;
using IpcApp.Generators.Internal.Models;
using IpcApp.Generators.Internal.Reading;
using IpcApp.Generators.Internal.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IpcApp.Generators;

/// <summary>Checks the names of channels: none is reserved, and none has two handlers.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ChannelAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Descriptors.DuplicateChannel, Descriptors.ReservedChannel];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var places = new ConcurrentBag<Place>();
            start.RegisterSymbolAction(symbol => Collect(symbol, places), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => ReportDuplicates(end, places));
        });
    }

    private static void Collect(SymbolAnalysisContext context, ConcurrentBag<Place> places)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.IsHandler() || !ClassRules.CanBeCreated(type, context.Compilation))
        {
            return;
        }

        foreach (var method in HandlerSymbols.AllMethods(type))
        {
            // What is inherited is a matter of the class that inherits it: its name decides about the channel's.
            var isOwn = SymbolEqualityComparer.Default.Equals(method.ContainingType, type);
            foreach (var binding in HandlerSymbols.ChannelsOf(method))
            {
                var location = (isOwn ? binding.LocationOf(method) : null) ?? type.Locations[0];
                var place = new Place(binding.ChannelIn(type, method), $"{type.Name}.{method.Name}", location);
                if (place.Channel.StartsWith(ChannelName.ReservedPrefix, StringComparison.Ordinal))
                {
                    context.ReportDiagnostic(Diagnostic.Create(Descriptors.ReservedChannel, location, place.Channel, place.Method));
                }

                if (binding.Kind.IsInvoke())
                {
                    places.Add(place);
                }
            }
        }
    }

    private static void ReportDuplicates(CompilationAnalysisContext context, ConcurrentBag<Place> places)
    {
        foreach (var channel in places.GroupBy(place => place.Channel, StringComparer.Ordinal))
        {
            var inOrder = channel
                .OrderBy(place => place.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(place => place.Location.SourceSpan.Start)
                .ThenBy(place => place.Method, StringComparer.Ordinal)
                .ToList();
            foreach (var later in inOrder.Skip(1))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.DuplicateChannel, later.Location, [inOrder[0].Location], channel.Key, inOrder[0].Method, later.Method));
            }
        }
    }

    private sealed record Place(string Channel, string Method, Location Location);
}
