using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IpcApp.Generators.Internal.Reading.Codecs;

/// <summary>The functions that make a collection of the list or dictionary that was read; null for types that can only be sent.</summary>
internal static class CollectionBuilds
{
    private const string Generic = "System.Collections.Generic.";

    public static string? ForSequence(ITypeSymbol type, ITypeSymbol element, Compilation compilation)
    {
        var list = Construct(compilation, Generic + "List`1", element);
        var set = Construct(compilation, Generic + "HashSet`1", element);
        return IsAssignable(list, type, compilation) ? "static items => items"
            : IsAssignable(set, type, compilation) ? $"static items => new {TypeText.ForTypeOf(set)}(items)"
            : FromAttribute((INamedTypeSymbol)type, element, compilation)
            ?? FromAdd((INamedTypeSymbol)type, element, compilation)
            ?? FromConstructor((INamedTypeSymbol)type, list, compilation);
    }

    public static string? ForDictionary(ITypeSymbol type, INamedTypeSymbol plain, Compilation compilation)
    {
        if (IsAssignable(plain, type, compilation))
        {
            return "static entries => entries";
        }

        var immutable = Construct(compilation, "System.Collections.Immutable.ImmutableDictionary`2", [.. plain.TypeArguments]);
        if (IsAssignable(immutable, type, compilation))
        {
            return "static entries => global::System.Collections.Immutable.ImmutableDictionary.ToImmutableDictionary(entries)";
        }

        var pair = Construct(compilation, Generic + "KeyValuePair`2", [.. plain.TypeArguments]);
        return type.OriginalDefinition.ToDisplayString() switch
        {
            "System.Collections.Immutable.ImmutableSortedDictionary<TKey, TValue>"
                => "static entries => global::System.Collections.Immutable.ImmutableSortedDictionary.ToImmutableSortedDictionary(entries)",
            "System.Collections.Frozen.FrozenDictionary<TKey, TValue>"
                => "static entries => global::System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(entries)",
            _ => FromAdd((INamedTypeSymbol)type, pair, compilation) ?? FromConstructor((INamedTypeSymbol)type, plain, compilation),
        };
    }

    /// <summary>The way that collection expressions use, which the immutable collections offer.</summary>
    private static string? FromAttribute(INamedTypeSymbol type, ITypeSymbol element, Compilation compilation)
    {
        var attribute = type.GetAttributes().FirstOrDefault(
            a => a.AttributeClass?.ToDisplayString() == "System.Runtime.CompilerServices.CollectionBuilderAttribute");
        if (attribute?.ConstructorArguments.FirstOrDefault().Value is not INamedTypeSymbol builder
            || attribute.ConstructorArguments.LastOrDefault().Value is not string name)
        {
            return null;
        }

        var span = Construct(compilation, "System.ReadOnlySpan`1", element);
        var takesSpan = builder.GetMembers(name).OfType<IMethodSymbol>()
            .Where(method => method is { IsStatic: true, DeclaredAccessibility: Accessibility.Public, Parameters.Length: 1 })
            .Select(method => !method.IsGenericMethod ? method
                : method.TypeParameters.Length == type.TypeArguments.Length ? method.Construct([.. type.TypeArguments]) : null)
            .Any(method => SymbolEqualityComparer.Default.Equals(method?.Parameters[0].Type, span)
                && SymbolEqualityComparer.Default.Equals(method!.ReturnType, type));
        var arguments = type.TypeArguments.IsEmpty ? "" : $"<{string.Join(", ", type.TypeArguments.Select(TypeText.ForTypeOf))}>";
        return takesSpan
            ? $"static items => {TypeText.ForTypeOf(builder)}.{CSharpText.Identifier(name)}{arguments}("
                + $"({TypeText.ForTypeOf(span)})global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan(items))"
            : null;
    }

    private static string? FromAdd(INamedTypeSymbol type, ITypeSymbol item, Compilation compilation)
    {
        var collection = Construct(compilation, Generic + "ICollection`1", item);
        var canAdd = !type.IsAbstract && IsAssignable(type, collection, compilation)
            && type.InstanceConstructors.Any(c => c.Parameters.IsEmpty && c.DeclaredAccessibility == Accessibility.Public
                && !(type.IsValueType && c.IsImplicitlyDeclared));
        return canAdd
            ? $"static items => global::IpcApp.Infrastructure.IpcCodecs.AddAll(new {TypeText.ForTypeOf(type)}(), items)"
            : null;
    }

    private static string? FromConstructor(INamedTypeSymbol type, ITypeSymbol source, Compilation compilation)
    {
        var found = type.IsAbstract ? null : type.InstanceConstructors.FirstOrDefault(constructor
            => constructor is { DeclaredAccessibility: Accessibility.Public, Parameters.Length: 1 }
                && constructor.Parameters[0].RefKind == RefKind.None
                && constructor.Parameters[0].Type.SpecialType != SpecialType.System_Object
                && IsAssignable(source, constructor.Parameters[0].Type, compilation));
        return found is null
            ? null
            : $"static items => new {TypeText.ForTypeOf(type)}(({TypeText.ForTypeOf(found.Parameters[0].Type)})items)";
    }

    private static INamedTypeSymbol Construct(Compilation compilation, string name, params ITypeSymbol[] arguments)
        => compilation.GetTypeByMetadataName(name)!.Construct(arguments);

    private static bool IsAssignable(ITypeSymbol from, ITypeSymbol to, Compilation compilation)
        => compilation.ClassifyCommonConversion(from, to) is { IsImplicit: true, IsUserDefined: false } conversion
            && (conversion.IsIdentity || conversion.IsReference);
}
