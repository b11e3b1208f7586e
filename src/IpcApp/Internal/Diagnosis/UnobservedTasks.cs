using IpcApp.Internal.Ground;
using IpcApp.Internal.Logging;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Diagnosis;

/// <summary>
/// Logs what tasks fail with that nothing awaits. Such a failure belongs to the process, so where several apps run in one, the app that
/// started last logs it; where a test runs the app, none does.
/// </summary>
internal sealed class UnobservedTasks(ILogger<Subsystem.Ipc> logger) : IDisposable
{
    private static UnobservedTasks? s_current;

    public void Start()
    {
        if (!TestHarness.IsActive)
        {
            Volatile.Write(ref s_current, this);
            TaskScheduler.UnobservedTaskException += OnUnobserved;
        }
    }

    public void Dispose()
    {
        TaskScheduler.UnobservedTaskException -= OnUnobserved;
        Interlocked.CompareExchange(ref s_current, null, this);
    }

    /// <summary>Raised by the finalizer, which a slow or failing logger must not stop.</summary>
    private void OnUnobserved(object? sender, UnobservedTaskExceptionEventArgs e)
    {
        if (ReferenceEquals(Volatile.Read(ref s_current), this))
        {
            ThreadPool.UnsafeQueueUserWorkItem(static failure => failure.Log(), (Failure)new(logger, e.Exception), preferLocal: false);
        }
    }

    private sealed record Failure(ILogger Logger, AggregateException Exception)
    {
        public void Log()
        {
            try
            {
                DevelopmentLog.TaskFailed(Logger, Exception.Flatten().InnerExceptions is [var only] ? only : Exception);
            }
            catch (Exception)
            {
                // A logger that fails has nowhere to say so, and must not end the process.
            }
        }
    }
}
