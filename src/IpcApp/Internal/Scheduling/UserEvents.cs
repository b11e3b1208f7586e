namespace IpcApp.Internal.Scheduling;

/// <summary>
/// Runs what users subscribed to windows and menus: in the order of the events, each up to its first incomplete await before the next
/// starts. The end of the app, and of a test, waits for them as for messages.
/// </summary>
internal sealed class UserEvents(PendingWork pending, UserCode userCode, ListenerFailures failures)
{
    private readonly EventLane _lane = userCode.Events;

    /// <summary>Gives an event its place. Never runs user code itself, so it can be called on the reader.</summary>
    /// <param name="what">Who is run, for the log: a noun.</param>
    /// <param name="run">The user's code.</param>
    public void Raise(string what, Func<Task> run) => _lane.Raise(what, () => _ = RunAsync(what, run), what);

    /// <inheritdoc cref="Raise(string, Func{Task})"/>
    public void Raise(string what, Action run) => _lane.Raise(what, run, what);

    private async Task RunAsync(string what, Func<Task> run)
    {
        using (pending.Begin())
        {
            try
            {
                await run();
            }
            catch (Exception e)
            {
                failures.ReportEvent(what, e);
            }
        }
    }
}
