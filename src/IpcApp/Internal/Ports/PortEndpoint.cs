using System.Diagnostics.CodeAnalysis;
using IpcApp.Internal.Scheduling;

namespace IpcApp.Internal.Ports;

/// <summary>
/// One end of a message channel. It goes from holder to holder when a port is transferred, and keeps the messages that arrive before it is started
/// it (S134, S135). It refers to its holder only once that has started it, so that an unstarted port can be collected (S138). Every member
/// is called with <see cref="PortGate"/> held.
/// </summary>
internal sealed class PortEndpoint : IPortPeer
{
    private readonly Queue<PortMessage> _queue = new();
    private IPortHolder? _holder;

    /// <summary>An end of its own.</summary>
    /// <param name="peer">The far side; null if it is to come.</param>
    public PortEndpoint(IPortPeer? peer) => Peer = peer;

    /// <summary>The far side; null when either side has closed.</summary>
    public IPortPeer? Peer { get; private set; }

    /// <summary>Whether the far side closed. It is told after what waits.</summary>
    public bool IsPeerClosed { get; private set; }

    /// <summary>Whether any holder has ever started it.</summary>
    public bool WasStarted { get; private set; }

    public bool HasWaiting => _queue.Count > 0;

    /// <summary>
    /// The room of the frame whose messages come to this end, as far as it is known; null while none has come from outside of this process.
    /// </summary>
    public FrameRoom? Room { get; set; }

    public static (PortEndpoint One, PortEndpoint Other) Pair()
    {
        var one = new PortEndpoint(null);
        var other = new PortEndpoint(one);
        one.Peer = other;
        return (one, other);
    }

    /// <summary>Sends to the far side; nowhere if there is none any more (S137).</summary>
    /// <returns>Null, or the reason why the message was not taken.</returns>
    public string? Post(PortMessage message)
    {
        if (Peer is { } peer)
        {
            return peer.Deliver(message);
        }

        message.Discard();
        return null;
    }

    public bool TryTake([NotNullWhen(true)] out PortMessage? message) => _queue.TryDequeue(out message);

    /// <summary>Starts the end for a holder.</summary>
    public void Attach(IPortHolder holder)
    {
        _holder = holder;
        if (!WasStarted)
        {
            WasStarted = true;
            Peer?.NearStarted();
        }

        if (HasWaiting || IsPeerClosed)
        {
            holder.Wake();
        }
    }

    public void Detach() => _holder = null;

    public void Close()
    {
        var peer = Retire();
        while (TryTake(out var message))
        {
            message.Discard();
        }

        peer?.NearClosed();
    }

    /// <summary>Another peer takes the place of the one there was.</summary>
    public void Reconnect(IPortPeer peer)
    {
        Peer = peer;
        if (WasStarted)
        {
            peer.NearStarted();
        }
    }

    /// <summary>Parts from peer and holder without a word: something else takes this end's place.</summary>
    public IPortPeer? Retire()
    {
        var peer = Peer;
        Peer = null;
        _holder = null;
        return peer;
    }

    public string? Deliver(PortMessage message)
    {
        _queue.Enqueue(message);
        _holder?.Wake();
        return null;
    }

    /// <summary>A start is told to hosts only: what is sent to an unstarted end in this process waits in the end's own queue.</summary>
    void IPortPeer.NearStarted()
    {
    }

    void IPortPeer.NearClosed() => PeerClosed();

    public void PeerClosed()
    {
        Peer = null;
        IsPeerClosed = true;
        _holder?.Wake();
    }
}
