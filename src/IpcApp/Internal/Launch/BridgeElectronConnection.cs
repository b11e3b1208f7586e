using System.Text.Json;
using IpcApp.Internal.Bridge;
using IpcApp.Internal.Codec;
using IpcApp.Internal.Session;
using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Launch;

/// <summary>Electron in a process of its own, at the other end of the bridge.</summary>
/// <param name="bridge">The connection to it.</param>
/// <param name="process">The process.</param>
/// <param name="directory">Where the two have met.</param>
/// <param name="maxMessageBytes">The most that a message of a page may have.</param>
/// <param name="time">The clock.</param>
/// <param name="choice">What was started, where .NET has started it; null for Electron.</param>
internal sealed class BridgeElectronConnection(
    BridgeConnection bridge,
    IElectronProcess process,
    string directory,
    long maxMessageBytes,
    TimeProvider time,
    HostChoice? choice = null)
    : IElectronConnection, IBridgeReceiver
{
    private const int MinTransportLimit = 4 * 1024 * 1024;
    private const int MaxTransportLimit = 256 * 1024 * 1024;

    private static readonly TimeSpan KillAfter = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource<string?> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ElectronSession? _session;

    public Task<string?> Completion => _ended.Task;

    public RendererName Renderer => choice is { ElectronPath: null }
        ? RendererName.OfChromium(bridge.Peer.Info, choice.Headless)
        : RendererName.OfElectron(bridge.Peer.Info, choice?.Headless == true);

    public int ProcessId => process.Id;

    public string PrivateDirectory => directory;

    public void Start(ElectronSession session)
    {
        _session = session;
        bridge.Start(this);
    }

    /// <summary>What the bridge itself takes: the setting is for messages of pages, and must not cut off control messages and snapshots.</summary>
    public static int TransportLimit(long maxMessageBytes) => (int)Math.Clamp(maxMessageBytes, MinTransportLimit, MaxTransportLimit);

    public static BridgeOptions TransportOptions(IpcAppOptions options) => new()
    {
        MaxMessageBytes = TransportLimit(options.Limits.MaxMessageBytes),
        HandshakeTimeout = options.HandshakeTimeout,
    };

    public string? Send(MessageKind kind, uint lane, uint id, PayloadWriter payload)
    {
        if (OutgoingLimit.FindRefusal(kind, payload.WrittenMemory.Length, maxMessageBytes) is { } refusal)
        {
            payload.Dispose();
            return refusal;
        }

        return bridge.Send((byte)kind, lane, id, payload.WrittenMemory, payload, unlaned: kind == MessageKind.Reply) switch
        {
            BridgeSendResult.Queued or BridgeSendResult.Closed => null, // the connection's end is reported by itself
            BridgeSendResult.TooLarge => MessageTooLargeException.Text,
            _ => "Too many messages are waiting for Electron to take them.",
        };
    }

    void IBridgeReceiver.OnMessage(byte kind, uint lane, uint id, BridgePayload payload)
        => _session!.Receive((MessageKind)kind, lane, id, payload.Memory, payload);

    void IBridgeReceiver.OnClosed(BridgeCloseReason reason)
        => _ended.TrySetResult(reason.Kind is BridgeCloseKind.Closed or BridgeCloseKind.ClosedByPeer ? null : reason.Message);

    public async Task<int?> ReportedExitCodeAsync()
    {
        using var limit = new CancellationTokenSource(ElectronProcess.Exiting, time);
        return await process.ReportedExitCodeAsync(limit.Token).ConfigureAwait(false);
    }

    public async Task QuitAsync(int exitCode, CancellationToken cancellationToken)
    {
        Send(MessageKind.Control, 0, 0, ControlMessage.Quit(exitCode).ToPayload());
        await EndAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await bridge.DisposeAsync().ConfigureAwait(false);
        using var limit = new CancellationTokenSource(KillAfter, time);
        await EndAsync(limit.Token).ConfigureAwait(false);
        process.Dispose();
        RemoveDirectory();
    }

    public void RemoveDirectory() => BridgeDirectory.Remove(directory);

    private async Task EndAsync(CancellationToken limit)
    {
        try
        {
            await process.WaitForEndAsync(limit).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }
    }
}
