using System.ComponentModel;

namespace IpcApp;

/// <summary>
/// Names the generated catalog of an assembly's handlers. Written by the generator, read by the generator of the app that
/// references the assembly; not for use by hand.
/// </summary>
/// <param name="catalog">A public static class with a method <c>AddTo(IServiceCollection)</c>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IpcHandlerAssemblyAttribute(Type catalog) : Attribute
{
    /// <summary>The generated catalog.</summary>
    public Type Catalog { get; } = catalog;
}
