using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Reading.Codecs;

/// <summary>The types that the run-time package knows without being told.</summary>
internal static class LeafTypes
{
    private static readonly HashSet<string> Names =
    [
        "System.Guid",
        "System.Uri",
        "System.DateTimeOffset",
        "System.DateOnly",
        "System.TimeOnly",
        "System.TimeSpan",
        "System.Half",
        "System.Int128",
        "System.UInt128",
        "System.Numerics.BigInteger",
        "System.Memory<byte>",
        "System.ReadOnlyMemory<byte>",
        "System.Text.Json.JsonElement",
        "System.Text.Json.JsonDocument",
        "System.Text.Json.Nodes.JsonNode",
        "System.Text.Json.Nodes.JsonObject",
        "System.Text.Json.Nodes.JsonArray",
        "System.Text.Json.Nodes.JsonValue",
    ];

    public static bool Contains(ITypeSymbol type)
        => type.SpecialType is (>= SpecialType.System_Boolean and <= SpecialType.System_String)
                or SpecialType.System_DateTime or SpecialType.System_Object or SpecialType.System_Void
            || type is IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte }
            || type.TypeKind == TypeKind.Dynamic
            || DerivesFrom(type, "IpcApp.IpcValue")
            || DerivesFrom(type, "System.Exception")
            || Names.Contains(type.ToDisplayString());

    public static bool DerivesFrom(ITypeSymbol type, string name)
    {
        for (var current = type as INamedTypeSymbol; current is not null; current = current.BaseType)
        {
            if (current.ToDisplayString() == name)
            {
                return true;
            }
        }

        return false;
    }
}
