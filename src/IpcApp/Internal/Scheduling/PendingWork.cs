using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Scheduling;

/// <summary>Counts the messages that are being handled, so that shutting down, and the end of a test, can wait for them.</summary>
internal class PendingWork
{
    private readonly Lock _gate = new();
    private int _count;
    private TaskCompletionSource? _idle;

    public int Count => Volatile.Read(ref _count);

    /// <param name="leftover">Disposed at the end: what the message brought, in case it is not taken. May be null.</param>
    public Ticket Begin(IDisposable? leftover = null)
    {
        Interlocked.Increment(ref _count);
        return new Ticket(this, leftover);
    }

    /// <summary>The same for a message of a page.</summary>
    /// <param name="kind">Invoke, Send, SendSync or PostMessage.</param>
    /// <param name="channel">Its channel.</param>
    /// <param name="sender">Who sent it.</param>
    /// <param name="leftover">Disposed at the end. May be null.</param>
    public virtual Ticket BeginMessage(MessageKind kind, string channel, IpcSenderInfo sender, IDisposable? leftover) => Begin(leftover);

    /// <summary>A message has come to its turn.</summary>
    /// <param name="leftover">What the ticket was made with.</param>
    protected virtual void Started(IDisposable? leftover)
    {
    }

    /// <summary>Completes when nothing is being handled; at once if nothing is.</summary>
    public Task WhenIdle()
    {
        lock (_gate)
        {
            return Count == 0
                ? Task.CompletedTask
                : (_idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <summary>Ends what <see cref="Begin"/> began, where its ticket was not kept.</summary>
    public void End()
    {
        if (Interlocked.Decrement(ref _count) == 0)
        {
            lock (_gate)
            {
                if (Count == 0)
                {
                    _idle?.TrySetResult();
                    _idle = null;
                }
            }
        }
    }

    public readonly struct Ticket(PendingWork owner, IDisposable? leftover) : IDisposable
    {
        public void Starting() => owner.Started(leftover);

        public void Dispose()
        {
            leftover?.Dispose();
            owner.End();
        }
    }
}
