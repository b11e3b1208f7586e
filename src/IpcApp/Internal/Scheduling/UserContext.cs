namespace IpcApp.Internal.Scheduling;

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
    private readonly Action? _ended;

    /// <summary>The scope, and each <c>async void</c> method that has not ended.</summary>
    private int _running = 1;

    private UserContext(
        PendingWork pending, WorkScheduler work, Action<Exception> report, SynchronizationContext? outer, Action? ended)
        => (_pending, _work, _report, _outer, _ended) = (pending, work, report, outer, ended);

    /// <summary>Makes a context the thread's own until the result is disposed, which must be on the same thread.</summary>
    /// <param name="pending">Counts <c>async void</c> methods.</param>
    /// <param name="work">Where the rest of such a method runs.</param>
    /// <param name="report">Gets what such a method throws.</param>
    /// <param name="ended">Called once, when the result is disposed and all such methods have ended. May be null.</param>
    public static Scope Enter(PendingWork pending, WorkScheduler work, Action<Exception> report, Action? ended = null)
    {
        var before = Current;
        var context = new UserContext(pending, work, report, before is UserContext user ? user._outer : before, ended);
        SetSynchronizationContext(context);
        return new Scope(before, context);
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

    public override void OperationStarted()
    {
        Interlocked.Increment(ref _running);
        _pending.Begin();
    }

    public override void OperationCompleted()
    {
        EndOne();
        _pending.End();
    }

    private void EndOne()
    {
        if (Interlocked.Decrement(ref _running) == 0)
        {
            _ended?.Invoke();
        }
    }

    /// <summary>The context that was there before comes back.</summary>
    public readonly struct Scope(SynchronizationContext? before, UserContext context) : IDisposable
    {
        public void Dispose()
        {
            SetSynchronizationContext(before);
            context.EndOne();
        }
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
