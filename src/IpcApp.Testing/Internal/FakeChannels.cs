using System.Collections.Concurrent;
using System.Text.Json;

namespace IpcApp.Testing.Internal;

/// <summary>What the host knows of channels and senders: the first of the two checks of every message.</summary>
internal sealed class FakeChannels
{
    private readonly ConcurrentDictionary<string, (uint Number, bool Invoke, bool Listen)> _bindings = new();
    private volatile HashSet<string> _origins = [];

    public void AllowOrigins(IEnumerable<string> origins) => _origins = [.. origins];

    public void Bind(JsonElement command)
        => _bindings[command.GetProperty("channel").GetString()!] = (
            command.GetProperty("number").GetUInt32(),
            command.GetProperty("invoke").GetBoolean(),
            command.GetProperty("listen").GetBoolean());

    public uint? NumberOf(string channel, bool invoke)
        => _bindings.TryGetValue(channel, out var binding) && (invoke ? binding.Invoke : binding.Listen) ? binding.Number : null;

    public bool IsAllowed(FakeFrame frame) => frame.Parent is null && _origins.Contains(frame.Origin);
}
