using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Dispatch;

/// <summary>
/// The memory that the arguments of one frame's messages take whose calls have not ended. Small messages may expand to much, and ten
/// thousand calls may be pending. Thread-safe.
/// </summary>
/// <param name="max">How many bytes that may be.</param>
internal sealed class FrameRoom(long max)
{
    private long _taken;
    private int _isFull;

    /// <summary>Takes room, or says that there is none.</summary>
    /// <param name="more">How much more a message takes.</param>
    /// <param name="all">How much it takes with that; it gets as much as it needs where no other takes any.</param>
    public bool TryTake(long more, long all)
    {
        var taken = Interlocked.Add(ref _taken, more);
        if (taken > max && taken > all)
        {
            Interlocked.Add(ref _taken, -more);
            return false;
        }

        Volatile.Write(ref _isFull, 0);
        return true;
    }

    public void GiveBack(long bytes) => Interlocked.Add(ref _taken, -bytes);

    /// <summary>A message found no room; true for the first since one has found some.</summary>
    public bool IsFirstRefusal() => Interlocked.Exchange(ref _isFull, 1) == 0;
}

/// <summary>A message has expanded to more than there is room for beside the calls that are pending.</summary>
/// <param name="isFirst">Whether the one before it still found room: a flood is logged once.</param>
internal sealed class OverloadException(bool isFirst) : Exception(Text)
{
    public const string Text
        = "Too many messages of this frame wait for their turn; IpcApp:Limits:MaxWaitingBytesPerFrame allows no more";

    public void Log(ILogger logger, string channel)
    {
        if (isFirst)
        {
            DispatchLog.LaneFull(logger, channel);
        }
    }
}
