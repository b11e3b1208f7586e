namespace IpcApp.Internal.Scheduling;

/// <summary>
/// Runs the app's code where it has no caller that could catch: subscribers of events, callbacks of tokens, listeners that return nothing.
/// What it throws, now or after an <c>await</c> of an <c>async void</c> method, is reported, and the app goes on.
/// </summary>
/// <param name="pending">Counts what runs.</param>
/// <param name="work">Where it runs.</param>
/// <param name="failures">Gets what it throws.</param>
/// <param name="watch">Looks for code that holds up the events; null for nothing.</param>
internal sealed class UserCode(PendingWork pending, WorkScheduler work, ListenerFailures failures, LaneWatch? watch = null)
{
    private EventLane? _events;

    /// <summary>
    /// The one lane for events of windows, their contents, menus and the app: subscribers see them in the order in which Electron raised
    /// them.
    /// </summary>
    public EventLane Events => LazyInitializer.EnsureInitialized(ref _events, NewLane);

    /// <param name="what">What is run, for the log: a noun.</param>
    /// <param name="action">The app's code.</param>
    /// <param name="ended">
    /// Called once, when the code and all <c>async void</c> methods that it has called have ended. Must not throw. May be null.
    /// </param>
    public void Run(string what, Action action, Action? ended = null)
    {
        try
        {
            using (UserContext.Enter(pending, work, error => failures.ReportEvent(what, error), ended))
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
    public UserContext.Scope EnterListener(string channel, string listener)
        => UserContext.Enter(pending, work, error => failures.Report(channel, listener, error));

    /// <summary>Counts code of the app that runs later as pending work, until the result is disposed.</summary>
    public PendingWork.Ticket Begin() => pending.Begin();

    /// <summary>Makes a lane for events.</summary>
    public EventLane NewLane() => new((what, action) => Run(what, action), work, pending, watch);
}
