using System.Reflection;
using IpcApp.Infrastructure;

namespace IpcApp.Internal.Ground;

/// <summary>The app's own assembly: that of the program, or of the app that a test runs.</summary>
internal sealed class AppAssembly
{
    private readonly Assembly? _assembly = TestHarness.Current is { } harness ? harness.App : Assembly.GetEntryAssembly();

    /// <summary>The app's name, for people; null if no assembly is known.</summary>
    public string? Name => _assembly?.GetName().Name;

    /// <summary>
    /// The names of the assemblies whose handlers the app's <c>AddIpcHandlers</c> would add. The generator leaves the catalogs in an
    /// attribute of the assembly, so nothing is searched for that trimming could have removed.
    /// </summary>
    public IReadOnlyList<string> FindHandlerAssemblies() =>
    [
        .. _assembly?.GetCustomAttributes<IpcFoundHandlersAttribute>()
            .SelectMany(found => found.Catalogs)
            .Select(catalog => catalog.Assembly.GetName().Name!) ?? [],
    ];
}
