using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Frames;

/// <summary>
/// The subscribers of every message of a window. Electron's side is told whether there are any: only then does it forward messages on channels
/// without a listener.
/// </summary>
/// <param name="watch">Tells Electron, for send and for sendSync.</param>
internal sealed class MessageSubscribers(Action<bool, bool> watch)
{
    private readonly Lock _gate = new();
    private IpcMainListener? _send;
    private IpcMainListener? _sendSync;

    public IpcMainListener? Of(MessageKind kind) => kind switch
    {
        MessageKind.Send => Volatile.Read(ref _send),
        MessageKind.SendSync => Volatile.Read(ref _sendSync),
        _ => null,
    };

    public void Add(MessageKind kind, IpcMainListener? listener) => Change(kind, subscribers => subscribers + listener);

    public void Remove(MessageKind kind, IpcMainListener? listener) => Change(kind, subscribers => subscribers - listener);

    private void Change(MessageKind kind, Func<IpcMainListener?, IpcMainListener?> change)
    {
        lock (_gate)
        {
            var before = (_send is null, _sendSync is null);
            ref var subscribers = ref kind == MessageKind.Send ? ref _send : ref _sendSync;
            Volatile.Write(ref subscribers, change(subscribers));
            if (before != (_send is null, _sendSync is null))
            {
                watch(_send is not null, _sendSync is not null);
            }
        }
    }
}
