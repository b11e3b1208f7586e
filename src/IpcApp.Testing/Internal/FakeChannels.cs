using System.Collections.Concurrent;
using System.Text.Json;
using IpcApp.Internal.Ground;

namespace IpcApp.Testing.Internal;

/// <summary>What Electron knows of channels and senders: the first of the two checks of every message.</summary>
/// <param name="warn">Logs a refusal, as Electron does.</param>
internal sealed class FakeChannels(Action<string> warn)
{
    private readonly ElectronSideOccurrences _refused = new();
    private readonly ConcurrentDictionary<string, Binding> _bindings = new();
    private readonly ConcurrentDictionary<(string Channel, bool IsInvoke), bool> _everBound = new();
    private readonly ConcurrentDictionary<int, (bool Send, bool SendSync)> _watched = new();
    private volatile HashSet<string> _origins = [];

    public void AllowOrigins(IEnumerable<string> origins) => _origins = [.. origins];

    public void Bind(JsonElement command)
    {
        var channel = command.GetProperty("channel").GetString()!;
        var binding = new Binding(
            command.GetProperty("number").GetUInt32(),
            command.GetProperty("invoke").GetBoolean() ? Policies(command, "invokeFrom") : null,
            command.GetProperty("listen").GetBoolean() ? Policies(command, "listenFrom") : null);
        _bindings[channel] = binding;
        if (binding.Invoke is not null)
        {
            _everBound[(channel, true)] = true;
        }

        if (binding.Listen is not null)
        {
            _everBound[(channel, false)] = true;
        }
    }

    /// <summary>Whether something takes messages of a kind on a channel, or has taken some.</summary>
    public bool WasBound(MessageSort sort, string channel) => _everBound.ContainsKey((channel, sort == MessageSort.Invoke));

    public void Watch(JsonElement command)
        => _watched[command.GetProperty("contents").GetInt32()]
            = (command.GetProperty("send").GetBoolean(), command.GetProperty("sendSync").GetBoolean());

    /// <summary>Where a message goes; null if nothing listens to it, so that it is not forwarded.</summary>
    /// <exception cref="IpcRendererException">The frame's document is gone (S153).</exception>
    public FakeRoute? RouteOf(FakeFrame frame, MessageSort sort, string channel)
    {
        if (frame.IsRemoved)
        {
            throw RendererErrors.Released();
        }

        var route = Find(frame, sort, channel);
        if (route is { IsAllowed: false } && _refused.Add($"{route.Value.Number} {frame.Origin}") is { } note)
        {
            var sender = frame.Parent is null ? "a page" : "an iframe";
            warn($"Refused a message on '{LogText.Clean(channel)}' from {sender} of the origin '{LogText.Clean(frame.Origin)}'.{note}");
        }

        return route;
    }

    /// <summary>Whether a message on a channel would be let through, in a window whose iframes can send.</summary>
    public bool Allows(string channel, bool isInvoke, FakeSender sender)
    {
        var binding = _bindings.GetValueOrDefault(channel);
        var policies = isInvoke ? binding?.Invoke : binding?.Listen;
        return policies?.Any(policy => policy.Allows(sender.IsMainFrame, sender.Origin, _origins)) == true;
    }

    private FakeRoute? Find(FakeFrame frame, MessageSort sort, string channel)
    {
        var binding = _bindings.GetValueOrDefault(channel);
        if ((sort == MessageSort.Invoke ? binding?.Invoke : binding?.Listen) is { } policies)
        {
            return new(binding!.Number, CanSend(frame) && policies.Any(policy => policy.Allows(frame.Parent is null, frame.Origin, _origins)));
        }

        var (send, sendSync) = _watched.GetValueOrDefault(frame.Window.Id);
        return (sort == MessageSort.Send && send) || (sort == MessageSort.SendSync && sendSync)
            ? new(0, SenderRule.OwnMainFrame.Allows(frame.Parent is null, frame.Origin, _origins))
            : null;
    }

    /// <summary>Iframes have no preload, and so no way to send, unless the window gives them one (S43).</summary>
    private static bool CanSend(FakeFrame frame) => frame.Parent is null || frame.Window.SubFrames;

    private static SenderRule[] Policies(JsonElement command, string name)
        => command.TryGetProperty(name, out var policies)
            ? [.. policies.EnumerateArray().Select(SenderRule.Read)]
            : [SenderRule.OwnMainFrame];

    private sealed record Binding(uint Number, SenderRule[]? Invoke, SenderRule[]? Listen);
}

/// <summary>The four ways in which a page sends.</summary>
internal enum MessageSort
{
    Invoke,
    Send,
    SendSync,
    PostMessage,
}

/// <summary>Where a message goes.</summary>
/// <param name="Number">The channel's number; 0 for one that only a window's subscribers hear.</param>
/// <param name="IsAllowed">Whether the sender may.</param>
internal readonly record struct FakeRoute(uint Number, bool IsAllowed);
