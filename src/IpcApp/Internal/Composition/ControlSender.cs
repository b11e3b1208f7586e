using IpcApp.Internal.Logging;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Wire;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Composition;

/// <summary>Sends control messages to Electron, and logs those that are refused.</summary>
internal sealed class ControlSender(ILogger<Subsystem.Bridge> logger)
{
    private volatile IElectronLink? _link;

    /// <summary>The connection; null before there is one, and after the app has ended.</summary>
    public IElectronLink? Link
    {
        get => _link;
        set => _link = value;
    }

    /// <summary>Does nothing while there is no connection.</summary>
    public void Send(ControlMessage message)
    {
        if (_link?.Send(MessageKind.Control, 0, 0, message.ToPayload()) is { } refusal)
        {
            HostingLog.ControlNotSent(logger, message.Type, refusal);
        }
    }
}
