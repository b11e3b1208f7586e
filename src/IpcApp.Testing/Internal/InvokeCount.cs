namespace IpcApp.Testing.Internal;

/// <summary>How many invokes of one document wait for their answers. Thread-safe.</summary>
internal sealed class InvokeCount
{
    private int _count;

    /// <summary>Counts one more.</summary>
    /// <param name="limit">How many there may be.</param>
    /// <returns>False if there are as many already.</returns>
    public bool TryEnter(int limit)
    {
        if (Interlocked.Increment(ref _count) <= limit)
        {
            return true;
        }

        Interlocked.Decrement(ref _count);
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _count);
}
