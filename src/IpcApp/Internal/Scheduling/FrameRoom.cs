namespace IpcApp.Internal.Scheduling;

/// <summary>
/// The memory that one frame's messages may take: those that wait for their turn, in the frame's lane and at the ports it sends to, and the
/// arguments of those whose handling has not ended. Small messages may expand to much, ten thousand calls may be pending, and a page can
/// make any number of ports. Thread-safe.
/// </summary>
/// <param name="maxBytes">How many bytes may wait, and how many bytes arguments may take.</param>
internal sealed class FrameRoom(long maxBytes)
{
    /// <summary>What an empty message costs while it waits, about.</summary>
    private const int MessageOverhead = 256;

    private long _waiting;
    private long _taken;
    private int _isFull;

    /// <summary>Lets a message wait. Called by one thread at a time.</summary>
    /// <param name="length">The number of its bytes.</param>
    /// <param name="isAloneAccepted">Whether a message is accepted, however large it is, while no other waits.</param>
    /// <returns>False if too much waits already. Otherwise <see cref="EndWait"/> must follow.</returns>
    public bool TryWait(int length, bool isAloneAccepted = false)
    {
        var bytes = (long)length + MessageOverhead;
        var waiting = Interlocked.Add(ref _waiting, bytes);
        if (waiting <= maxBytes || (isAloneAccepted && waiting == bytes))
        {
            return true;
        }

        Interlocked.Add(ref _waiting, -bytes);
        return false;
    }

    /// <summary>A message waits no longer.</summary>
    /// <param name="length">The number of its bytes.</param>
    public void EndWait(int length) => Interlocked.Add(ref _waiting, -((long)length + MessageOverhead));

    /// <summary>Takes room for arguments, or says that there is none.</summary>
    /// <param name="more">How much more a message takes.</param>
    /// <param name="all">How much it takes with that; it gets as much as it needs where no other takes any.</param>
    public bool TryTake(long more, long all)
    {
        var taken = Interlocked.Add(ref _taken, more);
        if (taken > maxBytes && taken > all)
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

    /// <summary>Whether the log has no line yet about the messages that were refused since one was accepted.</summary>
    public bool IsFirst => isFirst;
}
