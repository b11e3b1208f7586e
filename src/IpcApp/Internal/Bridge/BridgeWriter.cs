using System.Diagnostics;

namespace IpcApp.Internal.Bridge;

/// <summary>
/// Writes what has queued up since the last write, in one call. A thread of its own does it; only an answer that nothing waits before is
/// written by the thread that gives it, because waking another one would take longer than all the rest of a small call.
/// </summary>
internal sealed class BridgeWriter
{
    /// <summary>Writes closer together than this are a burst, which is cheaper in one call: they are left to the writer thread.</summary>
    private static readonly long Burst = Stopwatch.Frequency / 100_000;

    private readonly BridgeTransport _transport;
    private readonly Outbox _outbox;
    private readonly Thread _thread;
    private readonly object _turn = new();
    private FrameBuffer _buffer = new();
    private long _lastWrite;

    public BridgeWriter(BridgeTransport transport, Outbox outbox)
    {
        _transport = transport;
        _outbox = outbox;
        _thread = new Thread(Run) { Name = "IpcApp bridge writer", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Waits until nothing is written any more; after that the outbox is empty.</summary>
    public void Join() => _thread.Join();

    /// <summary>Writes small messages that wait, if it can be done without waiting; else the writer thread is woken for them.</summary>
    public void WriteNow()
    {
        if (!Monitor.TryEnter(_turn))
        {
            _outbox.Wake();
            return;
        }

        try
        {
            if (Stopwatch.GetTimestamp() - _lastWrite < Burst || !_transport.CanWriteNow || !_outbox.TryTakeSmall(ref _buffer))
            {
                _outbox.Wake();
            }
            else
            {
                WriteBuffer();
            }
        }
        catch (IOException)
        {
            _outbox.Abort([]);
        }
        finally
        {
            Monitor.Exit(_turn);
        }
    }

    private void Run()
    {
        try
        {
            byte[]? farewell;
            do
            {
                _outbox.Wait();
                lock (_turn)
                {
                    farewell = _outbox.Take(ref _buffer);
                    WriteBuffer();
                }
            }
            while (farewell is null);

            _transport.Write(farewell);
        }
        catch (IOException)
        {
            // The reader sees the same end, and tells it.
            _outbox.Abort([]);
            _outbox.Take(ref _buffer);
        }
    }

    private void WriteBuffer()
    {
        if (_buffer.Bytes == 0)
        {
            return;
        }

        try
        {
            _transport.Write(_buffer.Parts());
            _lastWrite = Stopwatch.GetTimestamp();
        }
        finally
        {
            _buffer.Clear();
        }
    }
}
