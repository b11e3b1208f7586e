using System.Collections.Concurrent;
using IpcApp.Internal.Frames;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Dispatch;

/// <summary>
/// Runs what users subscribed to windows and menus: on the thread pool, in the order of the events, each up to its first incomplete await
/// before the next starts. A failure is logged, and the app lives on.
/// </summary>
internal sealed class UserEvents(PendingWork pending, ILogger<IIpcMain> logger) : IThreadPoolWorkItem
{
    private readonly ConcurrentQueue<Entry> _queue = new();
    private int _count;

    /// <summary>Gives an event its place. Never runs user code itself, so it can be called on the reader.</summary>
    /// <param name="what">Who is run, for the log: a noun.</param>
    /// <param name="run">The user's code.</param>
    public void Raise(string what, Func<Task> run)
    {
        _queue.Enqueue(new Entry(what, run, pending.Begin()));
        if (Interlocked.Increment(ref _count) == 1)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    /// <inheritdoc cref="Raise(string, Func{Task})"/>
    public void Raise(string what, Action run) => Raise(what, () =>
    {
        run();
        return Task.CompletedTask;
    });

    void IThreadPoolWorkItem.Execute()
    {
        var clean = ExecutionContext.Capture();
        do
        {
            if (_queue.TryDequeue(out var entry))
            {
                _ = RunAsync(entry);
                if (clean is not null)
                {
                    ExecutionContext.Restore(clean); // values in an AsyncLocal do not leak from one subscriber to the next
                }
            }
        }
        while (Interlocked.Decrement(ref _count) > 0);
    }

    private async Task RunAsync(Entry entry)
    {
        using (entry.Ticket)
        {
            try
            {
                await entry.Run().ConfigureAwait(false);
            }
            catch (Exception e)
            {
                FrameLog.UserCodeFailed(logger, entry.What, e);
            }
        }
    }

    private readonly record struct Entry(string What, Func<Task> Run, PendingWork.Ticket Ticket);
}
