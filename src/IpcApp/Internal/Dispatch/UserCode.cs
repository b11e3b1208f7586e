using IpcApp.Internal.Frames;

namespace IpcApp.Internal.Dispatch;

/// <summary>
/// Runs the app's code where it has no caller that could catch: subscribers of events, callbacks of tokens, listeners that return nothing.
/// What it throws, now or after an <c>await</c> of an <c>async void</c> method, is reported, and the app goes on.
/// </summary>
internal sealed class UserCode(PendingWork pending, WorkScheduler work, ListenerFailures failures)
{
    private EventLane? _events;

    /// <summary>
    /// The one lane for events of windows, their contents, menus and the app: subscribers see them in the order in which Electron raised
    /// them.
    /// </summary>
    public EventLane Events => LazyInitializer.EnsureInitialized(ref _events, NewLane);

    /// <param name="what">What is run, for the log: a noun.</param>
    /// <param name="action">The app's code.</param>
    public void Run(string what, Action action)
    {
        try
        {
            using (Enter(error => failures.ReportEvent(what, error)))
            {
                action();
            }
        }
        catch (Exception e)
        {
            failures.ReportEvent(what, e);
        }
    }

    /// <summary>
    /// Until the result is disposed, on the same thread, <c>async void</c> methods that are called belong to a listener. What one throws
    /// before it returns is the caller's.
    /// </summary>
    /// <param name="channel">The channel of the message.</param>
    /// <param name="listener">The listener, as logs call it.</param>
    public UserContext.Scope EnterListener(string channel, string listener) => Enter(error => failures.Report(channel, listener, error));

    /// <summary>Makes a lane for events.</summary>
    public EventLane NewLane() => new(Run, work, pending);

    private UserContext.Scope Enter(Action<Exception> report) => UserContext.Enter(pending, work, report);
}
