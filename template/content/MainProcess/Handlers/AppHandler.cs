using System.Reflection;

namespace SampleApp._1.Handlers;

public sealed class AppHandler : IIpcHandler
{
    /// <summary>Synchronous: the page stands still until <c>ipc.sendSync('app:version')</c> has its answer. Prefer invoke.</summary>
    [IpcSync("app:version")]
    public string Version() => $"IpcApp {InformationalVersion(typeof(IIpcMain))} on .NET {Environment.Version}";

    private static string? InformationalVersion(Type type)
        => type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
}
