using IpcApp.Internal.Dispatch;
using IpcApp.Internal.Frames;
using IpcApp.Internal.Ports;
using IpcApp.Internal.Remote;

namespace IpcApp.Internal.Session;

/// <summary>Creates the session of a connection, and directs what the app sends to frames to that connection.</summary>
internal sealed class ElectronSessions(
    IpcAppOptions options,
    FrameTree frames,
    FrameLanes lanes,
    PortServices portServices,
    SessionNotices notices,
    MessageDependencies messages)
{
    /// <summary>Creates the session; what arrives is handed to it by the caller.</summary>
    /// <param name="link">The connection.</param>
    /// <param name="stopping">Fires when handlers should end.</param>
    public ElectronSession Begin(IElectronLink link, CancellationToken stopping)
    {
        var ports = new PortTable(link, portServices, options.Limits.MaxWaitingBytesPerFrame);
        var documents = new DocumentTable(frames, lanes.ForConnection(), stopping);
        (frames.Sender.Link, frames.Sender.Ports) = (link, ports);
        return new ElectronSession(frames, documents, ports, new MessageIntake(link, documents, ports, messages), notices);
    }

    /// <summary>What the app sends from now on is dropped.</summary>
    public void End() => frames.Sender.Link = null;
}
