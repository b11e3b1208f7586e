using IpcApp.Generators.Internal.Models;
using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Reading.Codecs;

/// <summary>Reads the members of a class, record or struct as System.Text.Json's contracts have them.</summary>
internal static class ObjectReader
{
    /// <summary>What fits into the bits by which the run-time package notes which members a page sent.</summary>
    private const int MaxMembers = 64;

    /// <returns>The shape and the types of the members; or no shape, and the reason.</returns>
    public static (ObjectModel? Shape, IReadOnlyList<ITypeSymbol> Types, string Reason) Read(INamedTypeSymbol type, Compilation compilation)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return (null, [], type.TypeKind == TypeKind.Interface ? "is an interface" : "cannot cross");
        }

        if (IsOfFramework(type, compilation))
        {
            return (null, [], "belongs to .NET");
        }

        if (type.ContainingAssembly.Name == "IpcApp")
        {
            return (null, [], "belongs to IpcApp");
        }

        // Streams, tasks, delegates: what derives from them can cross as little as they can.
        if (type.BaseType is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) } baseType
            && IsOfFramework(baseType, compilation))
        {
            return (null, [], $"derives from .NET's {baseType.Name}");
        }

        try
        {
            var members = FindMembers(type, compilation);
            var constructor = ConstructorReader.Find(type, members, compilation);
            var types = members.Select(member => member.Property.Type).ToList();
            return members.Count > MaxMembers ? throw new CodecGapException("has more than 64 members")
                : members.Count == 0 && HasFields(type) ? throw new CodecGapException("has no properties, and fields do not cross")
                : (Shape(type, members, constructor), types, "");
        }
        catch (CodecGapException e)
        {
            return (null, [], e.Message);
        }
    }

    // What [JsonIgnore] excludes is meant to stay.
    private static bool HasFields(INamedTypeSymbol type)
        => type.GetMembers().OfType<IFieldSymbol>()
                .Any(field => !field.IsStatic && !(field.AssociatedSymbol is IPropertySymbol property && JsonAttributes.IsIgnored(property)))
            || (type.BaseType is { SpecialType: SpecialType.None } baseType && HasFields(baseType));

    private static ObjectModel Shape(INamedTypeSymbol type, List<Member> members, ConstructorReader constructor)
        => new(new(members.Select(member => member.ToModel())), new(constructor.Places), constructor.CanRead, type.IsValueType);

    private static List<Member> FindMembers(INamedTypeSymbol type, Compilation compilation)
    {
        var members = new List<Member>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var symbol in current.GetMembers().Where(member => !member.IsStatic && !member.IsImplicitlyDeclared))
            {
                if (symbol is IFieldSymbol field && JsonAttributes.Has(field, "JsonInclude"))
                {
                    throw new CodecGapException($"has the field '{field.Name}' with [JsonInclude]");
                }

                if (symbol is IPropertySymbol property && IsContractMember(property) && IsNew(property, seen, type)
                    && Member.Read(property, type, compilation) is { } member)
                {
                    members.Add(member);
                }
            }
        }

        // Stable, so that members without an order keep that of the declaration.
        return [.. members.OrderBy(member => member.Order)];
    }

    /// <summary>Whether it is part of System.Text.Json's contract, if no attribute excludes it.</summary>
    public static bool IsContractMember(IPropertySymbol property)
        => property.Parameters.IsEmpty && property.ExplicitInterfaceImplementations.IsEmpty
            && (property.GetMethod?.DeclaredAccessibility == Accessibility.Public
                || property.SetMethod?.DeclaredAccessibility == Accessibility.Public
                || JsonAttributes.Has(property, "JsonInclude"));

    private static bool IsNew(IPropertySymbol property, HashSet<string> seen, INamedTypeSymbol type)
    {
        var isNew = seen.Add(property.Name);
        return isNew || property.IsVirtual || property.IsOverride || property.IsAbstract
            ? isNew
            : throw new CodecGapException($"hides the member '{property.Name}' of {property.ContainingType.Name}");
    }

    // Its contracts have exceptions of their own.
    private static bool IsOfFramework(INamedTypeSymbol type, Compilation compilation)
        => !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)
            && type.ContainingNamespace?.ToDisplayString() is { } name
            && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal));
}

/// <summary>Why a type gets no codec.</summary>
internal sealed class CodecGapException(string reason) : Exception(reason);
