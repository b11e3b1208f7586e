namespace IpcApp.Internal.Scheduling;

/// <summary>
/// Where everything runs that must not run on the connection's reader: on the thread pool, without the reader's execution context. A test
/// that decides the order itself puts one of its own in this place.
/// </summary>
/// <remarks>
/// So that such a test sees each part of a handler, awaits between the lane and the user's code keep the synchronization context: they do not
/// say <c>ConfigureAwait(false)</c>. On the pool there is none, and nothing to keep.
/// </remarks>
internal class WorkScheduler
{
    public static readonly WorkScheduler Pool = new();

    protected WorkScheduler()
    {
    }

    /// <summary>Whether a queue does one thing at a time and then queues itself again, so that others can come in between.</summary>
    public virtual bool IsStepwise => false;

    /// <summary>Runs it some time, never at once. Its <c>ToString</c> is what a stepwise one calls it.</summary>
    public virtual void Queue(IThreadPoolWorkItem work)
        => ThreadPool.UnsafeQueueUserWorkItem(work, preferLocal: false);
}
