using IpcApp.Internal.Emitters;
using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Remote;

/// <summary>
/// Numbers channels and keeps Electron's bindings on <c>ipcMain</c> in step with all emitters. A number is never given to another name.
/// </summary>
internal sealed class ChannelTable : IEmitterObserver
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (uint Number, ChannelUse Use)> _bindings = [];
    private readonly Dictionary<string, uint> _numbers = [];
    private volatile string?[] _names = new string?[64];
    private uint _last;
    private Action<ControlMessage>? _send;

    /// <summary>The channel with a number, or null for a number that was never given.</summary>
    public string? NameOf(uint number)
    {
        var names = _names;
        return number < names.Length ? names[number] : null;
    }

    /// <summary>The channels that any emitter has a handler or a listener for, without those of the runtime.</summary>
    public IReadOnlyList<KnownChannel> Known()
    {
        lock (_gate)
        {
            return
            [
                .. _bindings.Where(each => !each.Key.StartsWith(Reserved.ChannelPrefix, StringComparison.Ordinal))
                    .Select(each => new KnownChannel(each.Key, each.Value.Use.HasHandler, each.Value.Use.HasListener)),
            ];
        }
    }

    /// <summary>Sends every binding there is, then each change as it happens. Null stops that.</summary>
    public void SendTo(Action<ControlMessage>? send)
    {
        lock (_gate)
        {
            _send = send;
            if (send is not null)
            {
                foreach (var (name, (number, use)) in _bindings)
                {
                    send(use.ToMessage(name, number));
                }
            }
        }
    }

    void IEmitterObserver.Added(Registration registration)
    {
        var channel = registration.Definition.Channel;
        lock (_gate)
        {
            if (!_bindings.TryGetValue(channel, out var binding))
            {
                _bindings[channel] = binding = (NumberOf(channel), new ChannelUse());
            }

            if (binding.Use.Add(registration))
            {
                _send?.Invoke(binding.Use.ToMessage(channel, binding.Number));
            }
        }
    }

    void IEmitterObserver.Removed(Registration registration)
    {
        var channel = registration.Definition.Channel;
        lock (_gate)
        {
            var (number, use) = _bindings[channel];
            if (!use.Remove(registration))
            {
                return;
            }

            _send?.Invoke(use.ToMessage(channel, number));
            if (!use.HasHandler && !use.HasListener)
            {
                _bindings.Remove(channel);
            }
        }
    }

    /// <summary>A channel that comes back gets the number it had, so that binding the same one again and again takes no more room.</summary>
    private uint NumberOf(string channel)
    {
        if (!_numbers.TryGetValue(channel, out var number))
        {
            _numbers.Add(channel, number = NextNumber(channel));
        }

        return number;
    }

    /// <summary>Readers look into the array without a lock, so it is replaced when it is full, and a name is in it before its number is sent.</summary>
    private uint NextNumber(string channel)
    {
        var number = ++_last;
        if (number == _names.Length)
        {
            var larger = new string?[_names.Length * 2];
            _names.CopyTo(larger, 0);
            _names = larger;
        }

        _names[number] = channel;
        return number;
    }
}

/// <summary>A channel that is in use.</summary>
internal sealed record KnownChannel(string Name, bool HasHandler, bool HasListener);
