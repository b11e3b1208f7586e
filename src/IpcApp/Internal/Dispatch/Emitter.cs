using IpcApp.Infrastructure;

namespace IpcApp.Internal.Dispatch;

/// <summary>
/// One emitter's listeners and handlers. Lists are replaced, never changed, so that a delivery works on the snapshot it took (S7).
/// </summary>
internal sealed class Emitter : IIpcMain
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Registration[]> _listeners = [];
    private readonly Dictionary<string, Registration> _handlers = [];

    /// <summary>
    /// Called under the lock after a channel got its first, or lost its last, listener or handler, so that reports keep their order.
    /// </summary>
    public Action<string, ChannelState>? ChannelChanged { get; set; }

    public IDisposable On(string channel, IpcMainListener listener) => Register(Raw.Listener(channel, listener, IpcRegistrationKind.On));

    public IDisposable On(string channel, Func<IpcMainEvent, IpcArguments, Task> listener)
        => Register(Raw.Listener(channel, listener, IpcRegistrationKind.On));

    public IDisposable AddListener(string channel, IpcMainListener listener) => On(channel, listener);

    public IDisposable Once(string channel, IpcMainListener listener)
        => Register(Raw.Listener(channel, listener, IpcRegistrationKind.Once));

    public IDisposable Once(string channel, Func<IpcMainEvent, IpcArguments, Task> listener)
        => Register(Raw.Listener(channel, listener, IpcRegistrationKind.Once));

    public IDisposable Handle(string channel, IpcMainInvokeHandler handler)
        => Register(Raw.Handler(channel, handler, IpcRegistrationKind.Handle));

    public IDisposable HandleOnce(string channel, IpcMainInvokeHandler handler)
        => Register(Raw.Handler(channel, handler, IpcRegistrationKind.HandleOnce));

    public void RemoveListener(string channel, Delegate listener) => Off(channel, listener);

    public IDisposable Register(IpcRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        if (registration.Channel.StartsWith(Reserved.ChannelPrefix, StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"The channel '{registration.Channel}' of {registration.DisplayName} begins with '{Reserved.ChannelPrefix}', "
                + "which is reserved. Give it another name.",
                nameof(registration));
        }

        var entry = new Registration(this, registration);
        lock (_gate)
        {
            if (!entry.IsHandler)
            {
                _listeners[registration.Channel] = [.. _listeners.GetValueOrDefault(registration.Channel, []), entry];
            }
            else if (!_handlers.TryAdd(registration.Channel, entry))
            {
                throw new DuplicateHandlerException(registration, _handlers[registration.Channel].Definition);
            }

            Changed(registration.Channel);
        }

        return entry;
    }

    public void Off(string channel, Delegate listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        lock (_gate)
        {
            var list = _listeners.GetValueOrDefault(channel, []);
            var index = Array.FindLastIndex(list, entry => IsSame(entry.Definition.Listener, listener));
            if (index >= 0)
            {
                RemoveListener(list[index]);
            }
        }
    }

    public void RemoveAllListeners(string? channel = null)
    {
        lock (_gate)
        {
            foreach (var name in channel is null ? [.. _listeners.Keys] : new[] { channel })
            {
                if (_listeners.Remove(name))
                {
                    Changed(name);
                }
            }
        }
    }

    public void RemoveHandler(string channel)
    {
        lock (_gate)
        {
            if (_handlers.Remove(channel))
            {
                Changed(channel);
            }
        }
    }

    /// <summary>The listeners of a channel now. The array is never changed.</summary>
    public Registration[] Listeners(string channel)
    {
        lock (_gate)
        {
            return _listeners.GetValueOrDefault(channel, []);
        }
    }

    /// <summary>The handler of a channel, taken out first if it is for one call only (S26).</summary>
    public Registration? TakeHandler(string channel)
    {
        lock (_gate)
        {
            var handler = _handlers.GetValueOrDefault(channel);
            if (handler is { Definition.Kind: IpcRegistrationKind.HandleOnce })
            {
                _handlers.Remove(channel);
                Changed(channel);
            }

            return handler;
        }
    }

    /// <summary>Whether a listener may run: one for a single message runs only for whoever takes it out (S9).</summary>
    public bool TakeListener(Registration entry)
    {
        if (entry.Definition.Kind != IpcRegistrationKind.Once)
        {
            return true;
        }

        lock (_gate)
        {
            return RemoveListener(entry);
        }
    }

    internal void Remove(Registration entry)
    {
        lock (_gate)
        {
            if (!entry.IsHandler)
            {
                RemoveListener(entry);
            }
            else if (ReferenceEquals(_handlers.GetValueOrDefault(entry.Definition.Channel), entry))
            {
                _handlers.Remove(entry.Definition.Channel);
                Changed(entry.Definition.Channel);
            }
        }
    }

    // The same method group gives delegates of different types where one overload takes IpcMainListener and another Action<,>.
    private static bool IsSame(Delegate? registered, Delegate candidate)
        => registered is not null
            && (registered.Equals(candidate)
                || (registered.Method == candidate.Method && Equals(registered.Target, candidate.Target)));

    private bool RemoveListener(Registration entry)
    {
        var channel = entry.Definition.Channel;
        var list = _listeners.GetValueOrDefault(channel, []);
        var rest = Array.FindAll(list, other => !ReferenceEquals(other, entry));
        if (rest.Length == list.Length)
        {
            return false;
        }

        if (rest.Length == 0)
        {
            _listeners.Remove(channel);
        }
        else
        {
            _listeners[channel] = rest;
        }

        Changed(channel);
        return true;
    }

    private void Changed(string channel)
        => ChannelChanged?.Invoke(channel, new ChannelState(_handlers.ContainsKey(channel), _listeners.ContainsKey(channel)));
}
