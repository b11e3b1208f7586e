using IpcApp.Generators.Internal.Models;
using Microsoft.CodeAnalysis;

namespace IpcApp.Generators.Internal.Reading;

/// <summary>One channel attribute on a method.</summary>
/// <param name="Kind">Which attribute.</param>
/// <param name="WrittenName">The channel's name as written out, or null to derive it.</param>
/// <param name="Attribute">The attribute itself, for locations.</param>
internal readonly record struct ChannelBinding(ChannelKind Kind, string? WrittenName, AttributeData Attribute)
{
    /// <summary>The channel's name when the method answers as part of a handler class, which may derive from the declaring one.</summary>
    public string ChannelIn(INamedTypeSymbol handler, IMethodSymbol method)
        => WrittenName ?? ChannelName.Derive(ChannelsAttribute.Of(handler).Prefix, handler.Name, method.Name);

    public Location? LocationOf(IMethodSymbol method)
        => Attribute.ApplicationSyntaxReference is { } syntax
            ? syntax.SyntaxTree.GetLocation(syntax.Span)
            : method.Locations.FirstOrDefault(location => location.IsInSource);
}
