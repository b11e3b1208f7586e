using System.Text.Json;
using IpcApp.Internal.Bridge;

namespace IpcApp.Internal.Launch;

/// <summary>
/// Electron, which has started this process. It waits for this process before it ends, so here only the connection is waited for.
/// </summary>
internal sealed class ParentElectronProcess(BridgeConnection bridge) : IElectronProcess
{
    public int Id => ProcessIdOf(bridge);

    /// <summary>What Electron has said of itself; 0 if nothing.</summary>
    public static int ProcessIdOf(BridgeConnection bridge)
        => bridge.Peer.Info.ValueKind == JsonValueKind.Object
            && bridge.Peer.Info.TryGetProperty("pid", out var pid) && pid.TryGetInt32(out var id) ? id : 0;

    public Task WaitForEndAsync(CancellationToken cancellationToken) => bridge.Completion.WaitAsync(cancellationToken);

    public Task<int?> ReportedExitCodeAsync(CancellationToken limit) => Task.FromResult<int?>(null);

    /// <summary>Cuts the connection: an Electron that does not take notice of that ends this process instead.</summary>
    public void Kill() => bridge.Abort("The .NET main process has waited too long for Electron to end.");

    public void Dispose()
    {
    }
}
