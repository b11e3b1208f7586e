using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Reading;

/// <summary>What <c>[IpcChannels]</c>, or <c>[IpcHandler]</c> as it was called before, says about a class, or the nearest of its base classes that has it.</summary>
/// <param name="Prefix">The written-out prefix, or null.</param>
/// <param name="Lifetime">The service lifetime as code.</param>
internal readonly record struct ChannelsAttribute(string? Prefix, string Lifetime)
{
    private const string DefaultLifetime = "global::Microsoft.Extensions.DependencyInjection.ServiceLifetime.Scoped";

    public static ChannelsAttribute Of(INamedTypeSymbol handler)
    {
        for (var type = handler; type is not null; type = type.BaseType)
        {
            if (type.GetAttributes().FirstOrDefault(IsSought) is { } attribute)
            {
                return Read(attribute);
            }
        }

        return new(null, DefaultLifetime);
    }

    private static bool IsSought(AttributeData attribute)
        => attribute.AttributeClass.IsIpcApp("IpcChannelsAttribute") || attribute.AttributeClass.IsIpcApp("IpcHandlerAttribute");

    private static ChannelsAttribute Read(AttributeData attribute)
    {
        var named = attribute.NamedArguments.ToDictionary(argument => argument.Key, argument => argument.Value);
        return new(
            named.TryGetValue("Prefix", out var prefix) ? prefix.Value as string : null,
            named.TryGetValue("Lifetime", out var lifetime) && lifetime.Kind == TypedConstantKind.Enum
                ? ConstantText.Of(lifetime)
                : DefaultLifetime);
    }
}
