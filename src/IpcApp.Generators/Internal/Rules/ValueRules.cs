using IpcApp.Generators.Internal.Reading.Codecs;
using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Rules;

/// <summary>What a class, record or struct must be like so that its values arrive as they were sent.</summary>
/// <param name="compilation">The app.</param>
/// <param name="converters">The converters that the app declares; what they write is their own affair.</param>
internal sealed class ValueRules(Compilation compilation, AppConverters converters)
{
    /// <param name="type">A type of the app that crosses.</param>
    /// <param name="isRead">Whether values of the type are also read from pages. Then there is all that there is for a type that is only sent.</param>
    public IEnumerable<Diagnostic> Check(INamedTypeSymbol type, bool isRead)
    {
        if (!HasMembers(type) || NeverCrosses.Reason(type) is not null)
        {
            return [];
        }

        var members = TypeWalk.MembersOf(type).ToList();
        var fields = NeverCrosses.PublicFieldsOf(type).ToList();
        return CheckCount(type, members.Count + fields.Count)
            .Concat(fields.Select(field => ClassRules.Create(Descriptors.NeverCrosses, field, NameOf(field), "is a field; make it a property")))
            .Concat(OwnOf(type, members).SelectMany(member => CheckType(member, isRead)))
            .Concat(isRead ? ReadingRules.Check(type, members) : []);
    }

    /// <summary>What is wrong with types that are declared elsewhere, and with unions: that is told where they are used.</summary>
    public IEnumerable<Diagnostic> CheckUse(IEnumerable<ITypeSymbol> roots, bool isRead, Location location)
    {
        var all = roots.ToList();
        foreach (var root in all)
        {
            if (TypeWalk.FindEndless(root, compilation) is { } endless)
            {
                yield return Diagnostic.Create(Descriptors.EndlessType, location, root.ToDisplayString(), endless.ToDisplayString());
            }
        }

        foreach (var type in all.SelectMany(root => TypeWalk.ContentOf(root, compilation)).OfType<INamedTypeSymbol>())
        {
            if (!converters.Contains(type) && NeverCrosses.ReasonOfFields(type, compilation) is { } reason)
            {
                yield return Diagnostic.Create(Descriptors.NoMembers, location, type.ToDisplayString(), reason);
            }
        }

        if (!isRead)
        {
            yield break;
        }

        foreach (var union in TypeWalk.From(all, compilation, converters).Where(type => UnionReader.IsUnion(type) && !converters.Contains(type)))
        {
            if (CaseOutline.FindAlike(union, compilation) is var (first, second))
            {
                yield return Diagnostic.Create(
                    Descriptors.UnreadableUnion, location, union.ToDisplayString(), first.ToDisplayString(), second.ToDisplayString());
            }
        }
    }

    public static string NameOf(ISymbol member) => $"{member.ContainingType.Name}.{member.Name}";

    private bool HasMembers(INamedTypeSymbol type) => TypeWalk.HasMembers(type, compilation) && !converters.Contains(type);

    private static IEnumerable<Diagnostic> CheckCount(INamedTypeSymbol type, int count)
        => count > 0 || type.TypeKind == TypeKind.Interface || TypeWalk.DerivedTypesOf(type).Any() || IsToldApart(type) || IsEmpty(type)
            ? []
            : [ClassRules.Create(Descriptors.NoMembers, type, type.Name, "has no public properties")];

    // As one of several derived types it says what it is, and may have no more to say.
    private static bool IsToldApart(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (Names(current))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(Names);

        bool Names(INamedTypeSymbol super)
            => TypeWalk.DerivedTypesOf(super).Any(derived => SymbolEqualityComparer.Default.Equals(derived, type));
    }

    /// <summary>Whether a value holds nothing that could be lost, as that of an empty record.</summary>
    private static bool IsEmpty(INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (current.IsAbstract
                || current.GetMembers().OfType<IFieldSymbol>().Any(field => field is { IsStatic: false, IsConst: false })
                || current.InstanceConstructors.Any(constructor => !constructor.IsImplicitlyDeclared && !constructor.Parameters.IsEmpty))
            {
                return false;
            }
        }

        return true;
    }

    // Those of base classes are told where the base class is declared.
    private static IEnumerable<IPropertySymbol> OwnOf(INamedTypeSymbol type, IEnumerable<IPropertySymbol> members)
        => members.Where(member => SymbolEqualityComparer.Default.Equals(member.ContainingType, type));

    private IEnumerable<Diagnostic> CheckType(IPropertySymbol member, bool isRead)
    {
        if (TypeWalk.IsOpaque(member))
        {
            yield break;
        }

        foreach (var type in TypeWalk.ContentOf(member.Type, compilation))
        {
            var reason = NeverCrosses.Reason(type)
                ?? (type is INamedTypeSymbol named && !converters.Contains(named)
                    ? NeverCrosses.ReasonOfFields(named, compilation) ?? (isRead ? WhyNothingBinds(named) : null)
                    : null);
            if (reason is not null)
            {
                yield return ClassRules.Create(
                    Descriptors.NeverCrosses, member, NameOf(member), $"has the type '{type.ToDisplayString()}', which {reason}");
                yield break;
            }
        }
    }

    private string? WhyNothingBinds(INamedTypeSymbol type)
        => HasMembers(type) && !TypeWalk.DerivedTypesOf(type).Any()
            ? type.TypeKind == TypeKind.Interface ? "is an interface, so nothing that a page sends can be bound to it"
            : type.IsAbstract ? "is abstract, so nothing that a page sends can be bound to it"
            : null
            : null;
}
