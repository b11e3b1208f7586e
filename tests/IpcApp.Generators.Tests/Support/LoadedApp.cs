using System.Reflection;
using System.Runtime.Loader;
using IpcApp.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Generators.Tests.Support;

/// <summary>A compiled app, loaded into this process, with its generated <c>AddIpcHandlers</c>.</summary>
internal sealed class LoadedApp
{
    private const string Extensions = "Microsoft.Extensions.DependencyInjection.IpcHandlerServiceCollectionExtensions";
    private readonly AssemblyLoadContext _context = new("test app", isCollectible: true);

    private LoadedApp(byte[] app, params IEnumerable<byte[]> libraries)
    {
        foreach (var library in libraries)
        {
            _context.LoadFromStream(new MemoryStream(library));
        }

        Assembly = _context.LoadFromStream(new MemoryStream(app));
    }

    public Assembly Assembly { get; }

    public static LoadedApp Load(params string[] sources) => new(GeneratorRun.Of(sources).Output.EmitClean());

    public static LoadedApp Load(byte[] app, params IEnumerable<byte[]> libraries) => new(app, libraries);

    public IServiceCollection AddIpcHandlers(IServiceCollection? services = null) => Add(Assembly, services);

    /// <summary>Calls the method that another of the loaded assemblies has.</summary>
    public IServiceCollection AddIpcHandlersOf(string library) => Add(_context.Assemblies.Single(a => a.GetName().Name == library), null);

    public IReadOnlyList<IpcRegistration> Registrations() => RegistrationsIn(AddIpcHandlers());

    public static IReadOnlyList<IpcRegistration> RegistrationsIn(IServiceCollection services)
        => [.. services.Select(service => service.ImplementationInstance).OfType<IpcRegistration>()];

    private static IServiceCollection Add(Assembly assembly, IServiceCollection? services)
        => (IServiceCollection)assembly.GetType(Extensions, throwOnError: true)!
            .GetMethod("AddIpcHandlers", BindingFlags.Static | BindingFlags.NonPublic)!
            .Invoke(null, [services ?? new ServiceCollection()])!;
}
