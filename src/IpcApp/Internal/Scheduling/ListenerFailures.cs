using IpcApp.Internal.Logging;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Scheduling;

/// <summary>
/// Takes the failures that have no caller: each is logged, and raised as <see cref="IpcApplication.ListenerFailed"/>. Electron makes the
/// process's <c>uncaughtException</c> of them (S142).
/// </summary>
internal sealed class ListenerFailures
{
    private const string EventName = "ListenerFailed";
    private const string Own = $"A subscriber of {EventName}";

    private readonly PendingWork _pending;
    private readonly WorkScheduler _work;
    private readonly ILogger<Subsystem.Ipc> _logger;
    private readonly EventLane _events;

    public ListenerFailures(PendingWork pending, WorkScheduler work, ILogger<Subsystem.Ipc> logger)
    {
        (_pending, _work, _logger) = (pending, work, logger);
        _events = new EventLane((_, action) => Run(action), work, pending, watch: null); // it holds up no event of windows
    }

    public event EventHandler<ListenerFailedEventArgs>? Failed;

    /// <summary>A listener of a page's message has failed.</summary>
    public void Report(string channel, string listener, Exception error)
    {
        UserCodeLog.ListenerFailed(_logger, channel, listener, error);
        Raise(channel, listener, error);
    }

    /// <summary>A subscriber of an event, or a callback, has failed.</summary>
    /// <param name="what">What has failed: a noun.</param>
    /// <param name="error">What it threw.</param>
    public void ReportEvent(string what, Exception error)
    {
        UserCodeLog.Failed(_logger, what, error);
        Raise("", what, error);
    }

    private void Raise(string channel, string listener, Exception error)
    {
        if (Failed is not null)
        {
            var e = new ListenerFailedEventArgs(channel, listener, error);
            _events.Raise(EventName, () => Failed?.Invoke(this, e));
        }
    }

    /// <summary>What fails here is logged only: raised once more, it could fail for ever.</summary>
    private void Run(Action action)
    {
        try
        {
            using (UserContext.Enter(_pending, _work, Log))
            {
                action();
            }
        }
        catch (Exception e)
        {
            Log(e);
        }

        void Log(Exception e) => UserCodeLog.Failed(_logger, Own, e);
    }
}
