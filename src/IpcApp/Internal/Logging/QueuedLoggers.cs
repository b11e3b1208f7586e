using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Logging;

/// <summary>Makes the loggers that the runtime itself uses. The app's own code has the usual ones.</summary>
internal sealed class QueuedLoggers(LogQueue queue, TimeProvider time, ILogTap? tap = null)
{
    private readonly LogLimiter _limiter = new(time);

    /// <param name="category">The category, such as <c>IpcApp.Page</c>.</param>
    public ILogger Create(string category) => new QueuedLogger(category, queue, _limiter, tap);

    /// <summary>A logger with the full name of a type as its category.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public ILogger<T> Create<T>() => new QueuedLogger<T>(queue, _limiter, tap);

    /// <inheritdoc cref="LogQueue.Flush"/>
    public bool Flush(TimeSpan limit) => queue.Flush(limit);

    /// <inheritdoc cref="LogQueue.Flush"/>
    public Task<bool> FlushAsync(TimeSpan limit)
        => queue.Flush(TimeSpan.Zero) ? Task.FromResult(true) : Task.Run(() => queue.Flush(limit));
}
