using IpcApp.Infrastructure;

namespace IpcApp.Internal.Emitters;

/// <summary>
/// One emitter's listeners and handlers. Lists are replaced, never changed, so that a delivery works on the snapshot it took (S7).
/// </summary>
internal sealed class Emitter(EmitterDependencies parts) : EmitterRegistrations
{
    private const int UsualMaxListeners = 10;

    private readonly Lock _gate = new();
    private readonly OrderedDictionary<string, Registration[]> _listeners = [];
    private readonly Dictionary<string, Registration> _handlers = [];
    private readonly HashSet<string> _warned = [];
    private int _maxListeners = UsualMaxListeners;
    private bool _isDetached;

    public override int MaxListeners
    {
        get => Volatile.Read(ref _maxListeners);
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            Volatile.Write(ref _maxListeners, value);
        }
    }

    public override IDisposable Register(IpcRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        if (registration.Channel.StartsWith(Reserved.ChannelPrefix, StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"The channel '{registration.Channel}' of {registration.DisplayName} begins with '{Reserved.ChannelPrefix}', "
                + "which is reserved. Give it another name.",
                nameof(registration));
        }

        return RegisterAnyName(registration);
    }

    /// <summary>The same, also for the names that are reserved for the runtime itself.</summary>
    internal IDisposable RegisterAnyName(IpcRegistration registration)
    {
        var entry = new Registration(this, registration);
        if (!entry.IsHandler && Reserved.IsMetaEvent(registration.Channel))
        {
            throw new ArgumentException(
                $"Nothing can listen on '{registration.Channel}', as {registration.DisplayName} would: "
                + "Node's event emitters use the name themselves. Give the channel another one.",
                nameof(registration));
        }

        lock (_gate)
        {
            if (!entry.IsHandler)
            {
                AddListener(entry);
            }
            else if (!_handlers.TryAdd(registration.Channel, entry))
            {
                throw new DuplicateHandlerException(registration, _handlers[registration.Channel].Definition);
            }

            Tell(entry, isAdded: true);
        }

        return entry;
    }

    public override void Off(string channel, Delegate listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        lock (_gate)
        {
            // The most recently added, which is not the last in the list where one was prepended (S2).
            var newest = _listeners.GetValueOrDefault(channel, [])
                .Where(entry => IsSame(entry.Definition.Listener, listener))
                .MaxBy(entry => entry.Order);
            if (newest is not null)
            {
                RemoveListener(newest);
            }
        }
    }

    public override void RemoveAllListeners(string? channel = null)
    {
        lock (_gate)
        {
            foreach (var name in channel is null ? [.. _listeners.Keys] : new[] { channel })
            {
                if (_listeners.Remove(name, out var removed))
                {
                    Array.ForEach(removed, entry => Tell(entry, isAdded: false));
                }
            }
        }
    }

    public override void RemoveHandler(string channel)
    {
        lock (_gate)
        {
            if (_handlers.Remove(channel, out var removed))
            {
                Tell(removed, isAdded: false);
            }
        }
    }

    public override int ListenerCount(string channel) => Listeners(channel).Length;

    public override IReadOnlyList<string> EventNames()
    {
        lock (_gate)
        {
            return [.. _listeners.Keys];
        }
    }

    public override bool HasHandler(string channel)
    {
        lock (_gate)
        {
            return _handlers.ContainsKey(channel);
        }
    }

    public override IReadOnlyList<IpcRegistration> GetRegistrations()
    {
        lock (_gate)
        {
            return [.. _listeners.Values.SelectMany(list => list).Concat(_handlers.Values).Select(entry => entry.Definition)];
        }
    }

    public override bool Emit(string channel, IpcMainEvent e, params object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(e);
        return parts.Emissions.Emit(this, channel, e, arguments);
    }

    public override IIpcMain WithSenderPolicy(IpcSenderPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new EmitterWithPolicy(this, policy);
    }

    /// <summary>The listeners of a channel now, in the order of delivery. The array is never changed.</summary>
    public Registration[] Listeners(string channel)
    {
        lock (_gate)
        {
            return _listeners.GetValueOrDefault(channel, []);
        }
    }

    /// <summary>The handler of a channel, which stays in its place.</summary>
    public Registration? FindHandler(string channel)
    {
        lock (_gate)
        {
            return _handlers.GetValueOrDefault(channel);
        }
    }

    /// <summary>
    /// Whether a registration may run: one for a single message or call runs for the first who asks, and is out then (S9, S26). If it was taken
    /// out after the delivery had begun it still runs, as any listener does (S7).
    /// </summary>
    public bool Take(Registration entry)
    {
        if (entry.Definition.Kind is not (IpcRegistrationKind.Once or IpcRegistrationKind.HandleOnce))
        {
            return true;
        }

        if (!entry.TryTake())
        {
            return false;
        }

        Remove(entry);
        return true;
    }

    /// <summary>The window or frame is gone: no message comes any more, and channels are not kept bound for it. It can still be read.</summary>
    public void Detach()
    {
        lock (_gate)
        {
            foreach (var entry in _listeners.Values.SelectMany(list => list).Concat(_handlers.Values))
            {
                Tell(entry, isAdded: false);
            }

            _isDetached = true;
        }
    }

    /// <summary>Removes a registration; does nothing if it was removed before.</summary>
    internal void Remove(Registration entry)
    {
        lock (_gate)
        {
            var channel = entry.Definition.Channel;
            if (!entry.IsHandler)
            {
                RemoveListener(entry);
            }
            else if (ReferenceEquals(_handlers.GetValueOrDefault(channel), entry))
            {
                RemoveHandler(channel);
            }
        }
    }

    // The same method group gives delegates of different types where one overload takes IpcMainListener and another Action<,>.
    private static bool IsSame(Delegate? registered, Delegate candidate)
        => registered is not null
            && (registered.Equals(candidate)
                || (registered.Method == candidate.Method && Equals(registered.Target, candidate.Target)));

    private void AddListener(Registration entry)
    {
        var channel = entry.Definition.Channel;
        var list = _listeners.GetValueOrDefault(channel, []);
        _listeners[channel] = entry.Definition.IsPrepended ? [entry, .. list] : [.. list, entry];
        if (MaxListeners > 0 && list.Length + 1 > MaxListeners && _warned.Add(channel))
        {
            EmitterLog.TooManyListeners(parts.Logger, list.Length + 1, channel, MaxListeners);
        }
    }

    private void RemoveListener(Registration entry)
    {
        var channel = entry.Definition.Channel;
        var list = _listeners.GetValueOrDefault(channel, []);
        var rest = Array.FindAll(list, other => !ReferenceEquals(other, entry));
        if (rest.Length == list.Length)
        {
            return;
        }

        if (rest.Length == 0)
        {
            _listeners.Remove(channel);
        }
        else
        {
            _listeners[channel] = rest;
        }

        Tell(entry, isAdded: false);
    }

    private void Tell(Registration entry, bool isAdded)
    {
        if (_isDetached)
        {
            return;
        }

        if (isAdded)
        {
            parts.Observer.Added(entry);
        }
        else
        {
            parts.Observer.Removed(entry);
        }
    }
}
