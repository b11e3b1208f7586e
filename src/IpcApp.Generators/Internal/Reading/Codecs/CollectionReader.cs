using IpcApp.Generators.Internal.Models;
using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Reading.Codecs;

/// <summary>Recognises collections, and finds out how they are made: by the rules that the run-time package follows by reflection.</summary>
internal static class CollectionReader
{
    private const string Generic = "System.Collections.Generic.";

    /// <summary>What a collection type is; an obstacle is a reason to have no codec.</summary>
    public sealed record Collection(CodecKind Kind, IReadOnlyList<ITypeSymbol> Arguments, string? Build, string? Obstacle = null);

    /// <summary>Null for a type that is no collection.</summary>
    public static Collection? Find(ITypeSymbol type, Compilation compilation)
    {
        if (type is IArrayTypeSymbol array)
        {
            return new(CodecKind.Sequence, [array.ElementType], "static items => items.ToArray()");
        }

        if (MemoryKind(type) is { } memory)
        {
            return new(memory, ((INamedTypeSymbol)type).TypeArguments, null);
        }

        if (type.AllInterfaces.Prepend(type).Any(IsGroup))
        {
            return new(CodecKind.Sequence, [], null, "has a key that its elements do not have");
        }

        var dictionaries = Interfaces(type, "IDictionary", 2).Concat(Interfaces(type, "IReadOnlyDictionary", 2)).ToList();
        if (dictionaries.Count > 0)
        {
            return FindDictionary(type, dictionaries, compilation);
        }

        var sequences = Interfaces(type, "IEnumerable", 1).ToList();
        if (sequences.Count > 0)
        {
            return FindSequence(type, sequences, compilation);
        }

        return type.AllInterfaces.Prepend(type).Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable)
            ? new(CodecKind.Sequence, [], null, "is a collection without an element type")
            : null;
    }

    /// <summary>Where the elements, or the keys and values, may be null; empty where the run-time package assumes the same.</summary>
    public static IReadOnlyList<string> AnnotationsOf(ITypeSymbol type, CodecKind kind)
    {
        if (type is not INamedTypeSymbol { OriginalDefinition: { } definition } || kind is CodecKind.Memory or CodecKind.ReadOnlyMemory)
        {
            return [];
        }

        var isDictionary = kind is CodecKind.Dictionary or CodecKind.Map;
        var held = (isDictionary
            ? Interfaces(definition, "IDictionary", 2).Concat(Interfaces(definition, "IReadOnlyDictionary", 2))
            : Interfaces(definition, "IEnumerable", 1)).First().TypeArguments;
        var texts = held.Skip(kind == CodecKind.Dictionary ? 1 : 0).Select(part => NullAnnotationText.OfElement(part, definition)).ToList();
        string[] usual = kind switch
        {
            CodecKind.Dictionary => ["b"],
            CodecKind.Map => ["a", "b"],
            _ => ["a"],
        };
        return texts.SequenceEqual(usual) ? [] : texts;
    }

    private static Collection FindDictionary(ITypeSymbol type, List<INamedTypeSymbol> interfaces, Compilation compilation)
    {
        var (key, value) = (interfaces[0].TypeArguments[0], interfaces[0].TypeArguments[1]);
        if (interfaces.Any(i => !SameArguments(i, interfaces[0])))
        {
            return new(CodecKind.Map, [], null, "is several dictionaries at once");
        }

        var plain = compilation.GetTypeByMetadataName(Generic + "Dictionary`2")!.Construct(key, value);
        var build = CollectionBuilds.ForDictionary(type, plain, compilation);
        return key.SpecialType == SpecialType.System_String
            ? new(CodecKind.Dictionary, [value], build)
            : new(CodecKind.Map, [key, value], build);
    }

    private static Collection FindSequence(ITypeSymbol type, List<INamedTypeSymbol> interfaces, Compilation compilation)
    {
        var element = interfaces[0].TypeArguments[0];
        if (interfaces.Any(i => !SameArguments(i, interfaces[0])))
        {
            return new(CodecKind.Sequence, [], null, "is several sequences at once");
        }

        if (IsSequenceOfItself(type, element, compilation))
        {
            return new(CodecKind.Sequence, [], null, "is a sequence of itself");
        }

        var isSet = Interfaces(type, "ISet", 1).Concat(Interfaces(type, "IReadOnlySet", 1)).Any();
        return new(isSet ? CodecKind.Set : CodecKind.Sequence, [element], CollectionBuilds.ForSequence(type, element, compilation));
    }

    private static CodecKind? MemoryKind(ITypeSymbol type) => type.OriginalDefinition.ToDisplayString() switch
    {
        "System.Memory<T>" => CodecKind.Memory,
        "System.ReadOnlyMemory<T>" => CodecKind.ReadOnlyMemory,
        _ => null,
    };

    private static bool IsGroup(ITypeSymbol type)
        => type.Name is "IGrouping" or "ILookup" && type.ContainingNamespace?.ToDisplayString() == "System.Linq";

    // Such as a JSON model of another library, where a leaf is a sequence too, and an empty one.
    private static bool IsSequenceOfItself(ITypeSymbol type, ITypeSymbol element, Compilation compilation)
        => element.SpecialType != SpecialType.System_Object && compilation.ClassifyCommonConversion(type, element).IsImplicit
            && WithBases(type).SelectMany(part => part.GetMembers()).OfType<IPropertySymbol>().Any(property
                => property is { IsStatic: false, IsIndexer: false, GetMethod: not null, DeclaredAccessibility: Accessibility.Public }
                    && property.Name is not ("Count" or "IsReadOnly") && !IsOfFramework(property.ContainingType));

    private static bool IsOfFramework(ITypeSymbol type)
        => type.ContainingNamespace?.ToDisplayString() is { } name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal));

    private static IEnumerable<ITypeSymbol> WithBases(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    private static bool SameArguments(INamedTypeSymbol left, INamedTypeSymbol right)
        => left.TypeArguments.Zip(right.TypeArguments, SymbolEqualityComparer.Default.Equals).All(isSame => isSame);

    private static IEnumerable<INamedTypeSymbol> Interfaces(ITypeSymbol type, string name, int arity)
        => type.AllInterfaces.Prepend(type as INamedTypeSymbol)
            .Where(i => i is not null && i.Name == name && i.TypeArguments.Length == arity
                && i.TypeKind == TypeKind.Interface && i.ContainingNamespace.ToDisplayString() == "System.Collections.Generic")!;
}
