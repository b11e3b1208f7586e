using IpcApp.Internal.Frames;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Dispatch;

/// <summary>
/// Where failures of listeners end, which have no caller: each is logged, and told to whoever subscribed. Electron makes the process's
/// <c>uncaughtException</c> of them (S142).
/// </summary>
internal sealed class ListenerFailures(WorkScheduler work, ILogger<IIpcMain> logger)
{
    private readonly EventLane _events = new((what, action) => Run(logger, what, action), work);

    public event EventHandler<ListenerFailedEventArgs>? Failed;

    public void Report(string channel, string listener, Exception error)
    {
        DispatchLog.ListenerFailed(logger, channel, listener, error);
        if (Failed is not null)
        {
            var e = new ListenerFailedEventArgs(channel, listener, error);
            _events.Raise(nameof(IpcApplication.ListenerFailed), () => Failed?.Invoke(this, e));
        }
    }

    private static void Run(ILogger logger, string what, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e)
        {
            FrameLog.UserCodeFailed(logger, what, e);
        }
    }
}
