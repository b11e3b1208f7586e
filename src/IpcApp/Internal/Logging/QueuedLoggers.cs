using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Logging;

/// <summary>Makes the loggers that the runtime itself uses. The app's own code has the usual ones.</summary>
internal sealed class QueuedLoggers(LogQueue queue, TimeProvider time, ILogTap? tap = null)
{
    private readonly LogLimiter _limiter = new(time);

    /// <param name="category">The category, such as <c>IpcApp.Page</c>.</param>
    public ILogger Create(string category) => new QueuedLogger(category, queue, _limiter, tap);

    /// <summary>Creates the logger of a part of the runtime.</summary>
    /// <typeparam name="TPart">The part, which names the category.</typeparam>
    public ILogger<TPart> Create<TPart>()
        where TPart : Subsystem
        => new QueuedLogger<TPart>(Subsystem.CategoryOf<TPart>(), queue, _limiter, tap);

    /// <summary>Creates a logger with the full name of a type as its category, for a type of .NET.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public ILogger<T> CreateFor<T>() => new QueuedLogger<T>(typeof(T).FullName!, queue, _limiter, tap);

    /// <summary>Asks the app's loggers, which are code of others: not for the reader, nor while a message is handled.</summary>
    /// <param name="category">The category.</param>
    /// <param name="level">The level.</param>
    /// <returns>Whether a line would be written; true if a logger fails to say so.</returns>
    public bool IsWritten(string category, LogLevel level)
    {
        try
        {
            return queue.Factory.CreateLogger(category).IsEnabled(level);
        }
        catch (Exception)
        {
            return true;
        }
    }

    /// <inheritdoc cref="LogQueue.Flush"/>
    public bool Flush(TimeSpan limit) => queue.Flush(limit);

    /// <inheritdoc cref="LogQueue.Flush"/>
    public Task<bool> FlushAsync(TimeSpan limit)
        => queue.Flush(TimeSpan.Zero) ? Task.FromResult(true) : Task.Run(() => queue.Flush(limit));
}
