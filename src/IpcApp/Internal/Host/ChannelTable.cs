using IpcApp.Internal.Dispatch;

namespace IpcApp.Internal.Host;

/// <summary>
/// Numbers channels and keeps the host's bindings on <c>ipcMain</c> in step with the emitter. A number is never given to another name.
/// </summary>
internal sealed class ChannelTable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Binding> _bindings = [];
    private volatile string?[] _names = new string?[64];
    private uint _last;
    private Action<ControlMessage>? _send;

    public ChannelTable(Emitter ipcMain) => ipcMain.ChannelChanged = Update;

    /// <summary>The channel with a number, or null for a number that was never given.</summary>
    public string? NameOf(uint number)
    {
        var names = _names;
        return number < names.Length ? names[number] : null;
    }

    /// <summary>Sends every binding there is, then each change as it happens. Null stops that.</summary>
    public void SendTo(Action<ControlMessage>? send)
    {
        lock (_gate)
        {
            _send = send;
            if (send is not null)
            {
                foreach (var (name, binding) in _bindings)
                {
                    send(ControlMessage.Bind(name, binding.Number, binding.State));
                }
            }
        }
    }

    private void Update(string channel, ChannelState state)
    {
        lock (_gate)
        {
            var isBound = _bindings.TryGetValue(channel, out var binding);
            if (binding.State == state)
            {
                return;
            }

            binding = isBound ? binding : new Binding(NextNumber(channel), default);
            _send?.Invoke(ControlMessage.Bind(channel, binding.Number, state));
            if (state == default)
            {
                _bindings.Remove(channel); // if it comes back it gets another number
            }
            else
            {
                _bindings[channel] = binding with { State = state };
            }
        }
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

    private readonly record struct Binding(uint Number, ChannelState State);
}
