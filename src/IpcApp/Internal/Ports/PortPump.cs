using IpcApp.Internal.Scheduling;

namespace IpcApp.Internal.Ports;

/// <summary>
/// Raises the messages of one started port one after another, in order, on the thread pool; its close comes last. Ports are pipes of their
/// own: they wait for no frame's messages, and not for each other (S115).
/// </summary>
internal sealed class PortPump(MessagePortMain port, PortServices services) : IPortHolder, IThreadPoolWorkItem
{
    private bool _isRunning;
    private PendingWork.Ticket _work;

    public void Wake()
    {
        if (!_isRunning)
        {
            _isRunning = true;
            _work = services.Pending.Begin();
            services.Work.Queue(this);
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        var work = _work;
        var clean = ExecutionContext.Capture();
        while (Next() is { } raise)
        {
            raise();
            if (clean is not null)
            {
                ExecutionContext.Restore(clean); // what one subscriber put into an AsyncLocal is not the next message's
            }

            if (services.Work.IsStepwise)
            {
                services.Work.Queue(this);
                return;
            }
        }

        work.Dispose();
    }

    public override string ToString() => "message of a port to main";

    /// <summary>What is to be raised next; null when there is nothing, and others may wake the pump again.</summary>
    private Action? Next()
    {
        lock (PortGate.Lock)
        {
            if (port.Endpoint is { } endpoint)
            {
                if (endpoint.TryTake(out var message))
                {
                    return () => port.RaiseMessage(message);
                }

                if (endpoint.IsPeerClosed)
                {
                    return port.Close;
                }
            }

            _isRunning = false;
            return null;
        }
    }
}
