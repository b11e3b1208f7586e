using System.ComponentModel;

namespace IpcApp.Infrastructure;

/// <summary>
/// Names the catalogs that the generated <c>AddIpcHandlers</c> of this assembly adds, so that an app that does not call it can be warned.
/// Written by the generator; not for use by hand.
/// </summary>
/// <param name="catalogs">The catalogs, of this assembly and of those that it references.</param>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IpcFoundHandlersAttribute(params Type[] catalogs) : Attribute
{
    /// <summary>The generated catalogs, each a class of the assembly whose handlers it adds.</summary>
    public IReadOnlyList<Type> Catalogs { get; } = catalogs;
}
