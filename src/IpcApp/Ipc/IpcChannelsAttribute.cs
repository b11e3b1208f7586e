using Microsoft.Extensions.DependencyInjection;

namespace IpcApp;

/// <summary>Sets the channel prefix or the lifetime of a handler class. Without it both are derived.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class IpcChannelsAttribute : Attribute
{
    /// <summary>
    /// What stands before the colon in the derived channel names of the class, or null for the class's name in kebab-case without
    /// <c>Handler</c>: <c>NotesHandler</c> gives <c>notes</c>. Channel names that are written out are not prefixed.
    /// </summary>
    public string? Prefix { get; init; }

    /// <summary>
    /// How long an instance lives. <see cref="ServiceLifetime.Scoped"/>, the default, means one instance for each message.
    /// </summary>
    public ServiceLifetime Lifetime { get; init; } = ServiceLifetime.Scoped;
}
