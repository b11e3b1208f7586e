using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace IpcApp.Template.Tests.Support;

/// <summary>
/// The engine behind <c>dotnet new</c> is in no package that every feed has, but in the folder of each SDK: the one that compiled these tests.
/// </summary>
internal static class SdkAssemblies
{
    [ModuleInitializer]
    internal static void LoadFromSdk()
    {
        var folder = typeof(SdkAssemblies).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "SdkFolder").Value!;
        AssemblyLoadContext.Default.Resolving += (context, name) =>
        {
            var file = Path.Combine(folder, $"{name.Name}.dll");
            return File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
        };
    }
}
