using IpcApp.Generators.Internal.Models;

namespace IpcApp.Generators.Internal.Writing;

/// <summary>
/// Writes <c>AddIpcHandlers</c>. The class is internal and marked as embedded, which hides it from every other assembly, also from
/// one named in InternalsVisibleTo: a test project has a method of that name itself, and both would be ambiguous.
/// </summary>
internal static class ExtensionWriter
{
    public static string Write(AssemblyModel assembly, bool hasHandlers)
    {
        string[] own = hasHandlers ? [$"global::{assembly.Namespace}.{Names.Catalog}"] : [];
        string[] catalogs = [.. own, .. assembly.ReferencedCatalogs];
        var found = string.Join(", ", catalogs.Select(catalog => $"typeof({catalog})"));
        string[] attribute = catalogs.Length > 0 ? [$"[assembly: {Names.Runtime}IpcFoundHandlers({found})]", ""] : [];
        return new SourceWriter().Header()
            .Lines(attribute)
            .Line("namespace Microsoft.Extensions.DependencyInjection;")
            .Line()
            .Line("/// <summary>Adds the handlers that the compiler found.</summary>")
            .Line(Names.GeneratedCode)
            .Line("[global::Microsoft.CodeAnalysis.Embedded]")
            .Line("internal static class IpcHandlerServiceCollectionExtensions")
            .Open()
            .Line("/// <summary>Adds every IPC handler of this assembly and of the assemblies it references, each once.</summary>")
            .Line("/// <param name=\"services\">The app's services.</param>")
            .Line("/// <returns>The same services.</returns>")
            .Line($"internal static {Names.ServiceCollection} AddIpcHandlers(")
            .Indent(1)
            .Line($"this {Names.ServiceCollection} services)")
            .Indent(-1)
            .Open()
            .Lines(catalogs.Select(catalog => $"{catalog}.AddTo(services);"))
            .Line("return services;")
            .Close()
            .Close()
            .ToString();
    }
}
