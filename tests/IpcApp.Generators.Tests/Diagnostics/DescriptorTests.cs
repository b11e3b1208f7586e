using IpcApp.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Tests.Diagnostics;

public sealed class DescriptorTests
{
    private static readonly IReadOnlyList<DiagnosticDescriptor> Descriptors =
    [
        .. AnalyzerRun.Analyzers
            .SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .DistinctBy(descriptor => descriptor.Id)
            .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal),
    ];

    private static readonly string[] Documentation = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "diagnostics.md"));

    [Fact]
    public void Each_id_is_in_the_table_with_its_severity_and_has_a_section()
    {
        Assert.Equal(23, Descriptors.Count);
        Assert.All(Descriptors, descriptor =>
        {
            var severity = descriptor.DefaultSeverity == DiagnosticSeverity.Error ? "error" : "warning";
            var anchor = descriptor.Id.ToLowerInvariant();
            var row = $"| [{descriptor.Id}](#{anchor}) | {severity} |";
            Assert.Single(Documentation, line => line.StartsWith(row, StringComparison.Ordinal));
            Assert.Single(Documentation, line => line == $"## {descriptor.Id}");
            Assert.True(Uri.TryCreate(descriptor.HelpLinkUri, UriKind.Absolute, out var link), descriptor.HelpLinkUri);
            Assert.Equal(("https", $"#{anchor}"), (link.Scheme, link.Fragment));
            Assert.EndsWith("/blob/main/docs/reference/diagnostics.md", link.AbsolutePath, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_table_lists_no_analyzer_id_that_does_not_exist()
    {
        var listed = Documentation.Where(line => line.StartsWith("| [IPC00", StringComparison.Ordinal)).Select(line => line[3..10]);

        Assert.Equal(Descriptors.Select(descriptor => descriptor.Id), listed);
    }
}
