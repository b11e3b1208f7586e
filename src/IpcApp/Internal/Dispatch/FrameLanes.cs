using IpcApp.Internal.Scheduling;

namespace IpcApp.Internal.Dispatch;

/// <summary>Creates the lanes in which the messages of pages wait for their turn.</summary>
/// <param name="options">The settings: the dispatch mode, and how many bytes may wait.</param>
/// <param name="dispatcher">Starts the messages.</param>
/// <param name="work">Where lanes run.</param>
/// <param name="watch">Looks for handlers that hold up their lane; null outside development.</param>
internal sealed class FrameLanes(IpcAppOptions options, Dispatcher dispatcher, WorkScheduler work, LaneWatch? watch)
{
    /// <summary>
    /// Returns a function that gives each document its lane: one of its own, or, with <see cref="IpcDispatchMode.Serial"/>, the one of the
    /// whole connection.
    /// </summary>
    public Func<FrameLane> ForConnection()
    {
        if (options.Dispatch != IpcDispatchMode.Serial)
        {
            return Create;
        }

        var shared = Create();
        return () => shared;
    }

    private FrameLane Create() => new(dispatcher, work, options.Limits.MaxWaitingBytesPerFrame, watch);
}
