namespace IpcApp.Internal.Bridge;

/// <summary>The stream of bytes under a connection, read by one thread and written by another.</summary>
internal abstract class BridgeTransport : IDisposable
{
    /// <summary>Blocks until there are bytes. 0 at the end.</summary>
    /// <exception cref="IOException">The connection broke.</exception>
    public abstract int Read(Span<byte> target);

    /// <summary>Whether a batch of small frames can be written without blocking. False where that cannot be known.</summary>
    public virtual bool CanWriteNow => false;

    /// <summary>Blocks until all is written.</summary>
    /// <exception cref="IOException">The connection broke.</exception>
    public abstract void Write(IList<ArraySegment<byte>> parts);

    /// <summary>Lets the other side see the end after what was written; this side can still read.</summary>
    public abstract void EndWriting();

    /// <summary>Ends both directions at once, from any thread: blocked reads and writes return.</summary>
    public abstract void Abort();

    public abstract void Dispose();

    /// <summary>Discards what still comes, until the end.</summary>
    public void ReadToEnd()
    {
        Span<byte> discarded = stackalloc byte[4096];
        try
        {
            while (Read(discarded) > 0)
            {
            }
        }
        catch (IOException)
        {
            // That is an end as well.
        }
    }

    public void Write(byte[] frame) => Write([new ArraySegment<byte>(frame)]);
}
