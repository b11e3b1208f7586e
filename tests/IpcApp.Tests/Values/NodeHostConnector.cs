using System.Runtime.CompilerServices;
using System.Text.Json;
using IpcApp.Internal.Bridge;
using IpcApp.Internal.Launch;
using IpcApp.Internal.Session;
using IpcApp.Tests.Bridge;

namespace IpcApp.Tests.Values;

/// <summary>Starts values-host.js in the place of Electron, as the launcher does, and connects over the real bridge.</summary>
internal sealed class NodeHostConnector(IpcAppOptions options, string task, object argument) : IElectronConnector, IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("ipcapp-values-");

    public async Task<IElectronConnection?> ConnectAsync(CancellationToken cancellationToken)
    {
        var layout = new AppLayout(_root.FullName);
        Directory.CreateDirectory(Path.GetDirectoryName(layout.ChromiumHost)!);
        var script = Path.Combine(SourceFolder(), "values-host.js");
        var taskText = JsonSerializer.Serialize(new[] { task, argument });
        await File.WriteAllTextAsync(
            layout.ChromiumHost,
            $"process.env.IPCAPP_VALUES_TASK = {JsonSerializer.Serialize(taskText)};\nrequire({JsonSerializer.Serialize(script)});\n",
            cancellationToken);

        var directory = BridgeDirectory.Create();
        var process = ElectronProcess.Start(new HostChoice(null, Headless: true, null), layout, directory, options);
        var bridgeOptions = new BridgeOptions { MaxMessageBytes = BridgeElectronConnection.TransportLimit(options.Limits.MaxMessageBytes) };
        var bridge = await BridgeConnection.ConnectAsync(directory, bridgeOptions, TimeProvider.System, cancellationToken).OrFail();
        return new BridgeElectronConnection(bridge, process, directory, options.Limits.MaxMessageBytes, TimeProvider.System);
    }

    public void Dispose() => _root.Delete(recursive: true);

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
