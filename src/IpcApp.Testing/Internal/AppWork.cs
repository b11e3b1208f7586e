using IpcApp.Internal.Ports;
using IpcApp.Internal.Scheduling;

namespace IpcApp.Testing.Internal;

/// <summary>
/// The thread pool for one app among several of a process: what it runs knows which app's it is, so that a <c>new MessageChannelMain()</c> in
/// a handler is of the handler's own app.
/// </summary>
internal sealed class AppWork(AppPorts ports) : WorkScheduler
{
    public override void Queue(IThreadPoolWorkItem work) => base.Queue(new Work(ports, work));

    /// <summary>The pool forgets the context of a work item when that has run.</summary>
    private sealed class Work(AppPorts ports, IThreadPoolWorkItem work) : IThreadPoolWorkItem
    {
        public void Execute()
        {
            PortServices.OfFlow.Value = ports;
            work.Execute();
        }
    }
}
