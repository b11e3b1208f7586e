using IpcApp.Internal.Ports;
using IpcApp.Testing.Internal;
using IpcApp.Testing.Internal.Ports;

namespace IpcApp.Testing;

/// <summary>One end of a message channel, in a page: the DOM's <c>MessagePort</c>.</summary>
/// <remarks>
/// Thread-safe. Transferring it (<see cref="FakeFrame.PostMessage"/>, or over another port) neuters it: it does nothing any more.
/// </remarks>
public sealed class FakeMessagePort : IPortHolder, IThreadPoolWorkItem
{
    private readonly FakeFrame _frame;
    private readonly MessageQueue _messages = new();
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isQueued;

    internal FakeMessagePort(FakeFrame frame, PortEndpoint endpoint)
    {
        _frame = frame;
        Endpoint = endpoint;
        frame.Ports.Add(this);
    }

    /// <summary>
    /// Whether the channel is closed, as far as this port knows: by its own <see cref="Close"/> or, once started, by the peer.
    /// </summary>
    public bool IsClosed => _closed.Task.IsCompleted;

    /// <summary>The messages that have arrived since it was started, also those taken by <see cref="NextAsync{T}"/>.</summary>
    public IReadOnlyList<FakeMessage> Received => _messages.All;

    /// <summary>Null once it was closed or transferred. Guarded by <see cref="PortGate"/>.</summary>
    internal PortEndpoint? Endpoint { get; private set; }

    /// <summary><c>port.postMessage</c>. Nothing happens on a closed or neutered port.</summary>
    /// <param name="message">The message; it is encoded as a page's would be.</param>
    /// <param name="transfer">Ports of the same page to hand over with it.</param>
    /// <exception cref="IpcRendererException">The message cannot be cloned, or a port not be transferred; nothing was sent.</exception>
    public void PostMessage(object? message, params IReadOnlyList<FakeMessagePort> transfer)
    {
        using var values = _frame.Host.EncodeMessage(message);
        lock (PortGate.Lock)
        {
            var ports = FakeTransfer.Take(transfer, this);
            var posted = new PortMessage(values.WrittenMemory.ToArray(), NoOwner.Instance, ports);
            if (Endpoint is { } endpoint)
            {
                endpoint.Post(posted);
            }
            else
            {
                posted.Discard();
            }
        }
    }

    /// <summary>
    /// <c>port.start()</c>: what waits arrives, and what comes later. A page does that by assigning <c>onmessage</c>, too.
    /// </summary>
    public void Start()
    {
        lock (PortGate.Lock)
        {
            Endpoint?.Attach(this);
        }
    }

    /// <summary><c>port.close()</c>: the other end hears of it later.</summary>
    public void Close()
    {
        lock (PortGate.Lock)
        {
            Release()?.Close();
            _closed.TrySetResult();
        }
    }

    /// <summary>Takes the next message that arrives, or has arrived, and reads it. The port must have been started.</summary>
    /// <typeparam name="T">What to read it as.</typeparam>
    /// <param name="timeout">How long to wait; <see cref="IpcTestAppOptions.Timeout"/> by default.</param>
    /// <exception cref="TimeoutException">None came.</exception>
    public async Task<T> NextAsync<T>(TimeSpan? timeout = null)
        => _frame.Host.Read<T>((await NextAsync(timeout))[0], "the message of the port");

    /// <summary>Takes the next message, with its ports.</summary>
    /// <inheritdoc cref="NextAsync{T}"/>
    public async Task<FakeMessage> NextAsync(TimeSpan? timeout = null)
    {
        try
        {
            return await _messages.NextAsync(timeout ?? _frame.Host.Options.Timeout);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException(
                _frame.WithTrace($"No message came to a port of the frame {_frame.Url}; before, it received {Received.Count}."));
        }
    }

    /// <summary>Completes when the channel is closed; see <see cref="IsClosed"/>.</summary>
    /// <param name="timeout">How long to wait; <see cref="IpcTestAppOptions.Timeout"/> by default.</param>
    /// <exception cref="TimeoutException">It stayed open.</exception>
    public Task WhenClosedAsync(TimeSpan? timeout = null) => _closed.Task.WaitAsync(timeout ?? _frame.Host.Options.Timeout);

    internal PortEndpoint? Release()
    {
        var endpoint = Endpoint;
        Endpoint = null;
        endpoint?.Detach();
        _frame.Ports.Remove(this);
        return endpoint;
    }

    /// <summary>What a step calls it.</summary>
    public override string ToString() => $"message to a port of {_frame.Url}";

    void IPortHolder.Wake()
    {
        if (_frame.Host.Steps is null)
        {
            while (TakeOne())
            {
            }
        }
        else if (!_isQueued)
        {
            _isQueued = true;
            _frame.Host.Steps.Queue(this, _frame);
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        lock (PortGate.Lock)
        {
            _isQueued = TakeOne();
            if (_isQueued)
            {
                _frame.Host.Steps!.Queue(this, _frame);
            }
        }
    }

    /// <returns>False if there is nothing more to come now.</returns>
    private bool TakeOne()
    {
        if (Endpoint is { } endpoint && endpoint.TryTake(out var message))
        {
            var value = _frame.Host.ReadMessage(message.Values);
            var ports = message.Ports.Select(end => new FakeMessagePort(_frame, end));
            _messages.Deliver(new FakeMessage("", [value], [.. ports], _frame.Host.Serializer));
        }

        if (Endpoint is { IsPeerClosed: true, HasWaiting: false })
        {
            Close();
        }

        return Endpoint is { HasWaiting: true };
    }
}
