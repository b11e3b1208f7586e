using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Reading.Codecs;

/// <summary>What the attributes and interfaces of System.Text.Json say.</summary>
internal static class JsonAttributes
{
    private const string Namespace = "System.Text.Json.Serialization";

    private static readonly HashSet<string> Followed =
    [
        "JsonPropertyNameAttribute",
        "JsonPropertyOrderAttribute",
        "JsonIgnoreAttribute",
        "JsonIncludeAttribute",
        "JsonRequiredAttribute",
        "JsonConstructorAttribute",
        "JsonStringEnumMemberNameAttribute",
    ];

    /// <summary>Why System.Text.Json itself must see to a type, or null.</summary>
    public static string? FindObstacle(INamedTypeSymbol type)
        => FindUnfollowed(type) is { } attribute && type.TypeKind != TypeKind.Enum ? $"has [{attribute}]"
            : type.AllInterfaces.Any(IsCallback) ? "has serialization callbacks"
            : null;

    /// <summary>The name of an attribute that no codec follows, or null.</summary>
    public static string? FindUnfollowed(ISymbol symbol)
        => symbol.GetAttributes()
            .Select(attribute => attribute.AttributeClass)
            .FirstOrDefault(type => type is not null && BasesOf(type).Any(IsJson) && !(IsJson(type) && Followed.Contains(type.Name)))
            ?.Name.Replace("Attribute", "");

    public static AttributeData? Find(ISymbol symbol, string name)
        => symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass is { } type && type.Name == name + "Attribute" && IsJson(type));

    /// <summary>Returns whether the member is excluded from the contract.</summary>
    public static bool IsIgnored(ISymbol symbol)
        => Find(symbol, "JsonIgnore") is { } ignore
            && ignore.NamedArguments.All(argument => argument.Key != "Condition" || argument.Value.Value is 1);

    public static bool Has(ISymbol symbol, string name) => Find(symbol, name) is not null;

    private static bool IsCallback(INamedTypeSymbol type) => type.Name.StartsWith("IJsonOn", StringComparison.Ordinal) && IsJson(type);

    private static bool IsJson(ITypeSymbol type) => type.ContainingNamespace?.ToDisplayString() == Namespace;

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            // What all attributes of that namespace derive from says nothing of its own.
            if (current.Name != "JsonAttribute")
            {
                yield return current;
            }
        }
    }
}
