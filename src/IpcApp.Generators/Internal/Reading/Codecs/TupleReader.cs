using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Reading.Codecs;

/// <summary>Recognizes tuples, <c>ValueTuple</c> and <c>Tuple</c>, and finds their elements and how they are made.</summary>
internal static class TupleReader
{
    /// <summary>How many elements a tuple type holds itself; the next type argument is a tuple of the others.</summary>
    private const int MaxOwnElements = 7;

    /// <summary>The elements of a tuple, and the expression that makes it of variables <c>e0</c>, <c>e1</c> and so on.</summary>
    public sealed record Tuple(IReadOnlyList<ITypeSymbol> Elements, string Creation);

    public static bool IsTuple(ITypeSymbol type)
        => type is INamedTypeSymbol { Name: "ValueTuple" or "Tuple", ContainingType: null, IsStatic: false } named
            && named.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>Null if the rest of a long tuple is no tuple.</summary>
    public static Tuple? Read(INamedTypeSymbol tuple, int start = 0)
    {
        var own = tuple.TypeArguments.Take(MaxOwnElements).ToList();
        var arguments = own.Select((_, i) => $"e{start + i}").ToList();
        IReadOnlyList<ITypeSymbol> others = [];
        if (tuple.TypeArguments.Length > MaxOwnElements)
        {
            if (tuple.TypeArguments[MaxOwnElements] is not INamedTypeSymbol rest || !IsTuple(rest) || rest.IsValueType != tuple.IsValueType
                || Read(rest, start + MaxOwnElements) is not { } read)
            {
                return null;
            }

            others = read.Elements;
            arguments.Add(read.Creation);
        }

        return new([.. own, .. others], $"new {TypeText.ForTypeOf(tuple)}({string.Join(", ", arguments)})");
    }
}
