using IpcApp.Internal.Codec;
using IpcApp.Internal.Ports;
using IpcApp.Internal.Scheduling;
using IpcApp.Internal.Wire;

namespace IpcApp;

/// <summary>
/// One end of a message channel, whose other end is in a page or in this process: Electron's <c>MessagePortMain</c>. It comes from
/// <see cref="MessageChannelMain"/>, with a message of a page (<see cref="IpcMainEvent.Ports"/>) or over another port.
/// </summary>
/// <remarks>
/// <para>Thread-safe. Messages of one port are raised one after another, in order, on the thread pool; they are ordered against nothing
/// else.</para>
/// <para>A port that was transferred is neutered: it does nothing any more. A port that is not kept alive and was not started closes
/// when it is collected.</para>
/// </remarks>
public sealed class MessagePortMain : ITransferable
{
    private readonly PortServices _services;
    private readonly PortPump _pump;
    private bool _isStarted;
    private int _closedRaised;

    internal MessagePortMain(PortEndpoint endpoint, PortServices services)
    {
        Endpoint = endpoint;
        _services = services;
        _pump = new PortPump(this, services);
    }

    /// <summary>Closes an end that can no longer be started. A started one is referred to by its channel, and does not get here.</summary>
    ~MessagePortMain()
    {
        if (!_isStarted && Endpoint is { } endpoint)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static dropped => CloseEnd(dropped), endpoint, preferLocal: false);
        }
    }

    /// <summary>
    /// Raised for each message, once the port is started; subscribing does not start it. When a subscriber throws, the rest of that
    /// message's subscribers are skipped, and later messages go on. What it throws, also after an <c>await</c>, is logged and raised as
    /// <see cref="IpcApplication.ListenerFailed"/>. The ports of a message without a subscriber are closed.
    /// </summary>
    public event EventHandler<PortMessageEventArgs>? Message;

    /// <summary>
    /// Raised once: by <see cref="Close"/>, before it returns, or, on a started port, when the other end has closed or is gone and every
    /// message that it had sent has been raised.
    /// </summary>
    public event EventHandler? Closed;

    /// <summary>Null once it was closed or transferred. Guarded by <see cref="PortGate"/>.</summary>
    internal PortEndpoint? Endpoint { get; private set; }

    /// <summary>Posts a message without a value: the other end gets null.</summary>
    public void PostMessage() => PostMessage(null, []);

    /// <summary>
    /// Posts a message to the other end, wherever that is. It may be posted before the other end is started or transferred, and follows it
    ///. On a port that is closed or neutered, or whose other end is closed, nothing happens.
    /// </summary>
    /// <param name="message">What the other end gets, as a structured clone.</param>
    /// <param name="transfer">Ports to hand over with it; they are neutered here. This port cannot be among them.</param>
    /// <exception cref="IpcCloneException">The message cannot be cloned. Nothing was sent, no port is neutered.</exception>
    /// <exception cref="ArgumentException">
    /// A port cannot be transferred; the message begins with Electron's text. Nothing was sent, no port is neutered.
    /// </exception>
    /// <exception cref="InvalidOperationException">A limit does not allow the message. Nothing was sent, no port is neutered.</exception>
    public void PostMessage(object? message, params IReadOnlyList<MessagePortMain> transfer)
    {
        lock (PortGate.Lock)
        {
            if (Endpoint is null)
            {
                return;
            }
        }

        var values = new PayloadWriter();
        try
        {
            _services.Serializer.Write(values, message);
            if (Post(values, transfer) is { } refusal)
            {
                throw new InvalidOperationException(refusal);
            }
        }
        catch
        {
            values.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Lets messages come, those that wait first. Subscribe before: this returns while they are raised, and those without a subscriber
    /// are dropped. Once is enough; on a closed or neutered port nothing happens.
    /// </summary>
    public void Start()
    {
        lock (PortGate.Lock)
        {
            if (Endpoint is { } endpoint && !_isStarted)
            {
                _isStarted = true;
                endpoint.Attach(_pump);
            }
        }
    }

    /// <summary>
    /// Closes the channel. <see cref="Closed"/> is raised here before this returns, once; the other end is told later. Messages that wait
    /// here are lost, those that were posted arrive. On a port that was transferred only the event is raised.
    /// </summary>
    public void Close()
    {
        PortEndpoint? endpoint;
        lock (PortGate.Lock)
        {
            endpoint = Endpoint;
            Endpoint = null;
            endpoint?.Close();
        }

        if (Interlocked.Exchange(ref _closedRaised, 1) == 0)
        {
            Raise(nameof(Closed), () => Closed?.Invoke(this, EventArgs.Empty));
        }
    }

    internal PortEndpoint Release()
    {
        var endpoint = Endpoint!;
        Endpoint = null;
        endpoint.Detach();
        return endpoint;
    }

    internal void Restore(PortEndpoint endpoint)
    {
        Endpoint = endpoint;
        if (_isStarted)
        {
            endpoint.Attach(_pump);
        }
    }

    internal void RaiseMessage(PortMessage message)
    {
        if (Message is not { } subscribers)
        {
            lock (PortGate.Lock)
            {
                message.Discard();
            }

            return;
        }

        if (Read(message) is { } e)
        {
            Raise(nameof(Message), () => Raise(subscribers, e), message.End);
        }
    }

    /// <summary>Data for which the frame has no room is refused at the subscriber that binds it.</summary>
    private void Raise(EventHandler<PortMessageEventArgs> subscribers, PortMessageEventArgs e)
    {
        try
        {
            subscribers(this, e);
        }
        catch (OverloadException overload)
        {
            LogOverload(overload);
        }
    }

    private void LogOverload(OverloadException overload)
    {
        if (overload.IsFirst)
        {
            PortLog.PortFull(_services.Logger);
        }
    }

    private static void CloseEnd(PortEndpoint endpoint)
    {
        lock (PortGate.Lock)
        {
            endpoint.Close();
        }
    }

    private string? Post(PayloadWriter values, IReadOnlyList<MessagePortMain> transfer)
    {
        lock (PortGate.Lock)
        {
            if (Endpoint is not { } endpoint)
            {
                values.Dispose(); // closed while the message was encoded
                return null;
            }

            var claim = PortClaim.ForPort(this, transfer);
            var refusal = endpoint.Post(new PortMessage(values.WrittenMemory, values, claim.Endpoints));
            if (refusal is not null)
            {
                claim.Restore();
            }

            return refusal;
        }
    }

    /// <summary>
    /// Null for bytes that are not a value, or for which the frame has no room; that is logged, and the message's ports close.
    /// </summary>
    private PortMessageEventArgs? Read(PortMessage message)
    {
        try
        {
            using (message)
            {
                var data = _services.Serializer.ReadValue(message.Values, out var budget, message);
                return new PortMessageEventArgs(data, message.Open(_services), _services.Serializer, budget);
            }
        }
        catch (IpcCloneException e)
        {
            PortLog.MessageDropped(_services.Logger, e.Message, e);
        }
        catch (OverloadException overload)
        {
            LogOverload(overload);
        }

        lock (PortGate.Lock)
        {
            message.Discard();
        }

        return null;
    }

    private void Raise(string name, Action raise, Action? ended = null)
        => _services.UserCode.Run($"A subscriber of {nameof(MessagePortMain)}.{name}", raise, ended);
}
