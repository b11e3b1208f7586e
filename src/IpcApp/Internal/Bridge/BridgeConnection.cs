using System.Text;

namespace IpcApp.Internal.Bridge;

/// <summary>
/// An authenticated connection to Electron. One thread reads and never writes, one writes; all members may be called from any thread.
/// </summary>
internal sealed class BridgeConnection : IAsyncDisposable
{
    /// <summary>
    /// The reason of a lost connection. If a process is killed before it has read everything, the system reports an error instead of the end of
    /// the stream.
    /// </summary>
    private const string Gone = "Electron went away without a goodbye: it has crashed or was killed";

    /// <summary>How long the other side may take to accept the reason of an abort.</summary>
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource<BridgeCloseReason> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly BridgeTransport _transport;
    private readonly FrameReader _reader;
    private readonly BridgeOptions _options;
    private readonly TimeProvider _time;
    private readonly Outbox _outbox;
    private readonly BridgeWriter _writer;
    private IBridgeReceiver? _receiver;
    private ITimer? _limit;
    private Thread? _readerThread;
    private BridgeEnd? _end;
    private volatile bool _isAborted;

    internal BridgeConnection(BridgeTransport transport, FrameReader reader, BridgePeer peer, BridgeOptions options, TimeProvider time)
    {
        _transport = transport;
        _reader = reader;
        _options = options;
        _time = time;
        _outbox = new Outbox(SendLimits.Of(options, peer.Limits));
        _writer = new BridgeWriter(transport, _outbox);
        Peer = peer;
    }

    /// <summary>What Electron said about itself.</summary>
    public BridgePeer Peer { get; }

    /// <summary>Ends once, never with an exception, after the receiver has been told.</summary>
    public Task<BridgeCloseReason> Completion => _completion.Task;

    /// <inheritdoc cref="BridgeConnector.ConnectAsync"/>
    public static Task<BridgeConnection> ConnectAsync(
        string directory, BridgeOptions options, TimeProvider time, CancellationToken cancellationToken) =>
        BridgeConnector.ConnectAsync(directory, options, time, cancellationToken);

    /// <summary>Begins to read. Until then nothing is delivered, not even the end.</summary>
    /// <exception cref="InvalidOperationException">It has begun already.</exception>
    public void Start(IBridgeReceiver receiver)
    {
        if (!TryStart(receiver))
        {
            throw new InvalidOperationException("The bridge's connection has a receiver already.");
        }
    }

    /// <summary>Queues a message; never waits.</summary>
    /// <param name="kind">What it is, 0 to 239.</param>
    /// <param name="lane">Messages of one lane arrive in the order of the calls.</param>
    /// <param name="id">A number for the receiver.</param>
    /// <param name="payload">Its bytes. They are copied before this returns, unless they have an owner.</param>
    /// <param name="owner">Disposed, on any thread, when the bytes are no longer needed; also if the message is refused or dropped.</param>
    /// <param name="unlaned">Whether it is ordered against nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind belongs to the bridge.</exception>
    public BridgeSendResult Send(
        byte kind, uint lane, uint id, ReadOnlyMemory<byte> payload, IDisposable? owner = null, bool unlaned = false)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(kind, FrameKind.FirstOwn);
        var result = _outbox.Add(kind, lane, id, payload, owner, unlaned, out var isForCaller);
        if (isForCaller)
        {
            Push();
        }

        return result;
    }

    /// <summary>
    /// Sends what is queued, says goodbye and waits for the other side to do the same, within <see cref="BridgeOptions.CloseTimeout"/>.
    /// </summary>
    public Task<BridgeCloseReason> CloseAsync()
    {
        Close(new BridgeEnd(BridgeCloseKind.Closed, "The connection was closed."));
        TryStart(DiscardingReceiver.Instance);
        return Completion;
    }

    /// <summary>Ends the connection at once; what is queued is dropped.</summary>
    /// <param name="reason">A sentence, also told to the other side.</param>
    public void Abort(string reason)
    {
        Abort(new BridgeEnd(BridgeCloseKind.Aborted, reason), FrameHeader.AbortFrame(reason));
        TryStart(DiscardingReceiver.Instance);
    }

    /// <inheritdoc cref="CloseAsync"/>
    public async ValueTask DisposeAsync() => await CloseAsync().ConfigureAwait(false);

    /// <summary>The reader never writes: were both sides to wait for the other to read, neither would.</summary>
    private void Push()
    {
        if (Thread.CurrentThread == _readerThread)
        {
            _outbox.Wake();
        }
        else
        {
            _writer.WriteNow();
        }
    }

    private bool TryStart(IBridgeReceiver receiver)
    {
        if (Interlocked.CompareExchange(ref _receiver, receiver, null) is not null)
        {
            return false;
        }

        _readerThread = new Thread(Run) { Name = "IpcApp bridge reader", IsBackground = true };
        _readerThread.Start();
        return true;
    }

    private void Run()
    {
        var receiver = _receiver!;
        try
        {
            ReadAll(receiver);
        }
        catch (BridgeProtocolException e)
        {
            Abort(new BridgeEnd(BridgeCloseKind.ProtocolError, e.Message, e), FrameHeader.AbortFrame(e.Message));
        }
        catch (IOException e)
        {
            Abort(new BridgeEnd(BridgeCloseKind.Lost, $"{Gone} ({e.Message.TrimEnd('.')}).", e), []);
        }
        catch (Exception e)
        {
            const string Reason = "The main process could not take a message.";
            Abort(new BridgeEnd(BridgeCloseKind.ReceiverFailed, $"{Reason} {e.Message}", e), FrameHeader.AbortFrame(Reason));
        }

        // Writing ends: all is sent, or the abort, or the limit set for either has cut it off.
        _writer.Join();
        if (_isAborted)
        {
            // Closing now would break off what Electron is writing, before it reads the reason.
            _transport.EndWriting();
            _transport.ReadToEnd();
        }

        _limit?.Dispose();
        _transport.Dispose();
        _reader.Dispose();
        var reason = _end!.ToReason(_outbox.Dropped);
        receiver.OnClosed(reason);
        _completion.SetResult(reason);
    }

    private void ReadAll(IBridgeReceiver receiver)
    {
        while (_reader.Read() is { } message)
        {
            if (_isAborted)
            {
                message.Payload.Dispose();
            }
            else if (message.Kind < FrameKind.FirstOwn)
            {
                receiver.OnMessage(message.Kind, message.Lane, message.Id, message.Payload);
            }
            else
            {
                EndAsTold(message);
                return;
            }
        }

        Abort(new BridgeEnd(BridgeCloseKind.Lost, $"{Gone}."), []);
    }

    private void EndAsTold(in IncomingMessage message)
    {
        using var payload = message.Payload;
        switch (message.Kind)
        {
            case FrameKind.Goodbye:
                Close(new BridgeEnd(BridgeCloseKind.ClosedByPeer, "Electron closed the connection."));
                break;
            case FrameKind.Abort:
                var reason = $"Electron ended the connection: {Encoding.UTF8.GetString(payload.Span)}";
                Abort(new BridgeEnd(BridgeCloseKind.AbortedByPeer, reason), []);
                break;
            default:
                throw new BridgeProtocolException($"A frame of kind {message.Kind} has no place after the handshake.");
        }
    }

    private void Close(BridgeEnd end)
    {
        lock (_gate)
        {
            if (_end is not null)
            {
                return;
            }

            _end = end;
            var timeout = _options.CloseTimeout;
            var late = new BridgeEnd(
                BridgeCloseKind.CloseTimeout,
                $"Electron did not take what was queued within {timeout.TotalMilliseconds} ms (CloseTimeout).");
            _limit = _time.CreateTimer(_ => CutOff(late), null, timeout, Timeout.InfiniteTimeSpan);
        }

        _outbox.Complete(FrameHeader.OwnFrame(FrameKind.Goodbye));
    }

    private void Abort(BridgeEnd end, byte[] farewell)
    {
        lock (_gate)
        {
            // While it is being closed, the end of the stream still is a loss: the other side has not said goodbye.
            if (_end is { Kind: not BridgeCloseKind.Closed })
            {
                return;
            }

            _end = end;
            _isAborted = true;
            _limit?.Dispose();
            var patience = farewell.Length == 0 ? TimeSpan.Zero : Linger;
            _limit = _time.CreateTimer(_ => _transport.Abort(), null, patience, Timeout.InfiniteTimeSpan);
        }

        _outbox.Abort(farewell);
    }

    private void CutOff(BridgeEnd late)
    {
        lock (_gate)
        {
            _end = late;
        }

        _outbox.Abort([]);
        _transport.Abort();
    }
}
