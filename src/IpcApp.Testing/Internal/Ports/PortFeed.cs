using IpcApp.Internal.Scheduling;
using IpcApp.Internal.Wire;

namespace IpcApp.Testing.Internal.Ports;

/// <summary>
/// Carries what ports say to .NET, in order, on the thread pool: as with a real Electron it comes later, and from the connection's reader.
/// </summary>
internal sealed class PortFeed(PendingWork work, Action<MessageKind, uint, byte[]> receive) : IThreadPoolWorkItem
{
    private readonly Queue<(MessageKind Kind, uint Number, byte[] Payload, PendingWork.Ticket Work)> _queue = new();
    private bool _isRunning;

    public void Add(MessageKind kind, uint number, byte[] payload)
    {
        lock (_queue)
        {
            _queue.Enqueue((kind, number, payload, work.Begin()));
            if (!_isRunning)
            {
                _isRunning = true;
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            }
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        while (Next() is { } item)
        {
            using (item.Work)
            {
                receive(item.Kind, item.Number, item.Payload);
            }
        }
    }

    private (MessageKind Kind, uint Number, byte[] Payload, PendingWork.Ticket Work)? Next()
    {
        lock (_queue)
        {
            if (_queue.TryDequeue(out var item))
            {
                return item;
            }

            _isRunning = false;
            return null;
        }
    }
}
