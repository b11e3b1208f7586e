namespace IpcApp.Internal.Bridge;

/// <summary>The one thread that writes: everything that has queued up since its last write goes out in the next.</summary>
internal sealed class BridgeWriter
{
    private readonly BridgeTransport _transport;
    private readonly Outbox _outbox;
    private readonly Thread _thread;

    public BridgeWriter(BridgeTransport transport, Outbox outbox)
    {
        _transport = transport;
        _outbox = outbox;
        _thread = new Thread(Run) { Name = "IpcApp bridge writer", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Waits until nothing is written any more; after that the outbox is empty.</summary>
    public void Join() => _thread.Join();

    private void Run()
    {
        var buffer = new FrameBuffer();
        try
        {
            byte[]? farewell;
            while ((farewell = _outbox.Take(ref buffer)) is null)
            {
                _transport.Write(buffer.Parts());
                buffer.Clear();
            }

            _transport.Write(farewell);
        }
        catch (IOException)
        {
            // The reader sees the same end, and tells it.
            _outbox.Abort([]);
            buffer.Clear();
            _outbox.Take(ref buffer);
        }
    }
}
