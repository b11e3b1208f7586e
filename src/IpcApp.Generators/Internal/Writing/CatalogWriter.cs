using IpcApp.Generators.Internal.Models;
using IpcApp.Generators.Internal.Reading;

namespace IpcApp.Generators.Internal.Writing;

/// <summary>Writes the catalog of an assembly's handlers, the one class that other assemblies see.</summary>
internal static class CatalogWriter
{
    public static string Write(IEnumerable<string> handlerClasses, string containingNamespace)
        => new SourceWriter().Header()
            .Line($"[assembly: global::IpcApp.IpcHandlerAssembly(typeof(global::{containingNamespace}.{Names.Catalog}))]")
            .Line()
            .Line($"namespace {containingNamespace};")
            .Line()
            .Line("/// <summary>The handlers of this assembly, for <c>AddIpcHandlers</c>; not for use by hand.</summary>")
            .Line(Names.GeneratedCode)
            .Line(Names.Hidden)
            .Line($"public static class {Names.Catalog}")
            .Open()
            .Line("/// <summary>Adds the handlers, once however often it is called.</summary>")
            .Line("/// <param name=\"services\">The app's services.</param>")
            .Line($"public static void AddTo({Names.ServiceCollection} services)")
            .Open()
            .Line("foreach (var service in services)")
            .Open()
            .Line("if (service.ServiceType == typeof(Added))")
            .Open()
            .Line("return;")
            .Close()
            .Close()
            .Line()
            .Line($"services.Add(new {Names.DependencyInjection}ServiceDescriptor(typeof(Added), new Added()));")
            .Lines(handlerClasses.Select(name => $"{CSharpText.Identifier(name)}.AddTo(services);"))
            .Close()
            .Line()
            .Line("private sealed class Added")
            .Open()
            .Close()
            .Close()
            .ToString();
}
