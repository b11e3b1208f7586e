using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IpcApp.Generators.Tests.Support;

/// <summary>What all our analyzers say about user code, with the generated code in place as in a real build.</summary>
internal static class AnalyzerRun
{
    public static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
        [new HandlerClassAnalyzer(), new HandlerMethodAnalyzer(), new ChannelAnalyzer(), new SenderAnalyzer()];

    public static Task<IReadOnlyList<Diagnostic>> Of(params string[] sources) => Of(TestCompilation.Create(sources));

    public static async Task<IReadOnlyList<Diagnostic>> Of(CSharpCompilation compilation)
    {
        var output = GeneratorRun.Of(compilation).Output;
        var errors = output.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);
        Assert.Empty(errors.Select(e => e.ToString())); // broken handlers must not break the generated code as well
        var found = await output.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. found.OrderBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start)];
    }

    public static async Task Reports(string id, string messagePart, params string[] sources)
    {
        var diagnostic = Assert.Single(await Of(sources));
        Assert.Equal(id, diagnostic.Id);
        Assert.Contains(messagePart, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.True(diagnostic.Location.IsInSource);
    }

    public static async Task ReportsNothing(params string[] sources) => Assert.Empty(await Of(sources));
}
