using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace IpcApp.CodeFixes.Internal;

/// <summary>One way to mend what a diagnostic reports.</summary>
/// <param name="Title">The text in the editor's menu.</param>
/// <param name="Replacements">The nodes that replace the reported one.</param>
internal readonly record struct Replacement(string Title, IReadOnlyList<SyntaxNode> Replacements)
{
    public Replacement(string title, SyntaxNode replacement)
        : this(title, [replacement])
    {
    }
}

/// <summary>A code fix that replaces the node to which a diagnostic points.</summary>
/// <typeparam name="TNode">The kind of node.</typeparam>
/// <param name="id">The diagnostic.</param>
public abstract class SyntaxFix<TNode>(string id) : CodeFixProvider
    where TNode : SyntaxNode
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [id];

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (LocationOf(diagnostic) is not { SourceTree: { } tree } location
                || context.Document.Project.Solution.GetDocument(tree) is not { } document
                || await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
                || root.FindNode(location.SourceSpan).FirstAncestorOrSelf<TNode>() is not { } node)
            {
                continue;
            }

            foreach (var way in Mend(node))
            {
                var nodes = way.Replacements.Select(one => one.WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation));
                context.RegisterCodeFix(
                    CodeAction.Create(
                        way.Title,
                        _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(node, nodes))),
                        equivalenceKey: way.Title),
                    diagnostic);
            }
        }
    }

    /// <summary>The place that is to be changed.</summary>
    /// <param name="diagnostic">The reported diagnostic.</param>
    private protected virtual Location? LocationOf(Diagnostic diagnostic) => diagnostic.Location;

    /// <summary>The ways to mend it, the best first; none if none is obvious.</summary>
    /// <param name="node">The node to which the diagnostic points.</param>
    private protected abstract IEnumerable<Replacement> Mend(TNode node);
}
