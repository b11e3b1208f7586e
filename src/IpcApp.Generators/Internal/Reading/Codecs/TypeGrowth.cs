using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Reading.Codecs;

/// <summary>
/// Finds generic types whose members are ever longer types, such as a <c>Node&lt;T&gt;</c> with a member of type <c>Node&lt;List&lt;T&gt;&gt;</c>:
/// a walk through their members would never end. The runtime has the same rule.
/// </summary>
internal static class TypeGrowth
{
    private const int MaxNesting = 12;

    /// <summary>Whether type arguments are nested in one another more often than any type that is meant to be so.</summary>
    public static bool IsTooLong(ITypeSymbol type) => NestingOf(type) > MaxNesting;

    private static int NestingOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => 1 + NestingOf(array.ElementType),
        INamedTypeSymbol { TypeArguments.IsEmpty: false } named => 1 + named.TypeArguments.Max(NestingOf),
        _ => 0,
    };
}
