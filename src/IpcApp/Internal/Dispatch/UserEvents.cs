using IpcApp.Internal.Frames;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Dispatch;

/// <summary>
/// Runs what users subscribed to windows and menus: in the order of the events, each up to its first incomplete await before the next
/// starts. A failure is logged, and the app lives on. The end of the app, and of a test, waits for them as for messages.
/// </summary>
internal sealed class UserEvents(PendingWork pending, WorkScheduler work, ILogger<IIpcMain> logger)
{
    // Nothing is thrown here, and what a subscriber puts into an AsyncLocal stays in its own async method.
    private readonly EventLane _lane = new(static (_, start) => start(), work);

    /// <summary>Gives an event its place. Never runs user code itself, so it can be called on the reader.</summary>
    /// <param name="what">Who is run, for the log: a noun.</param>
    /// <param name="run">The user's code.</param>
    public void Raise(string what, Func<Task> run)
    {
        var ticket = pending.Begin();
        _lane.Raise(what, () => _ = RunAsync(what, run, ticket));
    }

    /// <inheritdoc cref="Raise(string, Func{Task})"/>
    public void Raise(string what, Action run) => Raise(what, () =>
    {
        run();
        return Task.CompletedTask;
    });

    private async Task RunAsync(string what, Func<Task> run, PendingWork.Ticket ticket)
    {
        using (ticket)
        {
            try
            {
                await run();
            }
            catch (Exception e)
            {
                FrameLog.UserCodeFailed(logger, what, e);
            }
        }
    }
}
