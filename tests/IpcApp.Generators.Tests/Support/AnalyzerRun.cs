using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IpcApp.Generators.Tests.Support;

/// <summary>What all our analyzers say about user code, with the generated code in place as in a real build.</summary>
internal static class AnalyzerRun
{
    public static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        new HandlerClassAnalyzer(),
        new HandlerMethodAnalyzer(),
        new ChannelAnalyzer(),
        new SenderAnalyzer(),
        new CodecAnalyzer(),
        new ArrayArgumentAnalyzer(),
        new ValueAnalyzer(),
    ];

    /// <summary>What they say, each up to its semicolon, where the project sets PublishAot.</summary>
    public static async Task<IReadOnlyList<string>> OfNativeApp(params string[] sources)
    {
        var found = await Of(TestCompilation.Create(sources), new AnalyzerOptions([], new NativeAppOptions()));
        return [.. found.Where(d => d.Id == "IPC0014").Select(d => d.GetMessage(CultureInfo.InvariantCulture).Split(" no codec")[0]).Distinct()];
    }

    public static Task<IReadOnlyList<Diagnostic>> Of(params string[] sources) => Of(TestCompilation.Create(sources));

    public static async Task<IReadOnlyList<Diagnostic>> Of(CSharpCompilation compilation, AnalyzerOptions? options = null)
    {
        var output = GeneratorRun.Of(compilation).Output;
        var errors = output.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);
        Assert.Empty(errors.Select(e => e.ToString())); // broken handlers must not break the generated code as well
        var found = await output.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. found.OrderBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start)];
    }

    public static async Task Reports(string id, string messagePart, params string[] sources)
    {
        var diagnostic = Assert.Single(await Of(sources));
        Assert.Equal(id, diagnostic.Id);
        Assert.Contains(messagePart, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.True(diagnostic.Location.IsInSource);
    }

    public static async Task ReportsNothing(params string[] sources) => Assert.Empty(await Of(sources));

    private sealed class NativeAppOptions : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
                => (value = key == "build_property.PublishAot" ? "true" : null) is not null;
        }
    }
}
