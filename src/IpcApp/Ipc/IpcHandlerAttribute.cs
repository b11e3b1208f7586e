using Microsoft.Extensions.DependencyInjection;

namespace IpcApp;

/// <summary>The earlier name of <see cref="IpcChannelsAttribute"/>. It works as before and is removed in the next version.</summary>
[AttributeUsage(AttributeTargets.Class)]
[Obsolete("Use [IpcChannels] instead: it has the same properties.")]
public sealed class IpcHandlerAttribute : Attribute
{
    /// <inheritdoc cref="IpcChannelsAttribute.Prefix"/>
    public string? Prefix { get; init; }

    /// <inheritdoc cref="IpcChannelsAttribute.Lifetime"/>
    public ServiceLifetime Lifetime { get; init; } = ServiceLifetime.Scoped;
}
