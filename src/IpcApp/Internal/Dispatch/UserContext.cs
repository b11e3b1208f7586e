namespace IpcApp.Internal.Dispatch;

/// <summary>
/// The synchronization context of code that has no caller. What follows an <c>await</c> goes to the thread pool, or where the context before
/// would have it; <c>async void</c> methods count as pending work until they have ended, and what they throw is reported: without a
/// context of this kind it would end the process.
/// </summary>
internal sealed class UserContext : SynchronizationContext
{
    private readonly PendingWork _pending;
    private readonly WorkScheduler _work;
    private readonly Action<Exception> _report;
    private readonly SynchronizationContext? _outer;

    private UserContext(PendingWork pending, WorkScheduler work, Action<Exception> report, SynchronizationContext? outer)
        => (_pending, _work, _report, _outer) = (pending, work, report, outer);

    /// <summary>Makes a context the thread's own until the result is disposed, which must be on the same thread.</summary>
    public static Scope Enter(PendingWork pending, WorkScheduler work, Action<Exception> report)
    {
        var before = Current;
        SetSynchronizationContext(new UserContext(pending, work, report, before is UserContext user ? user._outer : before));
        return new Scope(before);
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        var rest = new Rest(this, d, state, _pending.Begin());
        if (_outer is not null)
        {
            _outer.Post(static posted => ((IThreadPoolWorkItem)posted!).Execute(), rest);
        }
        else
        {
            _work.Queue(rest);
        }
    }

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    public override void OperationStarted() => _pending.Begin();

    public override void OperationCompleted() => _pending.End();

    /// <summary>The context that was there before comes back.</summary>
    public readonly struct Scope(SynchronizationContext? before) : IDisposable
    {
        public void Dispose() => SetSynchronizationContext(before);
    }

    /// <summary>What follows an await. Its exceptions are those that an <c>async void</c> method has left behind.</summary>
    private sealed class Rest(UserContext context, SendOrPostCallback callback, object? state, PendingWork.Ticket ticket) : IThreadPoolWorkItem
    {
        public override string ToString() => "rest of an event";

        void IThreadPoolWorkItem.Execute()
        {
            var before = Current;
            SetSynchronizationContext(context);
            try
            {
                callback(state);
            }
            catch (Exception e)
            {
                context._report(e);
            }
            finally
            {
                SetSynchronizationContext(before);
                ticket.Dispose();
            }
        }
    }
}
