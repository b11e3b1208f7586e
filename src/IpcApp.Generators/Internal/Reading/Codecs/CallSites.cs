using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpcApp.Generators.Internal.Reading.Codecs;

/// <summary>
/// The types that cross where the app calls the run-time or the test package: <c>Send</c>, <c>Reply</c>, <c>On</c>, <c>Handle</c>.
/// </summary>
internal static class CallSites
{
    private static readonly HashSet<string> Senders = ["Send", "SendToAll", "SendToFrame", "Reply", "PostMessage", "Report"];

    private static readonly HashSet<string> Readers =
    [
        "On", "Once", "AddListener", "PrependListener", "PrependOnceListener", "Handle", "HandleOnce",
        "Get", "InvokeAsync", "SendSync", "NextAsync",
    ];

    /// <summary>Whether the syntax alone leaves it possible.</summary>
    public static bool IsCandidate(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } => IsCandidate(TextOf(name)),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name: var name } } => IsCandidate(TextOf(name)),
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ReturnValue" } } => true,
        _ => false,
    };

    public static IEnumerable<ITypeSymbol> TypesAt(SyntaxNode node, SemanticModel semantics, CancellationToken cancellation)
        => ReadAt(node, semantics, cancellation).Concat(SentAt(node, semantics, cancellation));

    /// <summary>The types of what pages send.</summary>
    public static IEnumerable<ITypeSymbol> ReadAt(SyntaxNode node, SemanticModel semantics, CancellationToken cancellation)
        => FindMethod(node, semantics, cancellation) is { } method ? TypeArguments(method, areRead: true) : [];

    /// <summary>The types of what is sent to pages.</summary>
    public static IEnumerable<ITypeSymbol> SentAt(SyntaxNode node, SemanticModel semantics, CancellationToken cancellation) => node switch
    {
        AssignmentExpressionSyntax assignment when IsOurs(semantics.GetSymbolInfo(assignment.Left, cancellation).Symbol)
            => TypeOf(assignment.Right, semantics, cancellation),
        InvocationExpressionSyntax call when FindMethod(call, semantics, cancellation) is { } method
            => TypeArguments(method, areRead: false).Concat(UntypedArguments(method, call, semantics, cancellation)),
        _ => [],
    };

    private static bool IsCandidate(string name) => Senders.Contains(name) || Readers.Contains(name);

    private static IMethodSymbol? FindMethod(SyntaxNode node, SemanticModel semantics, CancellationToken cancellation)
        => node is InvocationExpressionSyntax && semantics.GetSymbolInfo(node, cancellation).Symbol is IMethodSymbol method && IsOurs(method)
            ? method
            : null;

    // What handlers return goes to the page; all other type arguments of methods that read are what comes from it.
    private static IEnumerable<ITypeSymbol> TypeArguments(IMethodSymbol method, bool areRead)
        => method.TypeArguments.Where(
            (_, i) => (Readers.Contains(method.Name) && method.TypeParameters[i].Name != "TResult") == areRead);

    private static string TextOf(SimpleNameSyntax name) => name.Identifier.ValueText;

    // The arguments whose parameter says nothing of them: object, or an array of it.
    private static IEnumerable<ITypeSymbol> UntypedArguments(
        IMethodSymbol method, InvocationExpressionSyntax call, SemanticModel semantics, CancellationToken cancellation)
    {
        var arguments = call.ArgumentList.Arguments;
        for (var i = 0; i < arguments.Count; i++)
        {
            var parameter = arguments[i].NameColon is { } named
                ? method.Parameters.FirstOrDefault(p => p.Name == named.Name.Identifier.ValueText)
                : i < method.Parameters.Length ? method.Parameters[i] : method.Parameters.LastOrDefault(p => p.IsParams);
            var declared = parameter?.Type is IArrayTypeSymbol array ? array.ElementType : parameter?.Type;
            if (declared?.SpecialType == SpecialType.System_Object)
            {
                foreach (var type in TypeOf(arguments[i].Expression, semantics, cancellation))
                {
                    yield return type;
                }
            }
        }
    }

    // A collection expression for an array of arguments has no type of its own, but its elements have.
    private static IEnumerable<ITypeSymbol> TypeOf(ExpressionSyntax expression, SemanticModel semantics, CancellationToken cancellation)
        => semantics.GetTypeInfo(expression, cancellation).Type is { } type ? [type]
            : expression is not CollectionExpressionSyntax collection ? []
            : collection.Elements.OfType<ExpressionElementSyntax>()
                .SelectMany(element => TypeOf(element.Expression, semantics, cancellation));

    private static bool IsOurs(ISymbol? symbol)
        => symbol?.ContainingType?.ContainingNamespace is { } containing && containing.ToDisplayString() is "IpcApp" or "IpcApp.Testing";
}
