using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Rules;

/// <summary>
/// Reports each diagnostic once for a compilation, in whatever order and however often the analysis finds it: a member of a base class is found
/// for each class that inherits it. Thread-safe.
/// </summary>
internal sealed class DiagnosticReporter
{
    private readonly ConcurrentDictionary<(string Id, Location Location, string Message), bool> _reported = new();

    public void Report(IEnumerable<Diagnostic> diagnostics, Action<Diagnostic> report)
    {
        foreach (var diagnostic in diagnostics)
        {
            if (_reported.TryAdd((diagnostic.Id, diagnostic.Location, diagnostic.GetMessage()), true))
            {
                report(diagnostic);
            }
        }
    }
}
