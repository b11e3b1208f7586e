using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Reading.Codecs;

/// <summary>How objects of a type are made.</summary>
/// <param name="CanRead">Whether they can be made at all.</param>
/// <param name="Places">The places of the members that the constructor takes, in the order of its parameters.</param>
internal readonly record struct ConstructorReader(bool CanRead, IReadOnlyList<int> Places)
{
    private const string SetsRequired = "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute";

    /// <summary>Chooses the constructor, and tells the members what comes of it for them.</summary>
    public static ConstructorReader Find(INamedTypeSymbol type, List<Member> members, Compilation compilation)
    {
        var constructor = Choose(type, compilation);
        if (type.IsAbstract || (constructor is null && !type.IsValueType))
        {
            return new(false, []);
        }

        var places = constructor?.Parameters.Select(parameter => FindMember(parameter, members)).ToList() ?? [];
        if (places.Distinct().Count() < places.Count)
        {
            throw new CodecGapException("has a constructor with two parameters for one member");
        }

        for (var i = 0; i < places.Count; i++)
        {
            members[places[i]].Parameter = constructor!.Parameters[i];
        }

        DecideRequired(type, constructor, members);
        return new(true, places);
    }

    /// <summary>The constructor that is used when a value is read, if any is, also of types that get no codec.</summary>
    /// <param name="type">The type.</param>
    /// <param name="canRead">Whether a value can be made, with or without a constructor.</param>
    public static IMethodSymbol? ChooseAny(INamedTypeSymbol type, out bool canRead)
    {
        var marked = type.InstanceConstructors.FirstOrDefault(c => JsonAttributes.Has(c, "JsonConstructor"));
        if (marked is not null || type.IsValueType)
        {
            canRead = true;
            return marked;
        }

        var visible = type.InstanceConstructors.Where(c => c.DeclaredAccessibility == Accessibility.Public).ToList();
        var chosen = visible.FirstOrDefault(c => c.Parameters.IsEmpty) ?? (visible.Count == 1 ? visible[0] : null);
        canRead = chosen is not null;
        return chosen;
    }

    /// <summary>Whether a constructor's parameter stands for a member.</summary>
    public static bool Takes(IParameterSymbol parameter, IPropertySymbol member)
        => string.Equals(member.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
            && SymbolEqualityComparer.Default.Equals(member.Type, parameter.Type);

    private static IMethodSymbol? Choose(INamedTypeSymbol type, Compilation compilation)
    {
        var constructors = type.InstanceConstructors.Where(c => !c.IsImplicitlyDeclared || !type.IsValueType).ToList();
        var marked = constructors.Where(c => JsonAttributes.Has(c, "JsonConstructor")).ToList();
        if (marked.Count > 0)
        {
            return marked.Count == 1 && compilation.IsSymbolAccessibleWithin(marked[0], compilation.Assembly)
                ? marked[0]
                : throw new CodecGapException("has a [JsonConstructor] that is not visible, or several");
        }

        if (type.IsValueType)
        {
            // System.Text.Json uses no constructor then, not even one without parameters.
            return constructors.Any(c => c.Parameters.IsEmpty)
                ? throw new CodecGapException("is a struct with a constructor without parameters")
                : null;
        }

        var visible = constructors.Where(c => c.DeclaredAccessibility == Accessibility.Public).ToList();
        return visible.FirstOrDefault(c => c.Parameters.IsEmpty) ?? (visible.Count == 1 ? visible[0] : null);
    }

    private static int FindMember(IParameterSymbol parameter, List<Member> members)
    {
        var place = members.FindIndex(member => Takes(parameter, member.Property));
        return place >= 0 && parameter.RefKind == RefKind.None
            ? place
            : throw new CodecGapException($"has a constructor whose parameter '{parameter.Name}' is no member");
    }

    private static bool IsRequired(ISymbol member)
        => member is IPropertySymbol { IsRequired: true, IsOverride: false } or IFieldSymbol { IsRequired: true };

    private static void DecideRequired(INamedTypeSymbol type, IMethodSymbol? constructor, List<Member> members)
    {
        var isDone = constructor?.GetAttributes().Any(a => a.AttributeClass?.ToDisplayString() == SetsRequired) == true;
        foreach (var member in members.Where(member => member.Property.IsRequired))
        {
            if (isDone || member.Parameter is not null)
            {
                throw new CodecGapException($"has a constructor that also sets the required member '{member.Property.Name}'");
            }

            member.MustBeInitialized = true;
        }

        // C# demands the required members of base classes and required fields too; what is no member of the contract cannot be given.
        for (var current = type; current is not null; current = current.BaseType)
        {
            var known = new HashSet<ISymbol>(members.Select(member => (ISymbol)member.Property), SymbolEqualityComparer.Default);
            if (!isDone && current.GetMembers().Any(member => IsRequired(member) && !known.Contains(member)))
            {
                throw new CodecGapException("has required members that its contract does not have");
            }
        }
    }
}
