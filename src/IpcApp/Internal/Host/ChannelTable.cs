using IpcApp.Internal.Dispatch;

namespace IpcApp.Internal.Host;

/// <summary>
/// Numbers channels and keeps the host's bindings on <c>ipcMain</c> in step with the emitter. A number is never given to another name.
/// </summary>
internal sealed class ChannelTable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Binding> _bindings = [];
    private volatile string[] _names = [""];
    private Action<ControlMessage>? _send;

    public ChannelTable(Emitter ipcMain) => ipcMain.ChannelChanged = Update;

    /// <summary>The channel with a number, or null for a number that was never given.</summary>
    public string? NameOf(uint number)
    {
        var names = _names;
        return number > 0 && number < names.Length ? names[number] : null;
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
                    if (binding.State != default)
                    {
                        send(ControlMessage.Bind(name, binding.Number, binding.State));
                    }
                }
            }
        }
    }

    private void Update(string channel, ChannelState state)
    {
        lock (_gate)
        {
            if (!_bindings.TryGetValue(channel, out var binding))
            {
                var number = (uint)_names.Length;
                _names = [.. _names, channel];
                binding = new Binding(number, default);
            }

            if (binding.State != state)
            {
                _bindings[channel] = binding with { State = state };
                _send?.Invoke(ControlMessage.Bind(channel, binding.Number, state));
            }
        }
    }

    private readonly record struct Binding(uint Number, ChannelState State);
}
