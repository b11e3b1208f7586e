using IpcApp.Internal.Dispatch;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Scheduling;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Composition;

/// <summary>Ends the handlers that still run when the app stops: first they may finish, then their tokens are canceled.</summary>
internal sealed class HandlerShutdown(PendingWork pending, UserCode userCode, ILogger<Subsystem.Ipc> logger) : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Fires after handlers have had <see cref="Grace"/> to finish.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Returns when no handler runs, or when their time is over. A callback of a token that throws or does not end is logged.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await pending.WhenIdle().WaitAsync(Grace, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            HostingLog.HandlersStillRunning(logger, pending.Count);
        }

        try
        {
            await Task.Run(() => userCode.Run("A callback registered on the token of a message", _stopping.Cancel), CancellationToken.None)
                .WaitAsync(Grace, CancellationToken.None)
                .ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            HostingLog.CallbacksStillRunning(logger);
        }
    }

    public void Dispose() => _stopping.Dispose();
}
