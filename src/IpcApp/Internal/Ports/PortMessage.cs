using IpcApp.Internal.Codec;
using IpcApp.Internal.Scheduling;

namespace IpcApp.Internal.Ports;

/// <summary>What travels on a port: an encoded value, and the ends of other ports.</summary>
/// <param name="values">The value; valid until the message is disposed.</param>
/// <param name="owner">Gives the bytes back.</param>
/// <param name="ports">The ends that are transferred. Nothing else refers to them.</param>
/// <param name="room">
/// Where the message waits, by <see cref="FrameRoom.TryWait"/>; null for one that comes from this process.
/// </param>
internal sealed class PortMessage(
    ReadOnlyMemory<byte> values, IDisposable owner, IReadOnlyList<PortEndpoint> ports, FrameRoom? room = null) : IDisposable, IExpansionOwner
{
    private RoomShare _share;
    private int _isDisposed;

    public ReadOnlyMemory<byte> Values { get; } = values;

    public IReadOnlyList<PortEndpoint> Ports { get; } = ports;

    /// <summary>The ports, as their new owner gets them.</summary>
    public IReadOnlyList<MessagePortMain> Open(PortServices services)
        => Ports.Count == 0 ? [] : [.. Ports.Select(end => new MessagePortMain(end, services))];

    /// <summary>The message will not be delivered: its ports close, so that their peers hear of it (S138).</summary>
    public void Discard()
    {
        Dispose();
        End();
        foreach (var port in Ports)
        {
            port.Close();
        }
    }

    /// <summary>Gives the bytes back. The message waits no longer.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            room?.EndWait(Values.Length);
            owner.Dispose();
        }
    }

    /// <inheritdoc cref="RoomShare.ExpandTo"/>
    public void ExpandedTo(long bytes)
    {
        if (room is not null)
        {
            _share.ExpandTo(room, Values.Length, bytes);
        }
    }

    /// <summary>The message has been handled to its end: gives back the room that its data took.</summary>
    public void End()
    {
        if (room is not null)
        {
            _share.GiveBack(room);
        }
    }
}
