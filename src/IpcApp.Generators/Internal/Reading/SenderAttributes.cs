using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Reading;

/// <summary>What <c>[AllowOrigin]</c>, <c>[AllowSubFrames]</c> and <c>[AllowAnySender]</c> on a handler class and its method say.</summary>
internal static class SenderAttributes
{
    /// <summary>The policy as code: <c>.Default</c>, and what is added to it; or empty where nothing is.</summary>
    public static string PolicyOf(INamedTypeSymbol handler, IMethodSymbol method)
    {
        var attributes = On(handler).Concat(method.GetAttributes()).ToList();
        if (attributes.Any(attribute => attribute.AttributeClass.IsIpcApp("AllowAnySenderAttribute")))
        {
            return ".AnySender";
        }

        var origins = attributes.SelectMany(OriginsOf).Distinct().Select(CSharpText.Literal).ToList();
        var subFrames = attributes.Any(attribute => attribute.AttributeClass.IsIpcApp("AllowSubFramesAttribute"));
        return (origins.Count, subFrames) is (0, false)
            ? ""
            : ".Default"
                + (origins.Count > 0 ? $".AllowOrigin({string.Join(", ", origins)})" : "")
                + (subFrames ? ".AllowSubFrames()" : "");
    }

    public static bool IsOne(AttributeData attribute)
        => attribute.AttributeClass is { } type
            && (type.IsIpcApp("AllowOriginAttribute") || type.IsIpcApp("AllowSubFramesAttribute") || type.IsIpcApp("AllowAnySenderAttribute"));

    /// <summary>The origins that an <c>[AllowOrigin]</c> names; of any other attribute none.</summary>
    public static IEnumerable<string> OriginsOf(AttributeData attribute)
        => attribute.AttributeClass.IsIpcApp("AllowOriginAttribute")
            && attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Array, IsNull: false } origins
            ? origins.Values.Select(origin => origin.Value as string ?? "")
            : [];

    /// <summary>Those of base classes count, too: a derived class answers for the methods it inherits.</summary>
    private static IEnumerable<AttributeData> On(INamedTypeSymbol? type)
    {
        for (; type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            foreach (var attribute in type.GetAttributes())
            {
                yield return attribute;
            }
        }
    }
}
