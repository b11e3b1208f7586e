using IpcApp.Generators.Internal.Reading.Codecs;
using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Rules;

/// <summary>Which members of a type keep their defaults when a page sends it back, and which constructor would mend that.</summary>
internal static class ReadingRules
{
    public static IEnumerable<Diagnostic> Check(INamedTypeSymbol type, IReadOnlyList<IPropertySymbol> members)
    {
        if (type.IsAbstract)
        {
            return [];
        }

        var chosen = ConstructorReader.ChooseAny(type, out var canRead);
        var lost = members.Where(member => !IsSetBy(chosen, member) && IsStored(member) && WhyNotSet(member) is not null).ToList();
        if (!canRead || lost.Count > 0)
        {
            var better = CandidatesOf(type, members, chosen).FirstOrDefault(one => !canRead || lost.Any(member => IsSetBy(one, member)));
            if (better is not null)
            {
                var mended = lost.Where(member => IsSetBy(better, member)).ToList();
                return [OfConstructor(type, better, canRead, mended), .. OfMembers(lost.Except(mended))];
            }
        }

        const string NoConstructor = "has no constructor that can be chosen, so nothing that a page sends can be bound to it";
        return canRead ? OfMembers(lost) : [ClassRules.Create(Descriptors.UnusedConstructor, type, type.Name, NoConstructor)];
    }

    private static Diagnostic OfConstructor(INamedTypeSymbol type, IMethodSymbol better, bool canRead, IReadOnlyList<IPropertySymbol> lost)
        => Diagnostic.Create(
            Descriptors.UnusedConstructor,
            type.Locations.FirstOrDefault(location => location.IsInSource),
            better.Locations.Where(location => location.IsInSource),
            type.Name,
            canRead
                ? $"is made without its constructor when a page sends it, so {string.Join(" and ", lost.Select(member => $"'{member.Name}'"))} "
                    + "would keep the default; mark the constructor with [JsonConstructor]"
                : "has no constructor that is chosen by itself, so nothing that a page sends can be bound to it; "
                    + "mark one with [JsonConstructor]");

    private static IEnumerable<Diagnostic> OfMembers(IEnumerable<IPropertySymbol> lost)
        => lost.Where(member => member.Locations.Any(location => location.IsInSource))
            .Select(member => ClassRules.Create(Descriptors.NotReadBack, member, ValueRules.NameOf(member), WhyNotSet(member)!));

    private static bool IsSetBy(IMethodSymbol? constructor, IPropertySymbol member)
        => constructor?.Parameters.Any(parameter => ConstructorReader.Takes(parameter, member)) == true;

    /// <summary>Whether the getter shows what was put there, and not what it works out.</summary>
    private static bool IsStored(IPropertySymbol member)
        => member.GetMethod?.DeclaredAccessibility == Accessibility.Public
            && (member.SetMethod is not null
                || member.ContainingType.GetMembers().OfType<IFieldSymbol>()
                    .Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, member)));

    private static string? WhyNotSet(IPropertySymbol member)
        => member.SetMethod is null ? "it has no setter"
            : member.SetMethod.DeclaredAccessibility == Accessibility.Public || JsonAttributes.Has(member, "JsonInclude") ? null
            : "its setter is not public";

    /// <summary>The constructors that can be marked, those first that take the most.</summary>
    private static IEnumerable<IMethodSymbol> CandidatesOf(INamedTypeSymbol type, IReadOnlyList<IPropertySymbol> members, IMethodSymbol? chosen)
        => type.InstanceConstructors
            .Where(c => !c.IsImplicitlyDeclared && c.Parameters.Length > 0 && !SymbolEqualityComparer.Default.Equals(c, chosen)
                && c.Parameters.All(parameter => members.Any(member => ConstructorReader.Takes(parameter, member))))
            .OrderByDescending(c => c.Parameters.Length);
}
