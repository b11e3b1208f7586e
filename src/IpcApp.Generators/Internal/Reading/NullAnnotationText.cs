using System.Text;
using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Reading;

/// <summary>
/// Where a declaration allows null inside its type, as the run-time package reads it: <c>!</c> or <c>?</c> for each type, its type arguments in
/// angle brackets, and a letter for a type argument of the type that declares it.
/// </summary>
internal static class NullAnnotationText
{
    private const int MaxParameters = 26;

    /// <summary>The text of a parameter or result; null if nothing inside its type refuses null.</summary>
    public static string? Of(ITypeSymbol type) => Text(type, []) is var text && Refuses(text.Substring(1)) ? text : null;

    /// <summary>
    /// The text of a member. It says something of the member's own value only where that is of a type argument: all else is among its traits.
    /// </summary>
    /// <param name="type">Its declared type, as the definition of its owner has it.</param>
    /// <param name="owner">The definition of the type that has the member.</param>
    public static string? OfMember(ITypeSymbol type, INamedTypeSymbol owner)
    {
        var text = Text(type, ParametersOf(owner));
        text = type is ITypeParameterSymbol ? text : $"?{text.Substring(1)}";
        return Refuses(text) ? text : null;
    }

    /// <summary>The text of a collection's elements, keys or values.</summary>
    /// <param name="type">Their type, as the definition of the collection has it.</param>
    /// <param name="owner">The definition of the collection.</param>
    public static string OfElement(ITypeSymbol type, INamedTypeSymbol owner)
    {
        var text = Text(type, ParametersOf(owner));

        // A collection of code without annotations says nothing of its elements, but the declaration that uses it does.
        return type is ITypeParameterSymbol { NullableAnnotation: not NullableAnnotation.Annotated } ? text.ToLowerInvariant() : text;
    }

    private static bool Refuses(string text) => text.Any(sign => sign == '!' || char.IsLetter(sign));

    private static string Text(ITypeSymbol type, IReadOnlyList<ITypeParameterSymbol> parameters)
    {
        var text = new StringBuilder();
        Append(text, type, parameters);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ITypeSymbol type, IReadOnlyList<ITypeParameterSymbol> parameters)
    {
        if (type is ITypeParameterSymbol parameter)
        {
            var place = parameters.TakeWhile(known => !SymbolEqualityComparer.Default.Equals(known, parameter)).Count();
            var first = type.NullableAnnotation == NullableAnnotation.NotAnnotated ? 'a' : 'A';
            text.Append(place < Math.Min(parameters.Count, MaxParameters) ? (char)(first + place) : '?');
            return;
        }

        text.Append(!type.IsValueType && type.NullableAnnotation == NullableAnnotation.NotAnnotated ? '!' : '?');
        var arguments = type switch
        {
            IArrayTypeSymbol array => [array.ElementType],
            INamedTypeSymbol named => ArgumentsOf(named).ToList(),
            _ => new List<ITypeSymbol>(),
        };
        if (arguments.Count > 0)
        {
            text.Append('<');
            arguments.ForEach(argument => Append(text, argument, parameters));
            text.Append('>');
        }
    }

    // Those of containing types come first, as in reflection.
    private static IEnumerable<ITypeSymbol> ArgumentsOf(INamedTypeSymbol type)
        => (type.ContainingType is { } outer ? ArgumentsOf(outer) : []).Concat(type.TypeArguments);

    private static List<ITypeParameterSymbol> ParametersOf(INamedTypeSymbol definition)
        => [.. ArgumentsOf(definition).OfType<ITypeParameterSymbol>()];
}
